import { project } from "../../answers/chapters/project.ts";
import { certificateLimits } from "../../facts/certificates.ts";
import { check } from "../../kernel/check.ts";
import { certificateRequest } from "../../rules/certificates/requests.ts";

/** A first name that is too long to be the common name of its certificate. */
export const commonName = check({
  id: "certificates.common-name",
  title: "The common name of a certificate fits",
  severity: "warning",
  per: "cluster",
  sources: ["rfc.5280"],
  examine: (read, cluster, report) => {
    const limit = read.fact(certificateLimits.commonName);
    const [first = ""] = read.rule(certificateRequest, cluster).names;
    if (first.length <= limit) return;
    report({
      title: `${first} is too long for a common name`,
      message: `The name has ${first.length} characters, and a common name holds ${limit}; many authorities refuse a request with a longer one.`,
      remedy: "Leave the common name empty and put the name among the alternative names only, or shorten the base domain.",
      answers: [read.path(project.plan.domain)],
    });
  },
});
