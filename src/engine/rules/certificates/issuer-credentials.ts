import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import type { CredentialSecret } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";
import { issuer } from "./issuer.ts";

/** Where cert-manager looks for what a ClusterIssuer refers to. */
export const ISSUER_NAMESPACE = "cert-manager";

/** The key of an account that the ACME server made beforehand. */
const BINDING: CredentialSecret = { name: "acme-binding", keys: { secret: "the key of the binding in base64url, as the server hands it out" } };

/** Secrets with credentials that the ClusterIssuer refers to and that nobody but the runbook makes. */
export const issuerCredentials = rule<{ readonly zone?: CredentialSecret; readonly binding?: CredentialSecret; readonly signer?: CredentialSecret }>({
  id: "certificates.issuer-credentials",
  title: "Credentials of the issuer",
  per: "plan",
  sources: ["cert-manager.dns01", "cert-manager.acme"],
  derive: (read) => {
    const { challenge, bindingQuestion, secret: signer } = read.rule(issuer);
    const question = bindingQuestion === undefined ? undefined : issuerQuestions.plan[bindingQuestion];
    const zone = challenge === "dns01" ? dnsServiceOf(read.answer(dns.plan.automation)).solver?.secret : undefined;
    const bound = question !== undefined && read.answer(question) === true;
    if (!zone && !bound && !signer) return read.notApplicable("The issuer refers to no credential.");
    return { ...(zone ? { zone } : {}), ...(bound ? { binding: BINDING } : {}), ...(signer ? { signer } : {}) };
  },
});
