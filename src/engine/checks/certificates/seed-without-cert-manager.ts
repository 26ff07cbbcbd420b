import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, masterCluster } from "../../rules/basics/platform.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { certificateRequest } from "../../rules/certificates/requests.ts";

/** A Seed apart from the master whose certificates cert-manager should write, although nobody installs it there. */
export const seedWithoutCertManager = check({
  id: "certificates.seed-without-cert-manager",
  title: "Certificates are issued where cert-manager runs",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.seed-stack"],
  examine: (read, cluster, report) => {
    if (read.rule(masterCluster) === cluster || read.rule(issuer).by === "hand") return;
    const { names } = read.rule(certificateRequest, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `Nobody installs cert-manager on ${name}`,
      message: `The installer brings cert-manager to the master only. ${name} serves ${names.join(", ")} itself, so ${names.length === 1 ? "its certificate" : "their certificates"} would never be issued.`,
      remedy: `Install cert-manager and the issuer on ${name} by hand before its interfaces, or let your PKI supply these names.`,
      answers: [read.path(certificates.plan.issuance)],
    });
  },
});
