import { fronts } from "../../answers/chapters/fronts.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isPrivate, type Family } from "../../values/address.ts";
import { handedOutReach, type Reach } from "./entry-reach.ts";
import { secondAddresses, secondId } from "./second-family.ts";

/** How far a block reaches, shown as what an address of it is taken from. */
const reachOfBlock = (block: string): Reach => ({ public: !isPrivate(block.split("/")[0] ?? block), shown: `an address from ${block}` });

/** How far an IPv6 address reaches that stands beside another one of a cluster; open with the address. */
export function reachBeside(read: Reader, cluster: string, address: Value<string>): Value<Reach> {
  if (address.kind === "known") return known({ public: !isPrivate(address.value), shown: address.value });
  if (address.kind === "open") return address;
  if (address.lacking) return known({ public: false, shown: address.who });
  if (!address.told) {
    const handed = read.outcome(handedOutReach, cluster);
    return openFor(handed) ?? (handed.kind === "known" ? known({ public: handed.value.public, shown: handed.value.one }) : known({ public: false, shown: address.who }));
  }
  // A Service that runs keeps what it took from the block.
  const block = read.maybe(fronts.cluster.pool6, cluster);
  return block.kind === "known" ? known(reachOfBlock(block.value)) : block;
}

/** How far the IPv6 address beside that of a cluster's entry or nodeport-proxy reaches; undefined where it has IPv4 alone. Waits for the block. */
export function secondReach(read: Reader, cluster: string, purpose: "entry" | "nodeport-proxy"): Reach | undefined {
  const id = secondId(`address.${purpose}[${cluster}]`);
  const row = read.optionalRule(secondAddresses, cluster)?.find((other) => other.id === id);
  if (!row) return undefined;
  const reach = reachBeside(read, cluster, row.address);
  if (reach.kind === "known") return reach.value;
  // Wherever the address will stand in its block, it reaches as far as that.
  return reachOfBlock(read.answer(fronts.cluster.pool6, cluster));
}

/** In which family a row from the internet meets something of which one address is public, and perhaps the other; undefined where none is. Both families need no word. */
export function metFromInternet(four: boolean, six: Reach | undefined): { readonly family?: Family } | undefined {
  if (!four && !six?.public) return undefined;
  if (four) return six && !six.public ? { family: 4 } : {};
  return { family: 6 };
}

/** The IPv6 address of an entry, as far as it is known that the internet reaches it. Waits for nothing. */
export function publicSixOfEntry(read: Reader, cluster: string): Value<string> | undefined {
  const rows = read.outcome(secondAddresses, cluster);
  const row = rows.kind === "known" ? rows.value.find(({ id }) => id === secondId(`address.entry[${cluster}]`)) : undefined;
  const reach = row ? reachBeside(read, cluster, row.address) : undefined;
  return reach?.kind === "known" && reach.value.public ? row?.address : undefined;
}

/** What a public address leads on to in IPv4 alone, in words before "address": nobody is led on to an IPv6 address that is public itself. */
export const ledFamily = (read: Reader, cluster: string): "" | "IPv4 " => (publicSixOfEntry(read, cluster) ? "IPv4 " : "");
