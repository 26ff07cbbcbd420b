import { exposure } from "../../answers/chapters/exposure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { departs, hasProxy } from "../basics/exposure.ts";
import { clusterName } from "../basics/platform.ts";
import { atCluster } from "./step.ts";

/** Each network once, however often KKP has added it. */
const RANGES = `kubectl -n kubermatic get service nodeport-proxy -o jsonpath='{.spec.loadBalancerSourceRanges[*]}' | grep -oE '[^ ]+' | sort -u`;

/** How it is seen whom the nodeport-proxies of Seeds let in, which only the Service tells: KKP takes nothing out of it. A sentence with a blank before it. */
export function proxySourcesSeen(read: Reader, seeds: readonly string[]): { readonly text: string; readonly commands: readonly string[] } {
  const limited = departs(read, "proxy-sources") ? seeds.filter((seed) => hasProxy(read, seed)) : [];
  const known = limited.flatMap((seed) => {
    const given = read.maybe(exposure.cluster.proxySources, seed);
    return given.kind === "known" && given.value.length > 0 ? [{ seed, ranges: given.value }] : [];
  });
  if (known.length === 0) return { text: "", commands: [] };
  read.cite("kkp.code.nodeport-proxy");
  return {
    text: ` The Service nodeport-proxy lists ${listed(known.map(({ seed, ranges }) => `${listed(ranges)} on ${clusterName(read, seed)}`))} and nothing else: what the Seed object named before, KKP leaves there, and it is taken out by hand.`,
    commands: known.flatMap(({ seed }) => [atCluster(read, seed), RANGES]),
  };
}
