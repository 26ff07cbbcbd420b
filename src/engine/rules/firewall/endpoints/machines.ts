import { apiEndpointOf } from "../../../api-endpoints/registry.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../../answers/chapters/load-balancer.ts";
import { network } from "../../../answers/chapters/network.ts";
import type { Value } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { controlPlaneAddresses } from "../../addresses/assignments.ts";
import { ownPods, podsSeen } from "../../addresses/pods-seen.ts";
import { drawnByEach, nodeNetwork6, workerNetwork6 } from "../../basics/families.ts";
import { nodesSeen, seenSoFar, workersSeen } from "../../basics/leaving.ts";
import { clusterName, datacenterName, workerNetwork } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { passesOnToApi } from "../passes-on.ts";
import { knownIds } from "../subjects.ts";
import { leavesAs, seenFrom } from "./leaves-as.ts";
import { fromInfrastructure, valueOf } from "./values.ts";

/** Place of something as an endpoint shows it: only where it is answered and exists. Never waits; flows do. */
export function shownPlace(read: Reader, answered: Value<string>): string | undefined {
  return answered.kind === "known" && read.rule(knownIds).places.has(answered.value) ? answered.value : undefined;
}

/** Machines of a platform cluster, by the network they stand in. */
export const nodeEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.nodes",
  title: "Nodes of the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const answered = read.maybe(infrastructure.cluster.place, cluster);
    const place = shownPlace(read, answered);
    const name = clusterName(read, cluster);
    const block = place === undefined ? answered : read.maybe(network.place.nodeNetwork, place);
    const second = place === undefined ? undefined : nodeNetwork6(read, place);
    const seen = place === undefined ? undefined : seenSoFar(read, nodesSeen, cluster);
    const pods = read.rule(podsSeen, cluster);
    const own = ownPods(read, cluster);
    const nodes: Endpoint = {
      id: ends.nodes(cluster),
      title: `Nodes of ${name}`,
      kind: "nodes",
      cluster,
      place,
      addresses: place === undefined && answered.kind === "known" ? [] : [block, ...(second ? [second] : [])],
      pods: pods.ranges,
      ...(pods.privately ? { podsPrivately: true as const } : {}),
      ...leavesAs(seen),
      from: read.cell,
      why: `Nodes of ${name} are added and replaced, so the firewall opens for their whole network${seenFrom(seen)}.${own === undefined ? "" : ` Pods on them call ${pods.privately ? "private networks" : "others"} with addresses of ${own}.`}`,
    };
    if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone" || !calledAlone(read, cluster)) return [nodes];
    const machines = valueOf(read, controlPlaneAddresses, cluster);
    return [
      nodes,
      {
        id: ends.controlPlanes(cluster),
        title: `Control planes of ${name}`,
        kind: "control-planes",
        cluster,
        place,
        addresses: machines?.kind === "known" ? machines.value.map(({ address }) => address) : [machines ?? fromInfrastructure(read, cluster)],
        from: read.cell,
        why: passedOn(read, cluster) ? `Calls to the Kubernetes API of ${name} are passed on to each of them.` : `The control planes of ${name} hand the address of its Kubernetes API to each other.`,
      },
    ];
  },
});

/** Workers of a datacenter, by the network they stand in. */
export const workerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.workers",
  title: "Workers of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    const answered = read.maybe(infrastructure.datacenter.place, datacenter);
    const place = shownPlace(read, answered);
    const name = datacenterName(read, datacenter);
    const block = place === undefined ? (answered.kind === "known" ? undefined : answered) : valueOf(read, workerNetwork, datacenter);
    const second = place === undefined ? undefined : workerNetwork6(read, datacenter);
    const each = second && drawnByEach(read, datacenter);
    const seen = place === undefined ? undefined : seenSoFar(read, workersSeen, datacenter);
    return [
      {
        id: ends.workers(datacenter),
        title: `Workers of ${name}`,
        kind: "workers",
        datacenter,
        place,
        addresses: block ? [block, ...(second ? [second] : [])] : [],
        ...leavesAs(seen),
        from: read.cell,
        why: `User clusters of ${name} grow and shrink, so the firewall opens for the network their workers stand in${seenFrom(seen)}.${each ? ` No network of ${each.from} carries IPv6: each worker draws ${each.draws} when it is made, which a rule can only take from the machine itself.` : ""}`,
      },
    ];
  },
});

/** Whether rows lead to the control planes and to no other node: they hand an address around, or calls are passed on to them. Never waits; flows do. */
function calledAlone(read: Reader, cluster: string): boolean {
  const endpoint = read.optional(loadBalancer.cluster.apiEndpoint, cluster);
  return (endpoint !== undefined && apiEndpointOf(endpoint).vrrp) || passedOn(read, cluster);
}

/** Whether a machine of the customer passes calls on to them. */
const passedOn = (read: Reader, cluster: string): boolean => read.outcome(passesOnToApi, cluster).kind === "known";
