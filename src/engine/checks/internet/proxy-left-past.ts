import { check } from "../../kernel/check.ts";
import { proxiedHosts } from "../../rules/internet/proxied-hosts.ts";
import { askedHosts } from "./asked-hosts.ts";

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
    for (const { host, where, withoutProxy = "", answers } of askedHosts(read, (one) => through.has(one), ({ without }) => without.length > 0)) {
      report({
        key: host,
        title: `Some of what calls ${host} takes no proxy`,
        message: `${host} is listed as reached through the proxy alone. Nothing leads ${withoutProxy} through a proxy, so in ${where} they dial it straight. Rows past the proxy stay in the firewall table for them; while the firewall does not let them through, they fail.`,
        remedy: `Let the firewall open these rows from ${where} to ${host}, or give this work to a system that is reached without the proxy, such as a private endpoint.`,
        answers,
      });
    }
  },
});
