import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { DnsService, WebhookChart } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import type { Value } from "../../kernel/outcome.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { issuer } from "./issuer.ts";

/** The webhook by which cert-manager writes challenges. */
export interface SolverWebhook {
  readonly service: DnsService;
  /** Absent where the customer chooses the chart. */
  readonly chart?: WebhookChart;
}

/** The webhook that the solver needs, if it needs one. */
export const solverWebhook = rule<SolverWebhook>({
  id: "certificates.solver-webhook",
  title: "Webhook of the solver",
  per: "plan",
  sources: ["cert-manager.dns01"],
  derive: (read) => {
    if (read.rule(issuer).challenge !== "dns01") return read.notApplicable("No challenge is written into the zone.");
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    if (service.solver?.kind !== "webhook") return read.notApplicable("cert-manager writes challenges without a webhook.");
    read.cite(...service.sources);
    return { service, ...(service.solver.chart ? { chart: service.solver.chart } : {}) };
  },
});

/** Name of the API group that the webhook serves, below the base domain, so that it is nobody else's. */
export function webhookGroup(read: Reader): Value<string> {
  const domain = read.maybe(project.plan.domain);
  return domain.kind === "known" ? known(`acme.${domain.value}`) : domain;
}
