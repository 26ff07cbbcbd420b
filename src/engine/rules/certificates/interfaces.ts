import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { rule } from "../../kernel/rule.ts";
import type { ServedHost } from "../../plan/plan.ts";

/** An interface that can stand behind an identity-aware proxy. */
export type Interface = "prometheus" | "grafana" | "alertmanager";

/** Names of interfaces in sentences. */
export const INTERFACES: Readonly<Record<Interface, string>> = { prometheus: "Prometheus", grafana: "Grafana", alertmanager: "Alertmanager" };

/** The identity-aware proxy that serves an interface's host: the last word of its first label names the deployment. */
export const proxyOf = ({ name }: Pick<ServedHost, "name">): Interface => (name.split(".")[0] ?? "").split("-").at(-1) as Interface;

/** Interfaces of the platform's own MLA that stand behind the identity-aware proxy of the master. */
export const platformInterfaces = rule<readonly Interface[]>({
  id: "certificates.platform-interfaces",
  title: "Exposed interfaces of the platform",
  per: "plan",
  sources: ["kkp.iap"],
  derive: (read) => (read.answer(monitoring.plan.mla) ? read.answer(monitoring.plan.platformUis) : []),
});

/** Interfaces of a separate Seed's own monitoring that stand behind an identity-aware proxy there. */
export const ownInterfaces = rule<readonly Interface[]>({
  id: "certificates.own-interfaces",
  title: "Exposed interfaces of the Seed's own monitoring",
  per: "cluster",
  sources: ["kkp.iap", "kkp.code.mla-example"],
  derive: (read, cluster) => (read.answer(infrastructure.cluster.role, cluster) === "seed" && read.answer(monitoring.plan.mla) ? read.answer(monitoring.cluster.ownUis, cluster) : []),
});

/** Namespaces in which identity-aware proxies run. */
export const proxyNamespaces = rule<readonly string[]>({
  id: "certificates.proxy-namespaces",
  title: "Namespaces of the identity-aware proxies",
  per: "plan",
  sources: ["kkp.code.iap-values"],
  derive: (read) => {
    const own = read.subjects("cluster").some((cluster) => read.rule(ownInterfaces, cluster).length > 0);
    return [
      ...(own || read.rule(platformInterfaces).length > 0 ? [read.fact(certificateNames.platformNamespace)] : []),
      ...(read.rule(seedInterfaces).length > 0 ? [read.fact(certificateNames.seedNamespace)] : []),
    ];
  },
});

/** Namespaces of one cluster in which identity-aware proxies run. */
export const clusterProxyNamespaces = rule<readonly string[]>({
  id: "certificates.cluster-proxy-namespaces",
  title: "Namespaces of the cluster's identity-aware proxies",
  per: "cluster",
  sources: ["kkp.code.iap-values"],
  derive: (read, cluster) => {
    const role = read.answer(infrastructure.cluster.role, cluster);
    const own = role === "seed" ? read.rule(ownInterfaces, cluster) : read.rule(platformInterfaces);
    return [
      ...(own.length > 0 ? [read.fact(certificateNames.platformNamespace)] : []),
      ...(role !== "master" && read.rule(seedInterfaces).length > 0 ? [read.fact(certificateNames.seedNamespace)] : []),
    ];
  },
});

/** Interfaces of each Seed's user-cluster MLA that stand behind an identity-aware proxy. */
export const seedInterfaces = rule<readonly Interface[]>({
  id: "certificates.seed-interfaces",
  title: "Exposed interfaces of a Seed",
  per: "plan",
  sources: ["kkp.mla-user-cluster"],
  derive: (read) => (read.answer(monitoring.plan.userClusterMla) ? read.answer(monitoring.plan.seedUis) : []),
});
