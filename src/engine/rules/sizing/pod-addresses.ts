import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { minimumWorkers } from "../../facts/sizing/machines.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { standIns } from "../addresses/network-use.ts";
import { endsKept, podAddressUse, type PodAddressUse } from "../addresses/pod-address-use.ts";
import { podsHeld } from "../addresses/pods-held.ts";
import { allOf, clustersBySize } from "../basics/platform.ts";
import { listed } from "../../values/sentence.ts";
import { carriedByNodes } from "./carried-by-nodes.ts";

/** Addresses of a node network from which pods take theirs, and for each cluster that carries user clusters the number of these at which they end. */
export const podAddressCeiling = rule<readonly Ceiling[]>({
  id: "sizing.pod-addresses",
  title: "Addresses for machines and pods",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const use = read.rule(podAddressUse, cluster);
    const ends = endsKept(read, cluster);
    const services = use.services.length === 0 ? "" : `, and ${listed(use.services)} for Services`;
    return use.alike.map((id) => ({
      id: `ceiling.pod-addresses[${id}]`,
      cluster: id,
      title: `Machines and pods in ${use.block}`,
      used: use.planned,
      limit: use.capacity,
      unit: "addresses",
      maxUserClusters: mostFor(read, id, use),
      raisedBy: "a larger network",
      from: read.cell,
      why: `${use.steps.join(" ")} The ${ends.first + ends.last} addresses that are kept at the ends of the subnet${services} are off the limit.`,
    }));
  },
});

/** User clusters of one Seed at which the network ends, while all others stay as they are planned. */
function mostFor(read: Reader, cluster: string, { capacity, planned, beside }: PodAddressUse): number | "unlimited" {
  const held = read.rule(podsHeld, cluster);
  const carried = carriedByNodes(read, cluster);
  if (!carried) return "unlimited";
  const own = beside.filter(({ datacenter }) => read.answer(infrastructure.datacenter.seed, datacenter) === cluster);
  const now = allOf(read.rule(clustersBySize, cluster));
  const nodesNow = own.reduce((sum, { nodes, clusters }) => sum + nodes + standIns(read, clusters), 0);
  // One more may be of the largest kind; of fewer, each has its share.
  const next = own.length === 0 ? 0 : Math.max(...own.map(({ most }) => most)) + standIns(read, 1);
  const nodes = (count: number) => (count >= now ? nodesNow + (count - now) * next : Math.ceil((nodesNow * count) / now));
  const fixed = planned - held.planned - nodesNow;
  const workers = (count: number) => Math.floor((capacity - fixed - nodes(count)) / held.each) - held.standIns;
  const fits = (count: number) => workers(count) >= read.fact(minimumWorkers) && carried(workers(count)) >= count;
  let [low, high] = [0, Math.max(0, carried(Math.max(0, workers(0))))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
