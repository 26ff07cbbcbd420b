import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import type { Endpoint } from "../../plan/plan.ts";
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
    const endpoints = new Map(rowsFrom(read, endpointRules).rows.map((endpoint) => [endpoint.id, endpoint]));
    const used = [...new Set(rows.flatMap(({ source, destination }) => [source, destination]))].flatMap((end) => endpoints.get(end) ?? []);
    const later = rows.filter(({ destination }) => BUILT.has(endpoints.get(destination)?.kind ?? "internet")).length;
    const forATime = rows.filter(({ lifetime }) => lifetime === "installation").length;
    return [
      itemOf(read, "firewall-flows", {
        title: `${formatCount(rows.length, "firewall row")} opened`,
        team: "security",
        chapter: "network",
        verify: proof(rows.length - later, later),
        why: `A closed row shows only when the installation stands still.${forATime === 0 ? "" : ` ${formatCount(forATime, "row")} may be closed again afterwards.`}`,
        blockedBy: openIn(...used.flatMap(({ addresses }) => addresses)),
      }),
    ];
  },
});

/** Ends of the platform itself, and routers that speak to nothing else: as a rule nothing answers there before the installation. */
const BUILT: ReadonlySet<Endpoint["kind"]> = new Set([
  "entry",
  "nodeport-proxy",
  "user-cluster-front",
  "api-servers",
  "load-balancer",
  "kubernetes-api",
  "nodes",
  "control-planes",
  "workers",
  "router",
]);

function proof(now: number, later: number): string {
  const listed = "The configuration of the firewalls holds every row of the firewall table";
  const connects = now === 0 ? "" : `; from a test machine of each source, nc -vz connects to the TCP rows among the ${now} whose destination is there already`;
  const waits = later === 0 ? "" : `; ${later === 1 ? "1 other leads" : `${later} others lead`} to machines and addresses of the platform itself and ${later === 1 ? "is" : "are"} tried at the acceptance`;
  return `${listed}${connects}${waits}`;
}

/** Hosts on the internet that machines need. */
const externalHosts = rule<readonly Draft[]>({
  id: "checklist.external-hosts",
  title: "Checklist: external hosts",
  per: "plan",
  sources: ["kkp.proxy-allow-list"],
  derive: (read) => {
    const { rows } = rowsFrom(read, externalRules);
    // A repository is a path on its registry; a firewall or proxy knows the host.
    const hosts = new Set(rows.map(({ host }) => host.split("/", 1)[0]));
    if (hosts.size === 0) return read.notApplicable("No external host is known yet.");
    return [
      itemOf(read, "external-hosts", {
        title: `${formatCount(hosts.size, "external host")} on the allow-list`,
        team: "security",
        chapter: "network",
        verify: `From a test machine in the network of each source, curl -sI of https:// with each host listed for that source gets an answer, and not the proxy's error page${rows.some(({ ports }) => ports === "80") ? "; http:// where the list says port 80" : ""}`,
        why: "Images, charts and operating-system packages come from there, at the installation and whenever a node is replaced.",
      }),
    ];
  },
});

export const firewallItems: readonly Rule<readonly Draft[]>[] = [flows, externalHosts];
