import { certificates } from "../../answers/chapters/certificates.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { project } from "../../answers/chapters/project.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";

/** A Gateway of the customer, where KKP takes none or leaves everything about it to him. */
export const ownGateway = check({
  id: "entry.own-gateway",
  title: "A Gateway of one's own is taken and looked after",
  severity: "warning",
  also: ["blocker"],
  per: "plan",
  sources: ["kkp.gateway-api", "kkp.code.gateway-sync"],
  examine: (read, _plan, report) => {
    const { id, gatewayEntry, ownGatewayFrom } = releaseIn(read);
    if ((!gatewayEntry && ownGatewayFrom === undefined) || read.answer(platformEntry.plan.entry) !== "own") return;
    const path = read.path(platformEntry.plan.entry);
    if (ownGatewayFrom === undefined) {
      report({
        key: "release",
        severity: "blocker",
        title: `KKP ${id} takes no Gateway of yours`,
        message: `The setting externalGateway came with KKP 2.30.4; ${id} installs an entry of its own in any case, and this plan counts an address for it.`,
        remedy: "Plan with KKP 2.30 or 2.31, or let the release bring its entry.",
        fixes: [{ title: "Take the entry of the release", set: [{ path, value: "standard" }] }],
        answers: [path, read.path(project.plan.release)],
      });
      return;
    }
    report({
      key: "duties",
      title: "Listeners, certificates and routes of your Gateway are yours",
      message: `From KKP ${ownGatewayFrom} on, KKP attaches routes to your Gateway and does nothing else: no listener for a new interface, no certificate. Class, annotations, TLS and certificate issuer of the entry must stay empty, or the configuration is refused.`,
      remedy: "Give the Gateway a listener and a certificate for each served name, and let it admit routes from the namespaces of KKP.",
      answers: [path],
    });
    if (issuerOf(read.answer(certificates.plan.issuance)).by === "hand") return;
    report({
      key: "issuer",
      title: "KKP asks for no certificate on your Gateway",
      message: "The certificate issuer of KKP is refused together with a Gateway of yours, and without one the installer brings no cert-manager. Challenges and certificates of this plan run only if you set both up beside the Gateway.",
      remedy: "Install cert-manager and annotate your Gateway for it yourself, or supply the certificate.",
      fixes: [{ title: "Supply the certificate", set: [{ path: read.path(certificates.plan.issuance), value: "supplied" }] }],
      answers: [path, read.path(certificates.plan.issuance)],
    });
  },
});
