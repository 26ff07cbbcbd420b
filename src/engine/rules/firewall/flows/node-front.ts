import { fronts } from "../../../answers/chapters/fronts.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName, entryIn, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { leadsOn, nodeFront, nodePortsOf } from "../node-front.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From what stands in front of node ports on to the nodes. */
export const frontToNodes = rule<readonly FlowDraft[]>({
  id: "firewall.front-to-nodes",
  title: "Front of the node ports to the nodes",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const front = read.rule(nodeFront, cluster);
    if (front.sources.kind !== "known") read.answer(fronts.cluster.nodeFrontSources, cluster);
    if (!leadsOn(front)) return read.notApplicable("People dial a node itself.");
    const { address, entry, apiServers } = front;
    const name = clusterName(read, cluster);
    const shown = address.kind === "known" ? address.value : "The front";
    const row = { of: cluster, source: ends.nodeFront(cluster), destination: ends.nodes(cluster) } as const;
    const platform = read.optionalRule(masterCluster) === cluster;
    const ofEntry = { ...row, refs: platform ? ["P1"] : ["E3"], reason: `Browsers are led on to ${platform ? "the platform entry" : "interfaces of the Seed"} on ports of the nodes` };
    return [
      ...(entry ? [flow(read, { ...ofEntry, refs: platform && entryIn(read, cluster).redirects ? ["P1", "E2"] : ofEntry.refs, word: "front-entry", ports: nodePortsOf(entry).join(", "), lifetime: "installation and operation", why: `${shown} is no node of ${name}: what people dial there answers only where it gets through to ${entryIn(read, cluster).title} on the nodes.` })] : []),
      ...(entry?.former ? [flow(read, { ...ofEntry, refs: platform ? ["P1", "E2"] : ["E3"], word: "front-entry-former", ports: entry.former, reason: `${ofEntry.reason}, until the upgrade`, lifetime: "installation", why: `${shown} leads to the former entry of ${name} until it is changed in the middle of the upgrade.` })] : []),
      ...(apiServers === undefined ? [] : [flow(read, { ...row, refs: ["P9"], word: "front-nodes", ports: apiServers, reason: "API servers of user clusters are led on to", lifetime: "operation", why: `Names of user clusters of ${name} lead to ${shown === "The front" ? "the front" : shown}, and each API server answers on a port of its own of the nodes behind it; nobody knows in advance which.` })]),
    ];
  },
});
