import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { capital } from "../../values/sentence.ts";

/** Wildcard names that were wished for and that cert-manager is never asked for. */
export const wildcardNotAsked = check({
  id: "certificates.wildcard-not-asked",
  title: "No wildcard is expected of cert-manager",
  severity: "advice",
  per: "plan",
  sources: ["kkp.code.gateway-sync", "kkp.certificates", "letsencrypt.challenges"],
  examine: (read, _plan, report) => {
    const { by, challenge, authority } = read.rule(issuer);
    const chosen = read.optional(certificates.plan.names);
    if (by === "hand" || chosen === undefined || chosen === "listed") return;
    const [names, issuance] = [read.path(certificates.plan.names), read.path(certificates.plan.issuance)];
    const why = challenge === "http01" ? `${capital(authority)} proves each host by itself that way` : "KKP has cert-manager ask for a certificate for each host, whatever the issuer could sign";
    report({
      title: challenge === "http01" ? "HTTP-01 gives no wildcard certificates" : "cert-manager is asked for each host, and for no wildcard",
      message: `Wildcards were chosen for a certificate that people hand over. ${why}, so the plan asks for every served name instead.`,
      remedy: "Take the names one by one, or let your PKI supply a certificate with wildcards.",
      fixes: [
        { title: "List every name", set: [{ path: names, value: "listed" }] },
        { title: "Let your PKI supply the certificate", set: [{ path: issuance, value: "supplied" }] },
      ],
      answers: [issuance, names],
    });
  },
});
