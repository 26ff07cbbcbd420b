import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { clusterName, datacenterName, exposeStrategy, placeName } from "../basics/platform.ts";

type Row = Omit<AddressRange, "from" | "place" | "text">;

/** A row where the range is stated; nothing where it is not. */
const row = (read: Reader, text: string | undefined, rest: Row, place?: string): readonly AddressRange[] =>
  text === undefined ? [] : [{ ...rest, text, ...(place === undefined ? {} : { place }), from: read.cell }];

/** Ranges of a place: node network, DHCP range, other networks. */
export const placeRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-place",
  title: "Ranges of the place",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const others = read.optional(network.place.otherNetworks, place) ?? [];
    const at = (question: Parameters<Reader["path"]>[0]) => read.path(question, place);
    return [
      ...row(read, read.optional(network.place.nodeNetwork, place), {
        id: `range.node-network[${place}]`, title: `Node network of ${name}`, kind: "node-network", path: at(network.place.nodeNetwork),
        why: `Machines at ${name} stand in it.`,
      }, place),
      ...row(read, read.optional(network.place.dhcp, place), {
        id: `range.dhcp[${place}]`, title: `DHCP range of ${name}`, kind: "dhcp", path: at(network.place.dhcp),
        why: `Workers at ${name} take leases from it, so nothing fixed may lie inside.`,
      }, place),
      ...others.flatMap(({ name: title, block }, index) =>
        row(read, block, {
          id: `range.other-${index + 1}[${place}]`, title: `${title} at ${name}`, kind: "other", path: at(network.place.otherNetworks),
          why: `Machines at ${name} must reach it.`,
        }, place)),
    ];
  },
});

/** Ranges of a platform cluster: its block of virtual addresses and its BGP peers. */
export const clusterRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-cluster",
  title: "Ranges of the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const id = read.answer(loadBalancer.cluster.kind, cluster);
    const kind = loadBalancerKindOf(id);
    const place = read.optional(infrastructure.cluster.place, cluster);
    const name = clusterName(read, cluster);
    const pool = kind.addressesFrom === "pool" ? read.optional(loadBalancer.cluster.pool, cluster) : undefined;
    const peers = kind.peers ? (read.optional(loadBalancer.cluster.peers, cluster) ?? []) : [];
    return [
      ...row(read, pool, {
        id: `range.pool[${cluster}]`, title: `Virtual addresses of ${name}`, kind: "pool", path: read.path(loadBalancer.cluster.pool, cluster),
        why: `${kind.title} announces addresses of it; users and workers dial them.`,
      }, place),
      ...peers.flatMap(({ name: router, address, asn }, index) =>
        row(read, address, {
          id: `range.peer-${index + 1}[${cluster}]`, title: `BGP peer ${router ?? index + 1} of ${name}`, kind: "peer", path: read.path(loadBalancer.cluster.peers, cluster),
          why: `Every node of ${name} opens a session to AS ${asn} here.`,
        }, place)),
    ];
  },
});

/** Ranges of a datacenter: a worker network of its own with its leases, and the block for workloads. */
export const datacenterRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-datacenter",
  title: "Ranges of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    const place = read.optional(infrastructure.datacenter.place, datacenter);
    const own = read.optional(network.datacenter.workersIn, datacenter) === "own-network";
    const name = datacenterName(read, datacenter);
    const at = (question: Parameters<Reader["path"]>[0]) => read.path(question, datacenter);
    return [
      ...row(read, own ? read.optional(network.datacenter.workerNetwork, datacenter) : undefined, {
        id: `range.worker-network[${datacenter}]`, title: `Worker network of ${name}`, kind: "worker-network", path: at(network.datacenter.workerNetwork),
        why: `User-cluster nodes of ${name} stand in it, apart from the management.`,
      }, place),
      ...row(read, own ? read.optional(network.datacenter.workerDhcp, datacenter) : undefined, {
        id: `range.worker-dhcp[${datacenter}]`, title: `DHCP range of the workers of ${name}`, kind: "dhcp", path: at(network.datacenter.workerDhcp),
        why: `User-cluster nodes of ${name} take leases from it.`,
      }, place),
      ...row(read, read.optional(loadBalancer.datacenter.workloadBlock, datacenter), {
        id: `range.workloads[${datacenter}]`, title: `Block for workloads of ${name}`, kind: "workloads", path: at(loadBalancer.datacenter.workloadBlock),
        why: `Services of user clusters in ${name} take addresses from it.`,
      }, place),
    ];
  },
});

/** Ranges inside the clusters, and the agent's address with Tunneling. */
export const planRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-plan",
  title: "Ranges inside the clusters",
  per: "plan",
  sources: ["kkp.code.resources", "kubeone.defaults"],
  derive: (read) => {
    const { userClusterPods, userClusterServices, platformPods, platformServices, tunnelingAgentAddress } = network.plan;
    const all: readonly (readonly [Parameters<typeof read.answer<string>>[0], Row["id"], Row["kind"], string, string])[] = [
      [userClusterPods, "range.user-cluster-pods", "pods", "Pods of user clusters", "All user clusters use it alike; nothing that their pods or nodes must reach may lie in it."],
      [userClusterServices, "range.user-cluster-services", "services", "Services of user clusters", "All user clusters use it alike; kube-proxy catches every address of it that a Service has."],
      [platformPods, "range.platform-pods", "pods", "Pods of master and Seeds", "Pods of the platform must reach node networks, registries and the identity source outside it."],
      [platformServices, "range.platform-services", "services", "Services of master and Seeds", "kube-proxy on master and Seeds catches every address of it that a Service has."],
    ];
    return [
      ...all.flatMap(([question, id, kind, title, why]) => row(read, read.answer(question), { id, kind, title, why, path: read.path(question) })),
      ...(read.rule(exposeStrategy) === "Tunneling"
        ? row(read, read.answer(tunnelingAgentAddress), {
            id: "range.agent", kind: "agent", title: "Tunnelling agent on every worker", path: read.path(tunnelingAgentAddress),
            why: "With Tunneling every worker binds it, and pods reach their API server through it.",
          })
        : []),
    ];
  },
});
