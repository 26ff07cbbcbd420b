import { authentication } from "../../answers/chapters/authentication.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { issuerInWords, tokenIssuer } from "../../rules/identity/token-issuer.ts";
import { seedIssuer } from "../../rules/identity/seed-issuer.ts";

/** Two issuers that must agree on who somebody is. */
export const seedIssuerMail = check({
  id: "identity.seed-issuer-mail",
  title: "Issuers agree on mail addresses",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.oidc"],
  examine: (read, cluster, report) => {
    const own = read.optionalRule(seedIssuer, cluster);
    if (own === undefined) return;
    const issuer = issuerInWords(read.rule(tokenIssuer));
    const name = clusterName(read, cluster);
    const path = read.path(authentication.cluster.ownIssuer, cluster);
    report({
      title: `${own} must know people by the same mail addresses`,
      message: `People log in to the dashboard at ${issuer} and to user clusters of ${name} at ${own}. KKP grants rights by mail address; with another one, rights from the dashboard do nothing in the cluster.`,
      remedy: "Use the same mail domain at both issuers, or leave the Seed with the platform's issuer.",
      fixes: [{ title: `Take ${own} away as the issuer of ${name}`, set: [], takeAway: [path] }],
      answers: [path],
    });
  },
});
