import { fronts } from "../../answers/chapters/fronts.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { PlatformEntry } from "../../releases/release.ts";
import { entryIn, replacedAt } from "../basics/platform.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What an upgrade changes about an entry on ports of the nodes: its ports, while its address stays. */
export interface ChangedPorts {
  readonly before: PlatformEntry["nodePorts"];
  readonly after: PlatformEntry["nodePorts"];
  /** Whether people dial them, or something in front leads the usual ones on to them. */
  readonly dialled: boolean;
}

/** Ports of a replaced entry and of the new one; not applicable where each has an address of its own. */
export const changedPorts = rule<ChangedPorts>({
  id: "addresses.changed-ports",
  title: "Ports of the nodes before and after the upgrade",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const former = replacedAt(read, cluster);
    const entry = entryIn(read, cluster);
    if (!former) return read.notApplicable("No entry is replaced here.");
    if (entry.own || balancerOf(read, cluster).addressesFrom !== "nodes") return read.notApplicable("The new entry has an address of its own.");
    return { before: former.nodePorts, after: entry.nodePorts, dialled: read.answer(fronts.cluster.nodeFrontPorts, cluster) !== "usual" };
  },
});

/** "32443 and 32080" */
export const bothPorts = ({ https, http }: PlatformEntry["nodePorts"]): string => `${https} and ${http}`;

/** Where they change, from which to which; undefined otherwise. */
export const portsAt = (read: Reader, cluster: string): ChangedPorts | undefined => read.optionalRule(changedPorts, cluster);
