import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatBlock } from "../../values/range.ts";

/** A block of IPv6 addresses for Services that take IPv4. */
export const poolIpv6 = check({
  id: "addresses.pool-ipv6",
  title: "Virtual addresses are IPv4",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.envoy-values"],
  examine: (read, cluster, report) => {
    const { block } = read.rule(poolSpace, cluster);
    if (block.family === 4) return;
    report({
      title: `${formatBlock(block)} holds IPv6 addresses only`,
      message: `Entry and nodeport-proxy of ${clusterName(read, cluster)} take IPv4 addresses unless they are configured otherwise, and KKP supports no installation with IPv6 alone.`,
      remedy: "State a block of IPv4 addresses.",
      answers: [read.path(loadBalancer.cluster.pool, cluster)],
    });
  },
});
