import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import { check } from "../../kernel/check.ts";
import { known } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { aroundCluster, noProxyBase } from "../../rules/internet/no-proxy.ts";
import { onInternet } from "../../rules/internet/on-internet.ts";
import { proxiedHosts } from "../../rules/internet/proxied-hosts.ts";
import { bucketHostsOf } from "../../rules/storage/dialled-hosts.ts";
import { listed } from "../../values/sentence.ts";
import { askedHosts } from "./asked-hosts.ts";

/** Systems whose names lie on the internet, planned past the proxy that leads there. */
export const proxyNamedHosts = check({
  id: "internet.proxy-named-hosts",
  title: "Named systems on the internet are reached through the proxy",
  severity: "warning",
  per: "plan",
  sources: ["kkp.http-proxy"],
  examine: (read, _plan, report) => {
    for (const { host, titles, askedBy, where, withoutProxy, answers } of askedHosts(read, (one) => onInternet(read, one) && !read.rule(proxiedHosts).has(one))) {
      const all = askedBy.every((asker) => !asker.proxied);
      report({
        key: host,
        title: `${host} is planned past the proxy`,
        message: `${listed(titles)}: ${host} is a name on the internet, and machines in ${where} get there through the proxy. The firewall rows lead straight to it and NO_PROXY names ${nameInNoProxy(read, host)}, so whatever asks it leaves past the proxy and arrives nowhere, while only the proxy is open.${withoutProxy === undefined ? "" : ` Nothing leads ${withoutProxy} through a proxy.`}`,
        remedy: all
          ? `Have the firewall let machines in ${where} through to ${host}, or take a private endpoint; the proxy would serve nothing of this.`
          : `List ${host} among the hosts that the proxy leads to; leave it where it is, if it answers at a private endpoint or the firewall lets it through.${withoutProxy === undefined ? "" : " For what takes no proxy the firewall opens rows in either case."}`,
        fixes: all ? [] : [{ title: `Reach ${host} through the proxy`, set: [{ path: read.path(proxied.plan.proxiedHosts), value: [...(read.optional(proxied.plan.proxiedHosts) ?? []), host] }] }],
        answers,
      });
    }
  },
});

/** What NO_PROXY names for a host: itself, or only the buckets that stand in front of it. */
function nameInNoProxy(read: Reader, host: string): string {
  if (bucketHostsOf(read, known(host), () => known("bucket")).length === 0) return "it";
  const lists = [read.outcome(noProxyBase), ...read.subjects("cluster").map((cluster) => read.outcome(aroundCluster, cluster))];
  const isNamed = lists.some((list) => list.kind === "known" && list.value.some((part) => part.kind === "known" && part.value.toLowerCase() === host));
  return isNamed ? "it" : "the host of its bucket";
}
