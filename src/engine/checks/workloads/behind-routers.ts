import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { own as ownSupplier } from "../../workload-suppliers/own.ts";
import { check } from "../../kernel/check.ts";
import { madeSubnet } from "../../rules/basics/made-networks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { workloadSupplier } from "../../rules/workloads/supplier.ts";

/** Workloads whose callers must reach workers that stand behind a router which nothing passes inwards. */
export const workloadsBehindRouters = check({
  id: "workloads.behind-routers",
  title: "Callers reach workers behind routers that KKP makes",
  severity: "blocker",
  also: ["warning"],
  per: "datacenter",
  sources: ["kkp.code.security-groups"],
  examine: (read, datacenter, report) => {
    const subnet = madeSubnet(read, datacenter);
    if (!subnet) return;
    const supplier = read.rule(workloadSupplier, datacenter);
    const stated = supplier.addressesFrom === "block" && read.optional(loadBalancer.datacenter.workloadBlock, datacenter) !== undefined;
    if (!supplier.announcedByWorkers && supplier.addressesFrom !== "hub" && !stated) return;
    const name = datacenterName(read, datacenter);
    const { path } = subnet;
    report({
      severity: supplier.announcedByWorkers ? "blocker" : "warning",
      title: supplier.id === ownSupplier.id ? `A block for workloads does not lead through the routers of ${name}` : `${supplier.title} does not lead through the routers of ${name}`,
      message: `Workers of ${name} stand in ${subnet.block} behind a router of their user cluster, which passes nothing inwards${supplier.addressesFrom === "hub" ? ": KubeLB reaches those alone that have a floating address" : ", so addresses that they answer for are seen by their own user cluster alone"}.`,
      remedy: supplier.addressesFrom === "hub" ? "Give each node a floating address, or name a prepared network that KubeLB is routed to." : "Name a prepared network, or let the load balancer of the infrastructure give the addresses.",
      fixes: [{ title: "Let the workers stand in a network that is there", set: [{ path, value: false }] }],
      answers: [path, read.path(workloadAddresses.datacenter.workloads, datacenter)],
    });
  },
});
