import type { Reader } from "../../kernel/rule.ts";
import { isPrivate } from "../../values/address.ts";
import { strategiesOf, type Strategy } from "../basics/exposure.ts";
import { apiServerAddresses, nodeportProxyAddress } from "./assignments.ts";
import { handedOutReach, needFront, type Reach } from "./entry-reach.ts";

/** One way to API servers of a Seed's user clusters, and whether the internet reaches its address. */
export interface ApiWay extends Reach {
  /** `balanced`: API servers with a load balancer each, whatever the strategy. */
  readonly by: Strategy | "balanced";
}

/** How far the nodeport-proxy reaches at its own address; undefined where the Seed has none. */
function proxyReach(read: Reader, cluster: string): Reach | undefined {
  const proxy = read.optionalRule(nodeportProxyAddress, cluster)?.address;
  if (!proxy) return undefined;
  if (proxy.kind === "known") return { public: !isPrivate(proxy.value), shown: proxy.value };
  needFront(read, cluster, proxy);
  const handed = read.rule(handedOutReach, cluster);
  return { ...handed, shown: `one from ${handed.shown}` };
}

/** Every way to API servers of user clusters of a Seed. */
export function userApiWays(read: Reader, cluster: string): readonly ApiWay[] {
  read.cite("rfc.1918");
  const ways = read.rule(strategiesOf, cluster).flatMap((by) => {
    const reach = by === "LoadBalancer" ? read.rule(handedOutReach, cluster) : proxyReach(read, cluster);
    return reach ? [{ by, ...reach }] : [];
  });
  const balanced = read.outcome(apiServerAddresses, cluster).kind === "known";
  return balanced ? [...ways, { by: "balanced", ...read.rule(handedOutReach, cluster) }] : ways;
}
