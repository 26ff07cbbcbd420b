import { lacksLoadBalancer } from "./provider-questions.ts";
import { addresses, choice, integer } from "../kinds.ts";
import { chapter, type Kept, type Look } from "../question.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { segmentAt } from "./families.ts";
import { loadBalancer } from "./load-balancer.ts";
import { workloadSupplierOf, workloadSuppliers } from "../../workload-suppliers/registry.ts";
import type { WorkloadSupplier } from "../../workload-suppliers/workload-supplier.ts";

/** What people chose to give Services of a datacenter's user clusters their addresses, where the infrastructure gives none. */
export function chosenSupplier(look: Look, datacenter: string): WorkloadSupplier | undefined {
  const id = lacksLoadBalancer(look, datacenter) ? look(workloadAddresses.datacenter.workloads, datacenter) : undefined;
  return id === undefined ? undefined : workloadSupplierOf(id);
}

/** A pool that exists is cut as it is: the webhook refuses another block and another cut. */
export const POOL_KEPT = { says: "An address pool that exists keeps its block and how it is cut.", source: "kkp.code.ipam-validation" } as const satisfies Kept;

/** Whether KKP cuts a block into shares for user clusters. */
const usesPool = (look: Look, datacenter: string): boolean => chosenSupplier(look, datacenter)?.shares === true;

/** Whether tenants' MetalLB has to announce a block by BGP: workers answer for addresses of their own segment only. */
function announcesByBgp(look: Look, datacenter: string): boolean {
  if (chosenSupplier(look, datacenter)?.catalogue !== true) return false;
  const text = look(loadBalancer.datacenter.workloadBlock, datacenter);
  const block = text === undefined ? undefined : parseBlock(text);
  const segment = block && segmentAt(look, datacenter, block.family);
  const workers = segment === undefined ? undefined : parseBlock(segment);
  return block !== undefined && workers !== undefined && !contains(workers, block);
}

/** Where addresses for workloads of user clusters come from. */
export const workloadAddresses = chapter("loadBalancer", "Load balancer", "", {
  datacenter: {
    workloads: choice(
      workloadSuppliers.map(({ id, title, help, chip }) => ({ value: id, label: title, help, ...(chip === undefined ? {} : { chip }) })),
      {
        section: "Workloads of user clusters",
        label: "What gives Services of the user clusters their addresses?",
        short: "Load balancer of the workloads",
        help: "The infrastructure has none of its own here.",
        source: "kkp.ipam",
        team: "network",
        productDefault: { value: "own", sentence: "KKP installs nothing in user clusters that gives Services addresses.", source: "kkp.ipam" },
        asked: lacksLoadBalancer,
      },
    ),
    poolType: choice(
      [
        { value: "range", label: "A run of addresses", help: "From a block of at most 4,096." },
        { value: "prefix", label: "A block", help: "Smaller blocks cut out of the large one." },
      ],
      {
        section: "Workloads of user clusters",
        label: "How is the block cut for user clusters?",
        short: "Allocation of the address pool",
        help: "Fixed once the pool exists: a change deletes it and frees every allocation.",
        source: "kkp.ipam",
        team: "network",
        kept: POOL_KEPT,
        asked: usesPool,
      },
    ),
    poolShare: integer({ min: 1, max: 4096, unit: "addresses" }, {
      section: "Workloads of user clusters",
      label: "How many addresses does each user cluster get?",
      short: "Addresses for each user cluster",
      help: "One for each Service of type LoadBalancer that a tenant may create.",
      source: "kkp.ipam",
      team: "network",
      asked: (look, id): boolean => usesPool(look, id) && look(workloadAddresses.datacenter.poolType, id) === "range",
    }),
    poolPrefix: integer({ min: 8, max: 128, unit: "bits" }, {
      section: "Workloads of user clusters",
      label: "How long is the prefix that each user cluster gets?",
      short: "Prefix for each user cluster",
      help: "28 is 16 addresses, 29 is 8; at least as long as that of the whole block.",
      source: "kkp.ipam",
      team: "network",
      kept: POOL_KEPT,
      asked: (look, id): boolean => usesPool(look, id) && look(workloadAddresses.datacenter.poolType, id) === "prefix",
    }),
    workloadRouters: addresses({
      section: "Workloads of user clusters",
      label: "Which routers take the routes of the block for workloads?",
      short: "Routers of the workloads",
      help: "The block lies outside the workers' network, so MetalLB announces it by BGP: each worker opens a session to them.",
      example: "10.20.20.2",
      source: "metallb.bgp-config",
      team: "network",
      asked: announcesByBgp,
    }),
    workloadRouterAsn: integer({ min: 1, max: 4294967294 }, {
      section: "Workloads of user clusters",
      label: "Which AS number do the routers of the workloads have?",
      short: "AS number of the routers of the workloads",
      help: "Each tenant enters it as peerASN in the MetalLB of its user clusters.",
      example: "64500",
      source: "metallb.bgp-config",
      team: "network",
      asked: announcesByBgp,
    }),
    workloadAsn: integer({ min: 1, max: 4294967294 }, {
      section: "Workloads of user clusters",
      label: "Which AS number do user clusters announce their workloads with?",
      short: "AS number of user clusters",
      help: "The routers expect it from every worker; one number serves all user clusters of the datacenter.",
      example: "64513",
      source: "metallb.bgp-config",
      team: "network",
      asked: announcesByBgp,
    }),
  },
});
