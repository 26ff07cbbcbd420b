import { certificates } from "../../answers/chapters/certificates.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** A root that cert-manager makes, for production. */
export const selfMadeRoot = check({
  id: "certificates.self-made-root",
  title: "Production has a root that somebody looks after",
  severity: "warning",
  per: "plan",
  sources: ["cert-manager.self-signed", "kkp.certificates"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.purpose) !== "production" || !read.rule(issuer).makesRoot) return;
    const path = read.path(certificates.plan.issuance);
    report({
      title: "A root made in the cluster is no root for production",
      message: "The key of the root lies in the same cluster as everything that it protects, nobody backs it up, and every browser and machine must be given the root again when it is lost.",
      remedy: "Let cert-manager sign with an intermediate CA of your PKI, or let your PKI supply the certificate.",
      fixes: [
        { title: "Sign with a CA of yours inside the cluster", set: [{ path, value: "ca" }] },
        { title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] },
      ],
      answers: [path, read.path(project.plan.purpose)],
    });
  },
});
