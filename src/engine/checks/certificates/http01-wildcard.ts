import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { capital } from "../../values/sentence.ts";

/** Wildcard names that were wished for and that HTTP-01 cannot give. */
export const http01Wildcard = check({
  id: "certificates.http01-wildcard",
  title: "No wildcard is asked for by HTTP-01",
  severity: "advice",
  per: "plan",
  sources: ["letsencrypt.challenges"],
  examine: (read, _plan, report) => {
    const { challenge, authority } = read.rule(issuer);
    const chosen = read.optional(certificates.plan.names);
    if (challenge !== "http01" || chosen === undefined || chosen === "listed") return;
    const names = read.path(certificates.plan.names);
    report({
      title: "HTTP-01 gives no wildcard certificates",
      message: `Wildcards were chosen for the certificate before HTTP-01 was. ${capital(authority)} proves each host by itself that way, so the plan asks for every served name instead.`,
      remedy: "Confirm the names one by one, or choose DNS-01.",
      fixes: [{ title: "List every name", set: [{ path: names, value: "listed" }] }],
      answers: [read.path(certificates.plan.issuance), names],
    });
  },
});
