import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { nodeNetwork6, ownWorkerNetwork6, platformDual } from "../basics/families.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { sites } from "../firewall/sites.ts";
import { listed } from "../../values/sentence.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { workerNetworkRow } from "./places.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { balancerOf } from "../basics/balancer.ts";

/** A block before the words that follow it; nothing while it is open. */
const named = (block: Value<string>): string => (block.kind === "known" ? `${block.value} ` : "");

/** What shows that machines of a network have an address of each family; a vendor's own cloud hands them out by itself. */
const reached = (block: Value<string>, cloud: boolean): string => `Two test machines have an address of ${block.kind === "known" ? block.value : "it"} beside the IPv4 one${cloud ? "" : ", by router advertisements or DHCPv6, with a gateway for it"}, and \`ping -6\` reaches the one from the other`;

/** Whether vendors alone run what machines come from. */
const vendors = (ids: readonly (ProviderId | undefined)[]): boolean => ids.every((id) => id !== undefined && (providerOf(id) as Provider).vendorCloud === true);

/** The second network of a place's nodes. */
const nodes = rule<readonly Draft[]>({
  id: "checklist.node-network-v6",
  title: "Checklist: IPv6 network of the nodes",
  per: "place",
  sources: ["kubeone.defaults"],
  derive: (read, place) => {
    onlyForNew(read);
    const block = nodeNetwork6(read, place);
    if (!block || (read.rule(sites).get(place)?.clusters.length ?? 0) === 0) return read.notApplicable("Nodes here have IPv4 alone.");
    const name = placeName(read, place);
    return [
      itemOf(read, `node-network-v6[${place}]`, {
        title: `IPv6 network ${named(block)}for nodes at ${name}`,
        team: "network",
        chapter: "network",
        verify: reached(block, vendors((read.rule(sites).get(place)?.clusters ?? []).map((cluster) => read.optional(infrastructure.cluster.provider, cluster)))),
        why: `Entry and nodeport-proxy answer in both families, so each node at ${name} needs an address of each when its cluster is built.`,
        after: [`node-network[${place}]`],
        blockedBy: openIn(block),
      }),
    ];
  },
});

/** The second network of a datacenter's workers. */
const workers = rule<readonly Draft[]>({
  id: "checklist.worker-network-v6",
  title: "Checklist: IPv6 network of the workers",
  per: "datacenter",
  sources: ["kkp.dual-stack"],
  derive: (read, datacenter) => {
    onlyForNew(read);
    const block = ownWorkerNetwork6(read, datacenter);
    if (!block) return read.notApplicable("Workers need no IPv6 network of their own.");
    const name = datacenterName(read, datacenter);
    const own = workersStandSoFar(read, datacenter) === "own-network";
    const tenants = own ? read.rule(tenantsOf, datacenter) : [];
    const id = read.optional(infrastructure.datacenter.provider, datacenter);
    const pool = workersStandSoFar(read, datacenter) === "made-networks" && id !== undefined ? (providerOf(id) as Provider).dualStack?.subnetPool : undefined;
    if (pool) {
      read.cite(...pool.sources);
      return [
        itemOf(read, `worker-network-v6[${datacenter}]`, {
          title: `IPv6 subnet pool ${block.kind === "known" ? `with ${block.value} ` : ""}for user clusters of ${name}`,
          team: "infrastructure",
          chapter: "network",
          verify: pool.verify.replace("{block}", block.kind === "known" ? block.value : "its block"),
          why: `User clusters of ${name} have both families, and KKP makes the IPv6 subnet of each out of this pool.`,
          blockedBy: openIn(block),
        }),
      ];
    }
    const inside = tenants.length > 1 && block.kind === "known" ? ` The IPv6 networks of ${listed(tenants)} lie in ${block.value}.` : "";
    return [
      itemOf(read, `worker-network-v6[${datacenter}]`, {
        title: `IPv6 network ${named(block)}for workers of ${name}`,
        team: "network",
        chapter: "network",
        verify: reached(block, vendors([read.optional(infrastructure.datacenter.provider, datacenter)])),
        why: `User clusters of ${name} have both families, and their machines come up with IPv4 alone where nothing gives them a second address.${inside}`,
        after: own ? [workerNetworkRow(read, datacenter)] : [],
        blockedBy: openIn(block),
      }),
    ];
  },
});

/** The second block of virtual addresses. */
const pools = rule<readonly Draft[]>({
  id: "checklist.pool-v6",
  title: "Checklist: IPv6 virtual addresses",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (!platformDual(read) || balancerOf(read, cluster).addressesFrom !== "pool") return read.notApplicable("No IPv6 block is announced.");
    const block = read.maybe(fronts.cluster.pool6, cluster);
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `pool-v6[${cluster}]`, {
        title: `Block ${named(block)}reserved for IPv6 virtual addresses of ${name}`,
        team: "network",
        chapter: "loadBalancer",
        verify: `The address register shows ${block.kind === "known" ? block.value : "it"} as reserved, nothing in it answers before the installation, and routers lead it to the nodes of ${name} like the IPv4 block`,
        why: `Whoever has an address of the IPv4 block of ${name} and answers in both families has the one at the same position here.`,
        after: [`address.pool[${cluster}]`],
        blockedBy: openIn(block),
      }),
    ];
  },
});

export const secondFamilyItems: readonly Rule<readonly Draft[]>[] = [nodes, workers, pools];
