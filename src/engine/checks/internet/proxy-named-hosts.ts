import { network } from "../../answers/chapters/network.ts";
import { proxied as proxiedAnswers } from "../../answers/chapters/proxied-hosts.ts";
import type { WithoutProxy } from "../../facts/internet.ts";
import { check } from "../../kernel/check.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { namedHosts } from "../../rules/internet/named-hosts.ts";
import { onInternet } from "../../rules/internet/on-internet.ts";
import { proxiedHosts } from "../../rules/internet/proxied-hosts.ts";
import { inWords } from "../../rules/internet/without-proxy.ts";
import { listed } from "../../values/sentence.ts";

/** Systems whose names lie on the internet, planned past the proxy that leads there. */
export const proxyNamedHosts = check({
  id: "internet.proxy-named-hosts",
  title: "Named systems on the internet are reached through the proxy",
  severity: "warning",
  per: "plan",
  sources: ["kkp.http-proxy"],
  examine: (read, _plan, report) => {
    const proxied = new Set(read.subjects("place").filter((place) => read.optional(network.place.internet, place) === "proxy"));
    if (proxied.size === 0) return;
    const through = read.rule(proxiedHosts);
    const past = read.rule(namedHosts).filter(({ host }) => onInternet(read, host) && !through.has(host.toLowerCase()));
    for (const host of new Set(past.map((row) => row.host.toLowerCase()))) {
      const rows = past.filter((row) => row.host.toLowerCase() === host);
      const asked = rows.flatMap(({ askedBy }) => askedBy).filter(({ place }) => proxied.has(place));
      const places = [...new Set(asked.map(({ place }) => place))];
      if (places.length === 0) continue;
      const titles = listed([...new Set(rows.map(({ title }) => title))]);
      const without = [...new Set(asked.flatMap((one): readonly WithoutProxy[] => one.without))];
      const all = asked.every(({ proxied: takes }) => !takes);
      const left = without.length === 0 ? "" : ` Nothing leads ${inWords(read, without)} through a proxy.`;
      const where = listed(places.map((place) => placeName(read, place)));
      report({
        key: host,
        title: `${host} is planned past the proxy`,
        message: `${titles}: ${host} is a name on the internet, and machines in ${where} get there through the proxy. The firewall rows lead straight to it and NO_PROXY names it, so whatever asks it leaves past the proxy and arrives nowhere, while only the proxy is open.${left}`,
        remedy: all
          ? `Have the firewall let machines in ${where} through to ${host}, or take a private endpoint; the proxy would serve nothing of this.`
          : `List ${host} among the hosts that the proxy leads to; leave it where it is, if it answers at a private endpoint or the firewall lets it through.${without.length === 0 ? "" : " For what takes no proxy the firewall opens rows in either case."}`,
        fixes: all ? [] : [{ title: `Reach ${host} through the proxy`, set: [{ path: read.path(proxiedAnswers.plan.proxiedHosts), value: [...(read.optional(proxiedAnswers.plan.proxiedHosts) ?? []), host] }] }],
        answers: [...new Set(rows.map(({ answer }) => answer)), read.path(proxiedAnswers.plan.proxiedHosts), ...places.map((place) => read.path(network.place.internet, place))],
      });
    }
  },
});
