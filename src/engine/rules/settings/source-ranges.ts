import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { departs, proxyRuns, strategyOfDatacenter } from "../basics/exposure.ts";
import { nameOfDatacenter } from "../basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { setting } from "./setting.ts";

/** The ranges that each user cluster of a datacenter has to name for itself. */
export const userClusterRanges = rule<readonly Setting[]>({
  id: "settings.seeds-source-ranges",
  title: "Fields of user clusters: allowed source ranges",
  per: "datacenter",
  sources: ["kkp.apiserver-policies", "kkp.code.cluster-validation"],
  derive: (read, datacenter) => {
    if (!departs(read, "sources")) return read.notApplicable("API servers may be reached from everywhere.");
    if (read.rule(strategyOfDatacenter, datacenter) !== "LoadBalancer") return read.notApplicable("KKP takes source ranges with LoadBalancer only.");
    const ranges = read.answer(exposure.datacenter.sourceRanges, datacenter);
    const name = nameOfDatacenter(read, datacenter);
    return [setting(read, { topic: "seeds", object: `User clusters of ${name}`, id: `seeds.ranges[${datacenter}]`, field: "spec.apiServerAllowedIPRanges.cidrBlocks", value: ranges.join(", "), why: () => `Whoever creates a user cluster of ${name} enters them, or takes the template that has them; without a list of its own its API server answers ${answersWithout(read, datacenter)}.` })];
  },
});

/** Whom the API server of a user cluster answers that names no ranges: KKP puts those of the nodeport-proxy into its load balancer as well. */
export function answersWithout(read: Reader, datacenter: string): string {
  if (!departs(read, "proxy-sources")) return "everybody";
  read.cite("kkp.code.nodeport-proxy");
  const seed = read.answer(infrastructure.datacenter.seed, datacenter);
  if (!read.rule(proxyRuns, seed)) return "everybody";
  const given = read.maybe(exposure.cluster.proxySources, seed);
  return given.kind !== "known" || given.value.length === 0 ? "everybody" : `${listed(given.value)} alone, the allowed networks of its nodeport-proxy`;
}
