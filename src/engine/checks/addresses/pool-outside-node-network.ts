import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { contains, formatBlock, parseBlock } from "../../values/range.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** A layer-2 block that lies outside the segment it is announced in. */
export const poolOutsideNodeNetwork = check({
  id: "addresses.pool-outside-node-network",
  title: "Blocks announced in layer 2 lie in the node network",
  severity: "blocker",
  per: "cluster",
  sources: ["metallb.l2"],
  examine: (read, cluster, report) => {
    const { addressesFrom, poolScope, title } = balancerOf(read, cluster);
    if (addressesFrom !== "pool" || poolScope !== "node-network") return;
    // Where the block lies is plain before anybody can tell how much of it is left.
    const place = read.answer(infrastructure.cluster.place, cluster);
    read.need([loadBalancer.cluster.pool, cluster], [network.place.nodeNetwork, place]);
    const block = parseBlock(read.answer(loadBalancer.cluster.pool, cluster));
    const nodeNetwork = parseBlock(read.answer(network.place.nodeNetwork, place));
    // A block of the other family is reported as such.
    if (!block || !nodeNetwork || block.family !== nodeNetwork.family || contains(nodeNetwork, block)) return;
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    const free = freeBlockOf(read, `range.pool[${cluster}]`);
    const text = formatBlock(block);
    const segment = formatBlock(nodeNetwork);
    report({
      title: `${text} lies outside the node network ${segment}`,
      message: `${title} answers for addresses in the segment of the nodes only. Nobody outside ${segment} would hear of ${text}, so ${clusterName(read, cluster)} could not be reached there.`,
      remedy: free === undefined
        ? `Keep a block of ${segment} free for the virtual addresses, or announce ${text} by BGP.`
        : `Use ${free}, which lies in the node network outside DHCP and all addresses in use, or announce ${text} by BGP.`,
      running: `Announce ${text} by BGP: with another block every Service of ${clusterName(read, cluster)} moves, and every record that leads to one.`,
      fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path: pool, value: free }] }],
      answers: [pool, read.path(network.place.nodeNetwork, place), read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
