import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { endpointRules, externalRules, flowRules } from "../firewall/index.ts";
import { itemOf, openIn, type Draft } from "./item.ts";

/** Flows between zones. */
const flows = rule<readonly Draft[]>({
  id: "checklist.flows",
  title: "Checklist: firewall rows",
  per: "plan",
  sources: ["kkp.ports", "kkp.setup-checklist"],
  derive: (read) => {
    const { rows } = rowsFrom(read, flowRules);
    if (rows.length === 0) return read.notApplicable("No firewall row is known yet.");
    const ends = new Set(rows.flatMap(({ source, destination }) => [source, destination]));
    const addresses = rowsFrom(read, endpointRules).rows.filter(({ id }) => ends.has(id)).flatMap((endpoint) => endpoint.addresses);
    const forATime = rows.filter(({ lifetime }) => lifetime === "installation").length;
    return [
      itemOf(read, "firewall-flows", {
        title: `${formatCount(rows.length, "firewall row")} opened`,
        team: "security",
        chapter: "network",
        verify: "From a machine of each source, nc -vz reaches address and port of every TCP row of the firewall table",
        why: `A closed row shows only when the installation stands still.${forATime === 0 ? "" : ` ${formatCount(forATime, "row")} may be closed again afterwards.`}`,
        blockedBy: openIn(...addresses),
      }),
    ];
  },
});

/** Hosts on the internet that machines need. */
const externalHosts = rule<readonly Draft[]>({
  id: "checklist.external-hosts",
  title: "Checklist: external hosts",
  per: "plan",
  sources: ["kkp.proxy-allow-list"],
  derive: (read) => {
    const hosts = new Set(rowsFrom(read, externalRules).rows.map(({ host }) => host));
    if (hosts.size === 0) return read.notApplicable("No external host is known yet.");
    return [
      itemOf(read, "external-hosts", {
        title: `${formatCount(hosts.size, "external host")} on the allow-list`,
        team: "security",
        chapter: "network",
        verify: "On a node, curl -sI of https:// with each host of the allow-list gets an answer, and not the proxy's error page",
        why: "Images, charts and operating-system packages come from there, at the installation and whenever a node is replaced.",
      }),
    ];
  },
});

export const firewallItems: readonly Rule<readonly Draft[]>[] = [flows, externalHosts];
