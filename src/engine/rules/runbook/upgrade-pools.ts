import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { runningSlots } from "../addresses/running-services.ts";
import { slotsOf } from "../addresses/slots.ts";
import { clusterName, entryIn, runsAlready } from "../basics/platform.ts";
import { reachableCharts } from "./charts.ts";
import { filesIn } from "./clusters.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";

const HELD = "kubectl get services --all-namespaces | grep -F LoadBalancer";

/** The address that a new entry asks for beside what runs, in words; undefined where none comes. */
function comingEntry(read: Reader, cluster: string): string | undefined {
  if (!read.rule(slotsOf, cluster).includes("entry") || read.rule(runningSlots, cluster).includes("entry")) return undefined;
  const entry = read.optionalRule(entryAddress, cluster);
  const { title } = entryIn(read, cluster);
  return entry?.address.kind === "known" ? `${entry.address.value}, which is planned for ${title}` : `the address that is planned for ${title}`;
}

/** On an upgrade, what hands out virtual addresses is held against the plan before anything new asks for one. */
export const upgradePools: StepRule = rule({
  id: "runbook.upgrade-pools",
  title: "Step: pools before the upgrade",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    if (!runsAlready(read)) return read.notApplicable("The pools come with the load balancer.");
    const kind: LoadBalancerKind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
    const { compare, sources = [] } = kind.install ?? {};
    if (!compare) return read.notApplicable(`${kind.title} hands out no block of this plan.`);
    read.cite(...sources, ...kind.sources);
    const name = clusterName(read, cluster);
    const block = read.answer(loadBalancer.cluster.pool, cluster);
    const entry = comingEntry(read, cluster);
    return [
      {
        id: `step.upgrade-pools[${cluster}]`,
        title: `Hold the pools of ${name} against this plan`,
        text: `${filesIn(compare.commands, name)}${compare.told} The first command shows which Service holds which address of ${block}, and the last one must show the same.`,
        commands: [atCluster(read, cluster), HELD, ...reachableCharts(read, cluster, compare.commands).map((line) => line.replaceAll("{folder}", folderOf(read, cluster))), HELD],
        from: read.cell,
        why: entry === undefined
          ? `Firewall rows and records of this plan hold for ${name} only while its pools hand out what the plan leaves to them.`
          : `While the pools of ${name} are those of before, the next Service that asks for any address may get ${entry}, and what is pinned to it then waits for ever.`,
      },
    ];
  },
});
