import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** An issuer of a kind that KKP's fields cannot name. */
export const foreignKind = check({
  id: "certificates.foreign-kind",
  title: "KKP can name the issuer",
  severity: "warning",
  per: "plan",
  sources: ["kkp.code.configuration-defaults", "cert-manager.external"],
  examine: (read, _plan, report) => {
    if (!read.rule(issuer).foreignKind) return;
    report({
      title: "KKP names kinds Issuer and ClusterIssuer only",
      message: "Plug-ins of cert-manager bring kinds and API groups of their own. spec.ingress.certificateIssuer takes Issuer or ClusterIssuer, so the Gateway or the Ingresses would never ask the plug-in.",
      remedy: "Write each Certificate by hand into the Secrets of the certificate table, or take Vault, Venafi, ACME or a CA, which cert-manager knows itself.",
      answers: [read.path(certificates.plan.issuance)],
    });
  },
});
