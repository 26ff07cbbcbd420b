import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { balancerTypes, typesOf, type ChosenType } from "../sizing/balancer-types.ts";
import { PROXY_ANNOTATIONS } from "./annotations.ts";
import { annotated, COPIED } from "./cloud-annotations.ts";
import { seedObject, setting } from "./setting.ts";

/** Why a type, and what a Service gets that names none. */
function reason({ name, listeners, targets, neededListeners, neededTargets, usual }: ChosenType, whose: string, controller: string): string {
  const needed = `${formatCount(neededListeners, "listener")} and up to ${formatCount(neededTargets, "worker")}`;
  if (neededListeners > listeners) return `${whose} has ${needed}; none carries ${formatCount(neededListeners, "listener")}, and the largest has ${listeners}.`;
  if (neededTargets > targets) return `${whose} has ${needed}; the largest sends to ${targets} of them, and the others pass traffic on without taking any from it.`;
  if (name === usual.name) return `${whose} has ${needed}, which the smallest type carries; named, it does not hang on what ${controller} takes by default.`;
  return `${whose} has ${needed}, and this is the smallest type that carries both; without the annotation ${controller} would make ${usual.name}, which carries ${usual.listeners} and sends to ${usual.targets}.`;
}

/** Types of the load balancers of a platform cluster, where its infrastructure has several. */
export const balancerTypeAnnotations = rule<readonly Setting[]>({
  id: "settings.balancers-types",
  title: "Annotations that choose the type of a load balancer",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    const types = typesOf(read, cluster);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!types) return read.notApplicable(`Load balancers of ${provider.title} come in one type, or give Services here no address.`);
    const chosen = read.rule(balancerTypes, cluster);
    const { entry, proxy, ownEach } = annotated(read, cluster);
    const name = nameOfCluster(read, cluster);
    const row = (id: "entry" | "proxy", object: string, field: string, why: string) =>
      setting(read, { topic: "balancers", object, id: `balancers.type-${id}[${cluster}]`, field: `${field}: ${types.annotation}`, value: known(chosen[id].name), why });
    return [
      ...(entry ? [row("entry", entry.object, entry.field, `${reason(chosen.entry, `The entry of ${name}`, types.controller)}${entry.before}`)] : []),
      ...(proxy || ownEach ? [row("proxy", seedObject(name), PROXY_ANNOTATIONS, `${reason(chosen.proxy, `The nodeport-proxy of ${name}`, types.controller)}${ownEach ? COPIED : ""}`)] : []),
    ];
  },
});
