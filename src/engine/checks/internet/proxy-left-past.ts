import { network } from "../../answers/chapters/network.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import type { WithoutProxy } from "../../facts/internet.ts";
import { check } from "../../kernel/check.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { namedHosts } from "../../rules/internet/named-hosts.ts";
import { proxiedHosts } from "../../rules/internet/proxied-hosts.ts";
import { inWords } from "../../rules/internet/without-proxy.ts";
import { listed } from "../../values/sentence.ts";

/** Systems that only the proxy reaches, asked by pods that take no proxy. */
export const proxyLeftPast = check({
  id: "internet.proxy-left-past",
  title: "Whatever asks for hosts behind the proxy takes a proxy",
  severity: "warning",
  per: "plan",
  sources: ["kkp.http-proxy"],
  examine: (read, _plan, report) => {
    const through = read.rule(proxiedHosts);
    if (through.size === 0) return;
    const behind = read.rule(namedHosts).flatMap(({ host, answer, askedBy }) =>
      askedBy.filter(({ place, without }) => without.length > 0 && through.has(host.toLowerCase()) && read.answer(network.place.internet, place) === "proxy").map((asked) => ({ ...asked, host: host.toLowerCase(), answer })),
    );
    for (const host of new Set(behind.map((one) => one.host))) {
      const asked = behind.filter((one) => one.host === host);
      const callers = inWords(read, [...new Set(asked.flatMap(({ without }): readonly WithoutProxy[] => without))]);
      const places = [...new Set(asked.map(({ place }) => place))];
      const where = listed(places.map((place) => placeName(read, place)));
      report({
        key: host,
        title: `Some of what calls ${host} takes no proxy`,
        message: `${host} is listed as reached through the proxy alone. Nothing leads ${callers} through a proxy, so in ${where} they dial it straight. Rows past the proxy stay in the firewall table for them; while the firewall does not let them through, they fail.`,
        remedy: `Let the firewall open these rows from ${where} to ${host}, or give this work to a system that is reached without the proxy, such as a private endpoint.`,
        fixes: [],
        answers: [...new Set(asked.map(({ answer }) => answer)), read.path(proxied.plan.proxiedHosts), ...places.map((place) => read.path(network.place.internet, place))],
      });
    }
  },
});
