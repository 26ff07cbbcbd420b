import { dns } from "../../answers/chapters/dns.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** A DNS service that cert-manager does not know without a webhook. */
export const solverWebhook = check({
  id: "certificates.solver-webhook",
  title: "The DNS service is one that cert-manager knows",
  severity: "advice",
  per: "plan",
  sources: ["cert-manager.dns01"],
  examine: (read, _plan, report) => {
    if (read.rule(issuer).challenge !== "dns01") return;
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    const { solver } = service;
    const title = serviceName(service);
    if (solver?.kind !== "webhook") return;
    report({
      title: `cert-manager needs a webhook for ${title}`,
      message: `cert-manager writes challenges to eight services itself, and ${title} is none of them. Its webhook is a chart of other makers that must fit the cert-manager of each KKP release.`,
      remedy: `Install the webhook before the issuer and test it after every upgrade, or lead _acme-challenge names to a service that cert-manager knows.`,
      answers: [read.path(dns.plan.automation)],
    });
  },
});
