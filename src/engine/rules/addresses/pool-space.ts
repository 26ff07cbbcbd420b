import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { freeParts, overlapOf, parseBlock, type Block, type Range } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import type { Claims } from "./claim.ts";
import { claimsOf } from "./claims.ts";
import { residentsOf } from "./residents.ts";
import { balancerOf } from "../basics/balancer.ts";

/** What a block of virtual addresses has to give. */
export interface PoolSpace {
  readonly block: Block;
  readonly kind: LoadBalancerKind;
  readonly place: string;
  /** Node network of the cluster's place. */
  readonly nodeNetwork: Block;
  /** Parts that are given out first, in rising order. */
  readonly preferred: readonly Range[];
  /** First and last address of the block: given out when nothing else is left. */
  readonly last: readonly Range[];
  readonly excluded: Claims["ranges"];
  /** Absent answers that could exclude more. */
  readonly unstated: readonly AnswerPath[];
}

/** A cluster's block and what is known to be taken of it: enough for an address that somebody states, too little to give one out. */
export const poolGround = rule<PoolSpace>({
  id: "addresses.pool-ground",
  title: "Block of virtual addresses, and who is known to hold addresses in it",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom === "nobody") return read.notApplicable(`No Service of ${clusterName(read, cluster)} asks for an address.`);
    read.cite(...kind.sources);
    if (kind.addressesFrom === "provider") {
      return read.notApplicable(`With a ${kind.title.toLowerCase()} the infrastructure assigns the addresses of ${clusterName(read, cluster)}.`);
    }
    if (kind.addressesFrom === "hub") return read.notApplicable(`${kind.title} assigns the addresses of ${clusterName(read, cluster)} from its own block.`);
    if (kind.addressesFrom === "nodes") return read.notApplicable(`${clusterName(read, cluster)} has no virtual addresses; people dial ports of its nodes.`);
    const place = read.answer(infrastructure.cluster.place, cluster);
    read.need([loadBalancer.cluster.pool, cluster], [network.place.nodeNetwork, place]);
    const block = parseBlock(read.answer(loadBalancer.cluster.pool, cluster));
    const nodeNetwork = parseBlock(read.answer(network.place.nodeNetwork, place));
    if (!block || !nodeNetwork) throw new Error("An accepted block must be readable");
    const claims = claimsOf(read, cluster, block);
    const excluded = [...edgesOf(nodeNetwork).filter(({ range }) => overlapOf(block, range)), ...claims.ranges];
    const taken = excluded.map(({ range }) => range);
    const ends = block.first === block.last ? [at(block, block.first)] : [at(block, block.first), at(block, block.last)];
    const inner = block.last - block.first > 1n ? freeParts({ ...block, first: block.first + 1n, last: block.last - 1n }, taken) : [];
    return {
      block,
      kind,
      place,
      nodeNetwork,
      preferred: inner,
      last: ends.flatMap((end) => freeParts(end, taken)),
      excluded,
      unstated: claims.unstated,
    };
  },
});

/** The addresses of a cluster's block that may be given out, without enumerating them. */
export const poolSpace = rule<PoolSpace>({
  id: "addresses.pool-space",
  title: "Free addresses of the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const space = read.rule(poolGround, cluster);
    const { block, nodeNetwork, place } = space;
    // Inside the machines' own network the gateway's address or a lease would be handed out: wait for them.
    if (overlapOf(block, nodeNetwork)) read.need([network.place.gateway, place], ...(read.rule(residentsOf, place).dhcp ? [[network.place.dhcp, place] as const] : []));
    return space;
  },
});

const at = (block: Block, number: bigint): Range => ({ family: block.family, first: number, last: number });

/** What no machine of the segment can dial, however the block is announced: also where routers or an appliance lead it there. */
const edgesOf = (network: Block): Claims["ranges"] =>
  network.family === 4 && network.prefix < 31
    ? [
        { range: at(network, network.first), why: "Network address of the node network" },
        { range: at(network, network.last), why: "Broadcast address of the node network" },
      ]
    : [];
