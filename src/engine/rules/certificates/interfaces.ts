import { monitoring } from "../../answers/chapters/monitoring.ts";
import { rule } from "../../kernel/rule.ts";
import type { ServedHost } from "../../plan/plan.ts";

/** An interface that can stand behind an identity-aware proxy. */
export type Interface = "prometheus" | "grafana" | "alertmanager";

/** Names of interfaces in sentences. */
export const INTERFACES: Readonly<Record<Interface, string>> = { prometheus: "Prometheus", grafana: "Grafana", alertmanager: "Alertmanager" };

/** The identity-aware proxy that serves an interface's host: its first label names the deployment. */
export const proxyOf = ({ name }: Pick<ServedHost, "name">): Interface => name.split(".")[0] as Interface;

/** Interfaces of the platform's own MLA that stand behind the identity-aware proxy of the master. */
export const platformInterfaces = rule<readonly Interface[]>({
  id: "certificates.platform-interfaces",
  title: "Exposed interfaces of the platform",
  per: "plan",
  sources: ["kkp.iap"],
  derive: (read) => (read.answer(monitoring.plan.mla) ? read.answer(monitoring.plan.platformUis) : []),
});

/** Interfaces of each Seed's user-cluster MLA that stand behind an identity-aware proxy. */
export const seedInterfaces = rule<readonly Interface[]>({
  id: "certificates.seed-interfaces",
  title: "Exposed interfaces of a Seed",
  per: "plan",
  sources: ["kkp.mla-user-cluster"],
  derive: (read) => (read.answer(monitoring.plan.userClusterMla) ? read.answer(monitoring.plan.seedUis) : []),
});
