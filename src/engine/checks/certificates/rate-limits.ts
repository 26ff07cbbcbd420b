import { certificates } from "../../answers/chapters/certificates.ts";
import { certificateLimits } from "../../facts/certificates.ts";
import { check } from "../../kernel/check.ts";
import { rowsFrom } from "../../rules/basics/rows-from.ts";
import { requestRules } from "../../rules/certificates/index.ts";
import { issuer } from "../../rules/certificates/issuer.ts";

/** More certificates than Let's Encrypt issues in a week. */
export const rateLimits = check({
  id: "certificates.rate-limits",
  title: "All certificates can be issued in one week",
  severity: "warning",
  per: "plan",
  sources: ["letsencrypt.limits"],
  examine: (read, _plan, report) => {
    const { rateLimited, authority } = read.rule(issuer);
    if (!rateLimited) return;
    const limit = read.fact(certificateLimits.perDomainAndWeek);
    const { rows, missing } = rowsFrom(read, requestRules);
    const secrets = rows.flatMap((request) => request.secrets);
    if (secrets.length <= limit) return;
    const count = `${missing.length === 0 ? "" : "at least "}${secrets.length}`;
    const path = read.path(certificates.plan.issuance);
    report({
      title: `${authority} does not issue ${count} certificates in one week`,
      message: `Each of ${count} Secrets is a certificate of its own, and ${authority} issues ${limit} for one registered domain in 7 days; whatever else your company orders counts too.`,
      remedy: "Install Seeds over several weeks, ask for a higher limit, or take an issuer of your own.",
      fixes: [{ title: "Sign with a CA of yours inside the cluster", set: [{ path, value: "ca" }] }],
      answers: [path],
    });
  },
});
