import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { kubelbAirGap, kubelbMutualTls, kubelbProxy, kubelbVersions, type KubelbProxy } from "../../facts/balancers.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isBelow } from "../basics/kubernetes.ts";
import { releaseIn } from "../basics/platform.ts";

/** Whether traffic to tenants goes through a proxy with mutual TLS, as far as it is answered. */
export function hubEncrypts(read: Reader): boolean {
  const traffic = read.maybe(kubelbHub.plan.kubelbTraffic);
  return traffic.kind === "known" && traffic.value === "mtls";
}

/** The KubeLB that goes with the release, or the first one that has what is asked of it. */
export function hubVersion(read: Reader): string {
  const { manager } = read.fact(kubelbVersions)[releaseIn(read).id];
  if (!hubEncrypts(read)) return manager;
  const { since } = read.fact(kubelbMutualTls);
  return isBelow(manager, since) ? since : manager;
}

/** Whether this KubeLB has a bundle for places without internet, in its Enterprise Edition. */
export const hubHasBundle = (read: Reader): boolean => !isBelow(hubVersion(read), read.fact(kubelbAirGap).since);

/** What this KubeLB runs for each tenant. */
export function hubProxy(read: Reader): KubelbProxy {
  const version = hubVersion(read);
  const proxy = read.fact(kubelbProxy)[version];
  if (!proxy) throw new Error(`The catalogue must know the proxy of KubeLB ${version}`);
  return proxy;
}
