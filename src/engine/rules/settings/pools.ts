import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { formatBlock } from "../../values/range.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { servedByHub } from "../workloads/hub.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { setting } from "./setting.ts";

/** Fields of the pool that gives user clusters of a datacenter their addresses. */
export const poolFields = rule<readonly Setting[]>({
  id: "settings.balancers-pool",
  title: "Fields of the address pool",
  per: "datacenter",
  sources: ["kkp.ipam", "kkp.code.ipam-validation"],
  derive: (read, datacenter) => {
    const { name: pool, block, type, share, excluded } = read.rule(ipamPool, datacenter);
    const name = datacenterName(read, datacenter);
    const object = `IPAMPool ${pool} on ${clusterName(read, read.answer(infrastructure.datacenter.seed, datacenter))}`;
    const row = (id: string, field: string, value: string, why: string) => setting(read, { topic: "balancers", object, id: `balancers.pool-${id}[${datacenter}]`, field: `spec.datacenters.${name}.${field}`, value, why });
    const bits = block.family === 6 ? 128 : 32;
    return [
      row("block", "poolCidr", formatBlock(block), "Fixed once the pool exists."),
      row("type", "type", type, "Fixed once the pool exists."),
      ...(type === "range"
        ? [row("share", "allocationRange", String(share), `Each user cluster of ${name} gets as many addresses; the CRD would take the pool without it, and the webhook refuses it.`)]
        : [row("share", "allocationPrefix", String(bits - Math.round(Math.log2(share))), `Each user cluster of ${name} gets a block of this length; fixed once the pool exists.`)]),
      ...(type === "range" && excluded.length > 0 ? [row("excluded", "excludeRanges", excluded.join(", "), "Network and broadcast address of the workers' segment, which no machine can answer for.")] : []),
    ];
  },
});

/** Values of KubeLB's management cluster, where KKP makes tenants of it. */
export const hubValues = rule<readonly Setting[]>({
  id: "settings.balancers-hub",
  title: "Values of KubeLB",
  per: "plan",
  sources: ["kkp.kubelb", "kubelb.tenant"],
  derive: (read) => {
    const { datacenters } = read.rule(servedByHub);
    if (datacenters.length === 0) return read.notApplicable("KKP makes no tenant of KubeLB.");
    return [setting(read, { topic: "balancers", object: "Helm values of kubelb-manager", id: "balancers.hub-rbac", field: "kkpintegration.rbac", value: "true", why: "It makes the service account kubelb-kkp, whose kubeconfig becomes the Secret kubelb-management-cluster on the master." })];
  },
});
