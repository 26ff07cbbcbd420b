import { certificates } from "../../answers/chapters/certificates.ts";
import { certificateLimits } from "../../facts/certificates.ts";
import { check } from "../../kernel/check.ts";
import { rowsFrom } from "../../rules/basics/rows-from.ts";
import { requestRules } from "../../rules/certificates/index.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { formatCount } from "../../values/figures.ts";

/** A wait in whole hours, or in days where it is long. */
function inWords(minutes: number): string {
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? formatCount(hours, "hour") : formatCount(Math.ceil(hours / 24), "day");
}

/** More certificates than Let's Encrypt issues at once. */
export const rateLimits = check({
  id: "certificates.rate-limits",
  title: "All certificates can be issued at once",
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
    const refill = read.fact(certificateLimits.refillMinutes);
    const later = inWords((secrets.length - limit) * refill);
    const count = `${missing.length === 0 ? "" : "at least "}${secrets.length}`;
    const path = read.path(certificates.plan.issuance);
    report({
      title: `${authority} does not issue ${count} certificates at once`,
      message: `Each of ${count} Secrets is a certificate of its own, and ${authority} issues ${limit} for one registered domain, then one every ${refill} minutes: the last ${missing.length === 0 ? "waits" : "waits at least"} ${later} for it. Whatever else your company orders counts too, and renewals do not.`,
      remedy: `Install the last Seeds ${later} after the others, ask for a higher limit, or take an issuer of your own.`,
      fixes: [{ title: "Sign with a CA of yours inside the cluster", set: [{ path, value: "ca" }] }],
      answers: [path],
    });
  },
});
