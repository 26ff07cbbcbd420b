import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatAddress, parseAddress } from "../../values/address.ts";
import { contains, formatBlock, parseBlock, single } from "../../values/range.ts";
import { platformDual } from "../basics/families.ts";
import { clusterName } from "../basics/platform.ts";
import { entryAddress } from "./entry.ts";
import { nodeportProxyAddress } from "./nodeport-proxy.ts";
import { poolGround } from "./pool-space.ts";
import { runningSlots } from "./running-services.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Services that KKP can give an address of each family. Those of single user clusters and API servers have IPv4 alone. */
const TWO: readonly Rule<AddressAssignment>[] = [entryAddress, nodeportProxyAddress];

/** Id of the second address beside an assignment. */
export const secondId = (id: string): string => id.replace("[", "-v6[");

/** The address in a cluster's IPv6 block at the position that an address has in its IPv4 block; open where it has none. */
function besides(read: Reader, cluster: string, text: string): Value<string> | undefined {
  const { block } = read.rule(poolGround, cluster);
  const stated = read.maybe(fronts.cluster.pool6, cluster);
  if (stated.kind !== "known") return stated;
  const second = parseBlock(stated.value);
  const address = parseAddress(text);
  if (second?.family !== 6 || address?.family !== 4) return undefined;
  const other = { family: 6, number: second.first + address.number - block.first } as const;
  return contains(second, single(other)) ? known(formatAddress(other)) : { kind: "later", who: "a larger IPv6 block", lacking: true };
}

/** The address beside one of the block: that of a Service which runs already is read there. */
function ofPool(read: Reader, cluster: string, { purpose, address }: AddressAssignment): Value<string> | undefined {
  if (read.rule(runningSlots, cluster).some((slot) => slot === purpose)) return { kind: "later", who: "its Service", told: true };
  return address.kind === "known" ? besides(read, cluster, address.value) : address;
}

/** IPv6 addresses of entry and nodeport-proxy, where the platform answers in both families. */
export const secondAddresses = rule<readonly AddressAssignment[]>({
  id: "addresses.second-family",
  title: "IPv6 addresses of entry and nodeport-proxy",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.dual-stack"],
  derive: (read, cluster) => {
    if (!platformDual(read)) return read.notApplicable("The platform answers in IPv4 alone.");
    const name = clusterName(read, cluster);
    const kind = balancerOf(read, cluster);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    return TWO.flatMap((first) => {
      const outcome = read.outcome(first, cluster);
      if (outcome.kind !== "known") return [];
      const row = outcome.value;
      const fromCloud = kind.addressesFrom === "provider" && provider.dualStack?.loadBalancer === "both";
      const address = row.pool !== undefined && row.address.kind !== "later" ? ofPool(read, cluster, row) : fromCloud && row.address.kind === "later" ? row.address : undefined;
      if (!address) return [];
      const { pool, ...rest } = row;
      const at = row.address.kind === "known" ? row.address.value : "";
      return [{
        ...rest,
        id: secondId(row.id),
        title: `${row.title}, IPv6`,
        address,
        from: read.cell,
        why: pool === undefined
          ? `A Service of both families gets an address of each from ${provider.title}.`
          : address.kind === "later" && address.told
          ? "Its Service runs and keeps what it was given, which need not have the position of the other address."
          : address.kind === "open"
          ? `It gets the position in its block that the other address has in ${formatBlock(read.rule(poolGround, cluster).block)}, once that one is known.`
          : `It has the position in its block that ${at} has in ${formatBlock(read.rule(poolGround, cluster).block)}, so keeping the one keeps the other, and both blocks of ${name} end together.`,
      }];
    });
  },
});
