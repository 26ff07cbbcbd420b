import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { namedHosts } from "../../internet/named-hosts.ts";
import { proxiedHosts } from "../../internet/proxied-hosts.ts";
import { wayOut } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Systems of the customer that stand on the internet, for the proxies that lead there. */
export const namedSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-named",
  title: "Named systems on the internet",
  per: "plan",
  sources: ["kkp.http-proxy"],
  derive: (read) => {
    const distant = read.rule(proxiedHosts);
    if (distant.size === 0) return read.notApplicable("No named system is reached through a proxy alone.");
    const rows = read.rule(namedHosts).filter(({ host }) => distant.has(host.toLowerCase()));
    const bySource = new Map<string, ExternalHost>();
    for (const { host, dialled = [], title, ports, askedBy } of rows) {
      for (const { end, place, proxied } of askedBy) {
        if (!proxied || read.rule(wayOut, place).kind !== "proxy") continue;
        for (const row of allowed(read, "named", end, ports, [host, ...dialled].map((one) => ({ host: one, purpose: title })), "The plan names this host as one that only the proxy reaches, so the proxy must let it through.")) {
          const before = bySource.get(row.id);
          bySource.set(row.id, before && before.purpose !== title ? { ...before, purpose: `${before.purpose}; ${title}` } : row);
        }
      }
    }
    return [...bySource.values()];
  },
});
