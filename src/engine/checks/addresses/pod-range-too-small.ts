import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { check } from "../../kernel/check.ts";
import { lackingIn, podRangeUse } from "../../rules/addresses/pod-range-use.ts";
import { roomierRanges } from "../../rules/addresses/pod-blocks.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { podRangeUseCeiling } from "../../rules/sizing/own-pod-ranges.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** Ranges of pods of a cluster that KubeOne does not build, with less room than its nodes and pods take. */
export const podRangeTooSmall = check({
  id: "addresses.pod-range-too-small",
  title: "Pod ranges of clusters that are there have room for each node",
  severity: "blocker",
  also: ["warning"],
  per: "cluster",
  sources: ["gcp.gke-max-pods", "azure.aks-overlay", "azure.aks-pod-subnet"],
  examine: (read, cluster, report) => {
    const use = read.rule(podRangeUse, cluster);
    const lacking = lackingIn(use);
    if (lacking === undefined) return;
    const { texts, path, workers, standIns, pods, addresses, share } = use;
    const { maxUserClusters: most } = read.rule(podRangeUseCeiling, cluster);
    const name = clusterName(read, cluster);
    const ranges = listed(texts);
    const [end, have] = texts.length === 1 ? ["ends", "has"] : ["end", "have"];
    const value = roomierRanges(read, cluster, use);
    const shown = value === undefined ? undefined : listed([value].flat());
    // Whoever built a cluster is asked; nobody makes it anew for a plan.
    const there = read.answer(infrastructure.cluster.provisioning, cluster) === "existing";
    const carries = most === "unlimited" ? "" : ` ${texts.length === 1 ? "It carries" : "They carry"} ${formatCount(most, "user cluster")} at most.`;
    const room = share && `A node of ${name} takes ${share.words} of ${ranges}${share.most === share.nodes ? "" : " once it runs all pods that it may"}, which ${have} room for ${formatCount(share.nodes, "node")}; ${formatCount(workers, "worker")} and ${formatFigure(standIns)} for a while in place of others are planned.`;
    const few = pods > addresses ? ` ${formatCount(pods, "pod")} of ${name} take an address each, and ${ranges} ${have} ${formatFigure(addresses)}: ${formatFigure(pods - addresses)} too few.` : "";
    const instead = there ? "Let whoever built the cluster add a range, or take larger machines or more Seeds." : "Take larger machines, a further range where the service takes one, or more Seeds.";
    report({
      ...(lacking === "certain" ? {} : { key: "planned", severity: "warning" as const }),
      title: few === "" && share ? `${ranges} ${end} at ${formatCount(lacking === "certain" ? share.most : share.nodes, "node")} in ${name}` : `${ranges} ${have} too few addresses for the pods of ${name}`,
      message: `${room ?? ""}${few}${carries}`.trim(),
      remedy: there ? instead : shown === undefined ? `Take a larger range before the cluster is made. ${instead}` : `Take ${shown} before the cluster is made; nothing else that is stated uses it. ${instead}`,
      fixes: value === undefined || there ? [] : [{ title: `Use ${shown}`, set: [{ path, value }] }],
      running: instead,
      answers: [path, read.path(versions.cluster.nodePods, cluster)],
    });
  },
});
