import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { dnsNames } from "../../facts/dns.ts";
import { rule } from "../../kernel/rule.ts";
import type { ServedHost } from "../../plan/plan.ts";
import { clusterName, masterOfDomain, seedDomain } from "../basics/platform.ts";
import { servedAtEntry } from "../identity/token-issuer.ts";
import { INTERFACES, ownInterfaces, platformInterfaces, seedInterfaces } from "./interfaces.ts";

/** The base domain itself: what the master serves there. */
export const dashboardHost = rule<ServedHost>({
  id: "certificates.dashboard-host",
  title: "Host of the dashboard",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    if (masterOfDomain(read) !== cluster) return read.notApplicable(`${clusterName(read, cluster)} is not the master; the dashboard runs there.`);
    return {
      id: `host.dashboard[${cluster}]`,
      name: read.answer(project.plan.domain),
      service: "Dashboard and API",
      cluster,
      from: read.cell,
      why: `Browsers open the dashboard here and come back to this name from every login${servedAtEntry(read).includes("Dex") ? "; the login itself is below it too" : ""}.`,
    };
  },
});

/** Hosts of the platform's interfaces, one label below the base domain. */
export const platformInterfaceHosts = rule<readonly ServedHost[]>({
  id: "certificates.platform-interface-hosts",
  title: "Hosts of the platform's interfaces",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    if (masterOfDomain(read) !== cluster) return read.notApplicable(`${clusterName(read, cluster)} is not the master; the platform's interfaces run there.`);
    const domain = read.answer(project.plan.domain);
    return read.rule(platformInterfaces).map((ui) => ({
      id: `host.${ui}[${cluster}]`,
      name: `${ui}.${domain}`,
      service: `${INTERFACES[ui]} of the platform`,
      cluster,
      from: read.cell,
      why: `${INTERFACES[ui]} of ${clusterName(read, cluster)} is exposed behind the identity-aware proxy, which needs a host of its own.`,
    }));
  },
});

/** Hosts of a Seed's user-cluster MLA, one label below the Seed's domain. */
export const seedInterfaceHosts = rule<readonly ServedHost[]>({
  id: "certificates.seed-interface-hosts",
  title: "Hosts of the Seed's interfaces",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${name} runs no user clusters, so it has no user-cluster MLA.`);
    const interfaces = read.rule(seedInterfaces);
    if (interfaces.length === 0) return [];
    const below = read.rule(seedDomain, cluster);
    return interfaces.map((ui) => ({
      id: `host.seed-${ui}[${cluster}]`,
      name: `${ui}.${below}`,
      service: `${INTERFACES[ui]} of ${name}`,
      cluster,
      from: read.cell,
      why: `The dashboard links from each user cluster of ${name} to its ${INTERFACES[ui]} under this name.`,
    }));
  },
});

/** Hosts of a separate Seed's own monitoring, one label below the Seed's domain. */
export const ownInterfaceHosts = rule<readonly ServedHost[]>({
  id: "certificates.own-interface-hosts",
  title: "Hosts of the Seed's own monitoring",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.mla-example"],
  derive: (read, cluster) => {
    const interfaces = read.rule(ownInterfaces, cluster);
    if (interfaces.length === 0) return [];
    const [below, name] = [read.rule(seedDomain, cluster), clusterName(read, cluster)];
    return interfaces.map((ui) => ({
      id: `host.own-${ui}[${cluster}]`,
      name: `${read.fact(dnsNames.seedMonitoring)}${ui}.${below}`,
      service: `${INTERFACES[ui]} of ${name} itself`,
      cluster,
      from: read.cell,
      why: `${INTERFACES[ui]} of the master knows nothing of ${name}; this one is exposed there, under a name that its user-cluster MLA does not use.`,
    }));
  },
});

/** Every host that browsers ask for at a cluster's entry. */
export const servedHosts = rule<readonly ServedHost[]>({
  id: "certificates.served-hosts",
  title: "Served hosts of the cluster",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const dashboard = read.optionalRule(dashboardHost, cluster);
    return [
      ...(dashboard ? [dashboard] : []),
      ...(read.optionalRule(platformInterfaceHosts, cluster) ?? []),
      ...(read.optionalRule(seedInterfaceHosts, cluster) ?? []),
      ...(read.optionalRule(ownInterfaceHosts, cluster) ?? []),
    ];
  },
});
