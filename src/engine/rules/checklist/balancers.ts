import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { routesOf } from "../addresses/announced.ts";
import { bothPorts, changedPorts } from "../addresses/changed-ports.ts";
import { nodesAreDialled } from "../addresses/front-sources.ts";
import { clusterName, datacenterName, entryIn, writtenName } from "../basics/platform.ts";
import { ledOnAs, nodeFront, nodePortsOf } from "../firewall/node-front.ts";
import { workloadRoutes } from "../workloads/routes.ts";
import { listed } from "../../values/sentence.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What a load-balancer kind needs before it is installed. */
const prepared = rule<readonly Draft[]>({
  id: "checklist.load-balancer",
  title: "Checklist: load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const kind = balancerOf(read, cluster);
    const name = clusterName(read, cluster);
    const open = [
      ...(kind.appliance ? [read.maybe(fronts.cluster.applianceAddress, cluster), read.maybe(fronts.cluster.applianceSources, cluster)] : []),
      ...(kind.addressesFrom === "nodes" ? [read.maybe(fronts.cluster.nodeFront, cluster)] : []),
    ];
    // What only a running cluster shows is asked of one that is there; for others the runbook looks.
    const there = read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone";
    return (kind.prepare ?? []).filter(({ inCluster, nodesDialled }) => (there || !inCluster) && (!nodesDialled || nodesAreDialled(read, cluster))).map(({ id, team, title, why, how = "", verify, sources, after, inCluster }) => {
      read.cite(...sources);
      return itemOf(read, `${id}[${cluster}]`, { title: `${title.replaceAll("{name}", writtenName(read, cluster))}, for ${name}`, team, chapter: "loadBalancer", verify, why, how, ...(after === undefined ? {} : { after: [after] }), ...(inCluster ? { uses: [`existing-cluster[${cluster}]`] } : {}), blockedBy: openIn(...open) });
    });
  },
});

/** What stands in front of the nodes, and has to lead on what people dial there. */
const frontReady = rule<readonly Draft[]>({
  id: "checklist.node-front",
  title: "Checklist: front of the node ports",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const front = read.rule(nodeFront, cluster);
    const { ports } = ledOnAs(read, cluster, front);
    if (ports.length === 0) return read.notApplicable("People dial a node on its own ports.");
    const { address } = front;
    const shown = address.kind === "known" ? address.value : "What stands in front";
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `led-ports[${cluster}]`, {
        title: `${shown} prepared to lead TCP ${listed(ports)} on to the nodes of ${name}`,
        team: "network",
        chapter: "loadBalancer",
        verify: "Whoever runs it shows the rule for each of these ports, and is named for the step of the runbook that gives it the nodes as targets, and for each node that is replaced later",
        why: `Names lead to ${address.kind === "known" ? address.value : "it"} while ${listed([...(front.entry ? [`${entryIn(read, cluster).title} answers on ${listed(nodePortsOf(front.entry))}`] : []), ...(front.apiServers === undefined ? [] : [`API servers of user clusters answer on ports of ${front.apiServers.replace("-", "–")}`])])} of the nodes.`,
        blockedBy: openIn(address),
      }),
    ];
  },
});

/** What stands in front of the nodes, where an upgrade changes the ports behind it. */
const frontPorts = rule<readonly Draft[]>({
  id: "checklist.front-ports",
  title: "Checklist: ports behind the front",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const { before, after, dialled } = read.rule(changedPorts, cluster);
    if (dialled) return read.notApplicable("People dial the ports of the nodes; rows of the firewall table open them.");
    const front = read.maybe(fronts.cluster.nodeFront, cluster);
    return [
      itemOf(read, `front-ports[${cluster}]`, {
        title: `Front of ${clusterName(read, cluster)} ready to lead 443 and 80 to ${bothPorts(after)} of the nodes`,
        team: "network",
        chapter: "loadBalancer",
        verify: `Whoever runs it shows the change prepared, in place of ${bothPorts(before)}, and the way from it to ${bothPorts(after)} of the nodes open`,
        why: "It is changed in the middle of the upgrade, when the new entry has been tried, and before the former one goes.",
        blockedBy: openIn(front),
      }),
    ];
  },
});

/** Routers that take routes of workloads from the workers. */
const workloadRouters = rule<readonly Draft[]>({
  id: "checklist.workload-routers",
  title: "Checklist: routers of the workloads",
  per: "datacenter",
  sources: ["metallb.bgp-config"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const { block, segment, routers, routerAsn, asn } = read.rule(workloadRoutes, datacenter);
    const name = datacenterName(read, datacenter);
    const as = (number: Value<number>, whose: string) => (number.kind === "known" ? `AS ${number.value}` : `the AS number of ${whose}`);
    return [
      itemOf(read, `workload-routers[${datacenter}]`, {
        title: `Routers take ${block} by BGP from the workers of ${name}`,
        team: "network",
        chapter: "loadBalancer",
        verify: `The configuration of the routers takes neighbours of ${as(asn, "user clusters")} from the range ${segment}, not single workers, and routes inside ${block}, each of ${routesOf(block).length}`,
        why: `${block} lies outside ${segment}, so nothing there answers for its addresses unless routers learn the way.`,
        how: `Each tenant of ${name} enters the routers with ${as(routerAsn, "the routers")} and ${as(asn, "user clusters")} as its own in the MetalLB of its user clusters.`,
        blockedBy: openIn(routers, routerAsn, asn),
      }),
    ];
  },
});

export const balancerItems: readonly Rule<readonly Draft[]>[] = [prepared, frontReady, frontPorts, workloadRouters];
