import { lookThrough } from "../../answers/answers.ts";
import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { ownWorkerNetwork6 } from "../basics/families.ts";
import { datacenterName } from "../basics/platform.ts";
import { workloadRoutes } from "../workloads/routes.ts";
import { WORKLOAD_ROUTER } from "./overlap-verdicts.ts";
import { rangeRow } from "./range-row.ts";
import { mayTakeBlock } from "./service-blocks.ts";
import { madeSubnet, workersStandSoFar } from "../basics/made-networks.ts";

/** Ranges of a datacenter: a worker network of its own with its leases, the block for workloads and the routers that take its routes. */
export const datacenterRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-datacenter",
  title: "Ranges of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    const place = read.optional(infrastructure.datacenter.place, datacenter);
    const own = workersStandSoFar(read, datacenter) === "own-network";
    const made = madeSubnet(read, datacenter);
    const name = datacenterName(read, datacenter);
    const second = ownWorkerNetwork6(read, datacenter);
    const workloads = mayTakeBlock(read, datacenter) ? read.maybe(loadBalancer.datacenter.workloadBlock, datacenter) : undefined;
    const routes = read.outcome(workloadRoutes, datacenter);
    const routers = routes.kind === "known" && routes.value.routers.kind === "known" ? routes.value.routers.value : [];
    const at = (question: Parameters<Reader["path"]>[0]) => read.path(question, datacenter);
    return [
      ...rangeRow(read, own ? stated(read.maybe(network.datacenter.workerNetwork, datacenter)) : undefined, {
        id: `range.worker-network[${datacenter}]`, title: `Worker network of ${name}`, kind: "worker-network", path: at(network.datacenter.workerNetwork),
        why: `User-cluster nodes of ${name} stand in it, apart from the management; ranges inside the clusters leave it alone, or their pods could not reach these nodes.`,
      }, place),
      ...(made ? rangeRow(read, made.block, {
        id: `range.made-network[${datacenter}]`, title: `Network of each user cluster of ${name}`, kind: "worker-network", path: made.path, translated: true,
        why: `KKP gives every user cluster of ${name} this network behind a router of its own, so they may all have the same; what has an address of it elsewhere is hidden from their nodes.`,
      }, place) : []),
      ...rangeRow(read, second && stated(second), {
        id: `range.worker-network-v6[${datacenter}]`, title: `IPv6 worker network of ${name}`, kind: "worker-network", path: at(families.datacenter.workerNetwork6),
        why: `User-cluster nodes of ${name} have their second address in it.`,
      }, place),
      ...rangeRow(read, own && network.datacenter.workerDhcp.asked?.(lookThrough(read), datacenter) ? stated(read.maybe(network.datacenter.workerDhcp, datacenter)) : undefined, {
        id: `range.worker-dhcp[${datacenter}]`, title: `DHCP range of the workers of ${name}`, kind: "dhcp", path: at(network.datacenter.workerDhcp),
        why: `User-cluster nodes of ${name} take leases from it.`,
      }, place),
      ...rangeRow(read, workloads && stated(workloads), {
        id: `range.workloads[${datacenter}]`, title: `Block for workloads of ${name}`, kind: "workloads", path: at(loadBalancer.datacenter.workloadBlock),
        why: `Services of user clusters in ${name} take addresses from it.`,
      }, place),
      ...routers.flatMap((router, index) => rangeRow(read, router, {
        id: `${WORKLOAD_ROUTER}-${index + 1}[${datacenter}]`, title: `Router ${index + 1} of the workloads of ${name}`, kind: "peer", path: at(workloadAddresses.datacenter.workloadRouters),
        why: `Every worker of ${name} opens a BGP session to it, so that the block for workloads is routed.`,
      }, place)),
    ];
  },
});

/** The range that a value states; nothing while it is open. */
const stated = (value: Value<string>): string | undefined => (value.kind === "known" ? value.value : undefined);
