import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { nameOfDatacenter } from "../basics/platform.ts";
import { tenantsPart } from "../workloads/catalogue-block.ts";
import { workloadsInSegment } from "../workloads/in-segment.ts";
import { setting } from "./setting.ts";

/** Objects of MetalLB by which workers answer for the workloads of a tenant, the same in each user cluster of a datacenter. */
export const workloadSegmentObjects = rule<readonly Setting[]>({
  id: "settings.balancers-workload-segment",
  title: "Objects that answer for the workloads of the datacenter",
  per: "datacenter",
  sources: ["metallb.l2", "metallb.pools", "metallb.code.pools"],
  derive: (read, datacenter) => {
    const block = read.rule(workloadsInSegment, datacenter);
    const object = (name: string) => `${name} in user clusters of ${nameOfDatacenter(read, datacenter)}`;
    const row = (id: string, name: string, field: string, value: string, why: string) => setting(read, { topic: "balancers", object: object(name), id: `balancers.workload-${id}[${datacenter}]`, field, value, why });
    return [
      row("pool", "IPAddressPool workloads", "spec.addresses", tenantsPart(block), "MetalLB refuses what is no range and what overlaps another pool of its own user cluster, and knows no other: in two with the same part, workers of both answer for the same addresses."),
      row("advertisement", "L2Advertisement workloads", "spec.ipAddressPools", "workloads", "A pool that nothing advertises hands out addresses that nobody can reach."),
    ];
  },
});
