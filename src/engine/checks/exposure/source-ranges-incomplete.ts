import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { departs, strategyOfDatacenter } from "../../rules/basics/exposure.ts";
import { clusterName, datacenterName, masterCluster, workerNetwork } from "../../rules/basics/platform.ts";
import { contains, parseBlock } from "../../values/range.ts";

/** Allowed source ranges that lock out the platform itself. */
export const sourceRangesIncomplete = check({
  id: "exposure.source-ranges-incomplete",
  title: "Allowed source ranges let the platform in",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.apiserver-policies"],
  examine: (read, datacenter, report) => {
    if (!departs(read, "sources") || read.rule(strategyOfDatacenter, datacenter) !== "LoadBalancer") return;
    const allowed = read.answer(exposure.datacenter.sourceRanges, datacenter).flatMap((text) => parseBlock(text) ?? []);
    const seed = read.answer(infrastructure.datacenter.seed, datacenter);
    const master = read.rule(masterCluster);
    const nodesOf = (cluster: string) => read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
    const wanted = [
      { who: `Workers of ${datacenterName(read, datacenter)}`, text: read.rule(workerNetwork, datacenter) },
      { who: `Nodes of the master ${clusterName(read, master)}`, text: nodesOf(master) },
      { who: `Nodes of the Seed ${clusterName(read, seed)}`, text: nodesOf(seed) },
      { who: `Pods of the Seed ${clusterName(read, seed)}`, text: read.answer(network.plan.platformPods) },
    ];
    const missing = wanted.filter(({ text }) => {
      const block = parseBlock(text);
      return block !== undefined && !allowed.some((range) => contains(range, block));
    });
    if (missing.length === 0) return;
    const ranges = [...new Set(missing.map(({ text }) => text))];
    const path = read.path(exposure.datacenter.sourceRanges, datacenter);
    report({
      title: `Source ranges of ${datacenterName(read, datacenter)} lock the platform out`,
      message: `${missing.map(({ who, text }) => `${who} (${text})`).join(", ")} must reach these API servers and ${missing.length === 1 ? "is" : "are"} not among the allowed ranges. Defaults of the Seed are added to a list, but stand for none.`,
      remedy: `Add ${ranges.join(", ")}, and check that the load balancer honours source ranges.`,
      fixes: [{ title: `Allow ${ranges.join(", ")} as well`, set: [{ path, value: [...read.answer(exposure.datacenter.sourceRanges, datacenter), ...ranges] }] }],
      answers: [path],
    });
  },
});
