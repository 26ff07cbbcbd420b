import { certificates } from "../../answers/chapters/certificates.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** An issuer of a kind that KKP cannot name, whose Certificates give way to those that KKP itself has asked for; beside a Gateway of one's own KKP asks for none. */
export const foreignKind = check({
  id: "certificates.foreign-kind",
  title: "KKP can name the issuer",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.configuration-defaults", "cert-manager.external"],
  examine: (read, _plan, report) => {
    if (!read.rule(issuer).foreignKind || releaseIn(read).entry.own) return;
    const path = read.path(certificates.plan.issuance);
    report({
      title: "KKP names kinds Issuer and ClusterIssuer only",
      message: "Plug-ins of cert-manager bring kinds and API groups of their own, and spec.ingress.certificateIssuer takes Issuer or ClusterIssuer. The entry of the platform then asks a ClusterIssuer that does not exist, and as long as that request owns the Secret, cert-manager leaves a Certificate written by hand for the plug-in alone.",
      remedy: "Take Vault, Venafi, ACME or a CA, which cert-manager knows itself, or a Gateway of your own, or let the plug-in's authority sign what is supplied.",
      fixes: [{ title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] }],
      answers: [path, read.path(platformEntry.plan.entry)],
    });
  },
});
