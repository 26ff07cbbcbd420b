import { certificateLimits } from "../../facts/certificates.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital } from "../../values/sentence.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";

/** Names of one certificate against what Let's Encrypt signs. */
export const certificateNameCeiling = rule<Ceiling>({
  id: "sizing.certificate-names",
  title: "Names in one certificate",
  per: "cluster",
  sources: ["letsencrypt.limits", "kkp.code.tls-serving"],
  derive: (read, cluster) => {
    const { rateLimited, authority } = read.rule(issuer);
    if (!rateLimited) return read.notApplicable(`${capital(authority)} publishes no limit of names.`);
    const { names, secrets } = read.rule(certificateRequest, cluster);
    return {
      id: `ceiling.certificate-names[${cluster}]`,
      cluster,
      title: "Names in one certificate",
      used: names.length,
      limit: read.fact(certificateLimits.namesPerCertificate),
      unit: "names",
      maxUserClusters: "unlimited",
      from: read.cell,
      why: `${formatCount(names.length, "name")} if one certificate held them all; cert-manager asks for ${formatCount(secrets.length, "certificate")}. User clusters add none: KKP signs their API servers with a CA of their own.`,
    };
  },
});
