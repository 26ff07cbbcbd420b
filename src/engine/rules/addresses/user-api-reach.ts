import type { Reader } from "../../kernel/rule.ts";
import { isPrivate } from "../../values/address.ts";
import { strategiesOf, type Strategy } from "../basics/exposure.ts";
import { apiServerAddresses, nodeportProxyAddress } from "./assignments.ts";
import { handedOutReach, needFront, type Reach } from "./entry-reach.ts";
import { secondReach } from "./second-reach.ts";

/** One way to API servers of a Seed's user clusters, and whether the internet reaches its IPv4 address. */
export interface ApiWay extends Reach {
  /** The same of its IPv6 address; undefined where it has none. */
  readonly six?: Reach | undefined;
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
  return { public: handed.public, shown: handed.one };
}

/** How far an address reaches that each API server has for itself. */
function ownReach(read: Reader, cluster: string): Reach {
  const handed = read.rule(handedOutReach, cluster);
  return { public: handed.public, shown: handed.one };
}

/** Every way to API servers of user clusters of a Seed. */
export function userApiWays(read: Reader, cluster: string): readonly ApiWay[] {
  read.cite("rfc.1918");
  const ways = read.rule(strategiesOf, cluster).flatMap((by): readonly ApiWay[] => {
    if (by === "LoadBalancer") return [{ by, ...ownReach(read, cluster) }];
    const reach = proxyReach(read, cluster);
    return reach ? [{ by, ...reach, six: secondReach(read, cluster, "nodeport-proxy") }] : [];
  });
  const balanced = read.outcome(apiServerAddresses, cluster).kind === "known";
  return balanced ? [...ways, { by: "balanced", ...ownReach(read, cluster) }] : ways;
}
