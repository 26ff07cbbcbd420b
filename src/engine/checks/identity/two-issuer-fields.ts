import { authentication } from "../../answers/chapters/authentication.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { furtherIssuers } from "../../rules/identity/further-issuers.ts";
import { seedIssuer } from "../../rules/identity/seed-issuer.ts";
import { listed } from "../../values/sentence.ts";

/** A Seed with an issuer of its own and further ones: two fields that exclude each other. */
export const twoIssuerFields = check({
  id: "identity.two-issuer-fields",
  title: "A Seed names its issuers in one field",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.code.seed-validation", "kkp.code.authentication-configuration"],
  examine: (read, cluster, report) => {
    const own = read.optionalRule(seedIssuer, cluster);
    const further = read.optionalRule(furtherIssuers, cluster);
    if (own === undefined || further === undefined) return;
    const name = clusterName(read, cluster);
    const [ownPath, furtherPath] = [read.path(authentication.cluster.ownIssuer, cluster), read.path(authentication.cluster.furtherIssuers, cluster)];
    report({
      title: `The Seed object of ${name} is refused with both ${own} and further issuers`,
      message: `${own} goes into spec.oidcProviderConfiguration of ${name}, ${listed(further)} into spec.authenticationConfiguration; KKP takes one of the two fields and refuses a Seed that has both.`,
      remedy: `Take ${own} away as the issuer of the Seed and name it among the further issuers: user clusters accept its tokens all the same, and kubeconfigs from the dashboard lead to the platform's issuer. Or keep ${own} alone, without further issuers.`,
      fixes: [
        { title: `Take ${own} away as the issuer of ${name}, and name it among the further ones`, set: [{ path: furtherPath, value: [...new Set([...further, own])] }], takeAway: [ownPath] },
        { title: `Take ${listed(further)} away, and keep ${own} alone`, set: [], takeAway: [furtherPath] },
      ],
      answers: [ownPath, furtherPath],
    });
  },
});
