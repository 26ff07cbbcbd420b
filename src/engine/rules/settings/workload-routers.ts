import { known, type Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { parseBlock, parseRange } from "../../values/range.ts";
import { nameOfDatacenter } from "../basics/platform.ts";
import { tenantsPart } from "../workloads/catalogue-block.ts";
import { distantRouters, workloadRoutes } from "../workloads/routes.ts";
import { setting } from "./setting.ts";

/** Objects of MetalLB by which tenants announce their workloads, the same in each user cluster of a datacenter. */
export const workloadRouterObjects = rule<readonly Setting[]>({
  id: "settings.balancers-workload-routers",
  title: "Objects that announce the workloads of the datacenter",
  per: "datacenter",
  sources: ["metallb.bgp-config", "metallb.code.pools"],
  derive: (read, datacenter) => {
    const routes = read.rule(workloadRoutes, datacenter);
    const { block, leftOut, routers, routerAsn, asn } = routes;
    const name = nameOfDatacenter(read, datacenter);
    const row = (id: string, object: string, field: string, value: Value<string> | string, why: string) => setting(read, { topic: "balancers", object: `${object} in user clusters of ${name}`, id: `balancers.workload-${id}[${datacenter}]`, field, value, why });
    const addresses: readonly Value<string>[] = routers.kind === "known" ? routers.value.map(known) : [routers];
    const distant = new Map(distantRouters(read, datacenter).map((one) => [one.router, one.segment]));
    const family = parseBlock(block)?.family;
    const carriesOther = (address: string): boolean => parseRange(address)?.family !== family;
    return [
      ...addresses.flatMap((address, at) => {
        const router = address.kind === "known" ? address.value : "each router";
        const [hole] = [address, routerAsn, asn].filter((value): value is Extract<Value<unknown>, { kind: "open" | "later" }> => value.kind !== "known");
        const value = hole ?? known([address, routerAsn, asn].map((part) => (part.kind === "known" ? String(part.value) : "")).join(", "));
        return [
          row(address.kind === "known" ? `peer-${at}` : "peer-open", `BGPPeer of ${router}`, "spec.peerAddress, peerASN and myASN", value, "Every worker opens a session to this router; the router takes the AS number of user clusters from the whole network of the workers."),
          ...(distant.has(router) ? [row(`multihop-${at}`, `BGPPeer of ${router}`, "spec.ebgpMultiHop", "true", `${router} stands outside ${distant.get(router) ?? ""}, and packets to it would end after one hop.`)] : []),
          ...(address.kind === "known" && carriesOther(router) ? [row(`families-${at}`, `BGPPeer of ${router}`, "spec.dualStackAddressFamily", "true", `The session runs in the other family than ${block}, and carries prefixes of its own family alone unless it is told otherwise.`)] : []),
        ];
      }),
      row("pool", "IPAddressPool workloads", "spec.addresses", tenantsPart(routes), `MetalLB refuses what is no range and what overlaps another pool of its own user cluster, and knows no other: two with the same part announce the same addresses${leftOut.length === 0 ? "" : ", and one that somebody has leads to one of both by chance"}.`),
      row("advertisement", "BGPAdvertisement workloads", "spec.ipAddressPools", "workloads", "A pool that nothing advertises hands out addresses that nobody can reach."),
    ];
  },
});
