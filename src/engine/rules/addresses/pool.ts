import { rule } from "../../kernel/rule.ts";
import type { AddressPool } from "../../plan/plan.ts";
import { formatBlock, formatRange, freeParts, sizeOf, totalSize } from "../../values/range.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { formatAll, formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { formatAddress } from "../../values/address.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";
import { strategiesOf, userClustersWith } from "../basics/exposure.ts";
import { apiServersBalanced } from "./api-servers.ts";
import { gatewayInBlock, needGatewayAddress } from "./gateway-in-block.ts";
import { poolGround, poolSpace } from "./pool-space.ts";
import { singleAddresses, slotsOf, type Slot } from "./slots.ts";

/** What takes a single address, in sentences. */
const SLOTS: Readonly<Record<Slot, string>> = { entry: "its entry", "former-entry": "its former entry", "nodeport-proxy": "its nodeport-proxy" };

/** What takes an address of a cluster's block. */
interface AddressTakers {
  /** Whether the customer's Gateway is among them. */
  readonly gateway: boolean;
  readonly singles: number;
  /** Whether user clusters with a load balancer of their own are among them. */
  readonly own: boolean;
  readonly balanced: number;
  readonly needed: number;
}

/** Services of a cluster that take an address each: its own, and those of user clusters at it. */
export const addressTakers = rule<AddressTakers>({
  id: "addresses.takers",
  title: "Services that take an address",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const ground = read.outcome(poolGround, cluster);
    needGatewayAddress(read, cluster);
    const gateway = ground.kind === "known" && gatewayInBlock(read, cluster, ground.value) !== undefined;
    const singles = read.rule(singleAddresses, cluster) + (gateway ? 1 : 0);
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    const own = seed && read.rule(strategiesOf, cluster).includes("LoadBalancer");
    const balanced = seed ? read.rule(apiServersBalanced, cluster) : 0;
    return { gateway, singles, own, balanced, needed: singles + (own ? userClustersWith(read, cluster, "LoadBalancer") : 0) + balanced };
  },
});

/** A cluster's block of virtual addresses, with what it has and what the plan needs from it. */
export const poolOf = rule<AddressPool>({
  id: "addresses.pool",
  title: "Block of virtual addresses",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const space = read.rule(poolSpace, cluster);
    const { block, excluded } = space;
    const { gateway, singles, own, balanced, needed } = read.rule(addressTakers, cluster);
    const perUserCluster = own || balanced > 0;
    const usable = toNumber(totalSize(freeParts(block, excluded.map(({ range }) => range))));
    const { kind } = space;
    const name = clusterName(read, cluster);
    const size = toNumber(sizeOf(block));
    const given = `${kind.title} can give out ${usable !== size ? `${formatFigure(usable)} of ${formatCount(size, "address", "addresses")}` : size === 1 ? "the only address" : formatAll(size, "addresses")}`;
    const itself = listed([...(gateway ? ["your Gateway"] : []), ...read.rule(slotsOf, cluster).map((slot) => SLOTS[slot])]);
    return {
      id: `address.pool[${cluster}]`,
      cluster,
      block: formatBlock(block),
      announcedBy: kind.id,
      usable,
      needed,
      free: Math.max(0, usable - needed),
      last: space.last.map((part) => formatAddress({ family: part.family, number: part.first })),
      excluded: excluded.map(({ range, why }) => ({ address: formatRange(range), why })),
      ...(perUserCluster ? mostClusters(usable, singles, needed, (own ? 1 : 0) + (balanced > 0 ? 1 : 0), read.rule(userClustersOf, cluster)) : ({ maxUserClusters: "unlimited" } as const)),
      from: read.cell,
      why: perUserCluster
        ? `${given}; ${name} needs ${singles} itself${itself === "" ? "" : `, for ${itself},`} and ${own && balanced === 0 && needed - singles === read.rule(userClustersOf, cluster) ? "one for each user cluster" : `${needed - singles} for user clusters`}.`
        : `${given}; ${name} needs ${needed}${itself === "" ? "" : `, for ${itself}`}, however many user clusters there are.`,
    };
  },
});

/**
 * User clusters at which a block ends. Where only some take an address, those to come are counted as the dearest; where the
 * block is too small already, the present mix is cut down in proportion.
 */
function mostClusters(usable: number, singles: number, needed: number, each: number, planned: number): Pick<AddressPool, "maxUserClusters" | "assuming"> {
  const taken = needed - singles;
  if (taken === planned * each || taken === 0) return { maxUserClusters: Math.max(0, Math.floor((usable - singles) / each)) };
  if (needed <= usable) return { maxUserClusters: planned + Math.floor((usable - needed) / each), assuming: `each beyond the ${planned} planned takes ${formatCount(each, "address", "addresses")}` };
  return { maxUserClusters: Math.max(0, Math.floor((planned * (usable - singles)) / taken)), assuming: `${planned} take ${formatCount(taken, "address", "addresses")}, as planned` };
}

/** Counts beyond what a number holds exactly are shown as the largest exact one: more than anybody can use. */
function toNumber(count: bigint): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(count < most ? count : most);
}
