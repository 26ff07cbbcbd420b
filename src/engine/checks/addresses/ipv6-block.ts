import { families } from "../../answers/chapters/families.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { placeClaims } from "../../rules/addresses/place-claims.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { secondAddresses } from "../../rules/addresses/second-family.ts";
import { platformDual } from "../../rules/basics/families.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatCount } from "../../values/figures.ts";
import { contains, formatBlock, overlapOf, parseBlock, parseRange, sizeOf } from "../../values/range.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** An IPv6 block that cannot stand beside the IPv4 block of virtual addresses. */
export const ipv6Block = check({
  id: "addresses.ipv6-block",
  title: "The IPv6 block fits the IPv4 block",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "metallb.l2"],
  examine: (read, cluster, report) => {
    if (!platformDual(read)) return;
    const { block, place } = read.rule(poolSpace, cluster);
    const text = read.answer(fronts.cluster.pool6, cluster);
    const second = parseBlock(text);
    if (!second) return;
    const name = clusterName(read, cluster);
    const path = read.path(fronts.cluster.pool6, cluster);
    const answers = [path, read.path(loadBalancer.cluster.pool, cluster)];
    if (sizeOf(second) < sizeOf(block)) {
      report({
        key: "small",
        title: `${text} is smaller than ${formatBlock(block)}`,
        message: `Each address has its position in both blocks, and ${text} has ${formatCount(Number(sizeOf(second)), "address", "addresses")} beside ${Number(sizeOf(block))}.`,
        remedy: "State an IPv6 block of at least the same number of addresses; a /64 always is.",
        answers,
      });
    }
    const segment = read.optional(families.place.nodeNetwork6, read.answer(infrastructure.cluster.place, cluster));
    const nodes = segment === undefined ? undefined : parseBlock(segment);
    if (nodes && balancerOf(read, cluster).poolScope === "node-network" && !contains(nodes, second)) {
      report({
        key: "outside",
        title: `${text} lies outside the IPv6 node network ${segment ?? ""}`,
        message: `In layer 2 nodes of ${name} answer for addresses of their own segment only, by neighbour discovery as by ARP.`,
        remedy: `Take a block of ${segment ?? ""}, or announce by BGP.`,
        answers: [path, read.path(families.place.nodeNetwork6, place)],
      });
    }
    for (const { id, title, address } of read.rule(secondAddresses, cluster)) {
      const range = address.kind === "known" ? parseRange(address.value) : undefined;
      const taken = range && read.rule(placeClaims, place).ranges.find((claim) => overlapOf(claim.range, range));
      if (address.kind !== "known" || !taken) continue;
      report({ key: id, title: `${address.value} of ${title} is taken`, message: `${taken.why}: ${address.value}. Its position follows from the IPv4 address.`, remedy: "Shift the IPv6 block, or keep another IPv4 address.", answers });
    }
  },
});
