import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { isPrivate } from "../../values/address.ts";
import { formatBlock } from "../../values/range.ts";
import { cloudIsPublic } from "../basics/cloud-reach.ts";
import { entryAddress } from "./assignments.ts";
import { poolGround } from "./pool-space.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Whether the internet can reach an entry at its own address. */
export interface Reach {
  readonly public: boolean;
  /** The address or where it comes from, for sentences: `10.20.30.1`, `a load balancer of Azure`. */
  readonly shown: string;
}

/** The same of addresses that somebody hands out. */
export interface HandedOut extends Reach {
  /** One of them, for sentences: `an address from 10.20.30.0/28`, `an address that Azure hands out`. */
  readonly one: string;
}

const ofBlock = (block: string): HandedOut => ({ public: !isPrivate(block.split("/")[0] ?? block), shown: block, one: `an address from ${block}` });

/** How far an address reaches that somebody hands out to a Service of a cluster. */
export const handedOutReach = rule<HandedOut>({
  id: "addresses.handed-out-reach",
  title: "Reach of addresses that are handed out",
  per: "cluster",
  sources: ["rfc.1918", "kkp.providers"],
  derive: (read, cluster) => {
    const space = read.optionalRule(poolGround, cluster);
    if (space) {
      return ofBlock(formatBlock(space.block));
    }
    if (balancerOf(read, cluster).addressesFrom === "hub") {
      return ofBlock(read.answer(kubelbHub.plan.kubelbBlock));
    }
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    return { public: cloudIsPublic(read, cluster), shown: `a load balancer of ${provider.title}`, one: `an address that ${provider.title} hands out` };
  },
});

/** Waits for the address of nodes where a value is open for it: nobody hands that one out. */
export function needFront(read: Reader, cluster: string, address: Value<string>): void {
  if (address.kind === "open" && address.question === read.path(fronts.cluster.nodeFront, cluster)) read.answer(fronts.cluster.nodeFront, cluster);
}

/** How far a cluster's entry reaches without further translation. */
export const entryReach = rule<Reach>({
  id: "addresses.entry-reach",
  title: "Reach of the entry",
  per: "cluster",
  sources: ["rfc.1918", "kkp.providers"],
  derive: (read, cluster) => {
    const { address } = read.rule(entryAddress, cluster);
    if (address.kind === "known") return { public: !isPrivate(address.value), shown: address.value };
    // Whoever runs a Gateway of their own says where it answers; no pool and no infrastructure does.
    if (address.kind === "open" && address.question === read.path(platformEntry.plan.gatewayAddress)) read.answer(platformEntry.plan.gatewayAddress);
    return read.rule(handedOutReach, cluster);
  },
});
