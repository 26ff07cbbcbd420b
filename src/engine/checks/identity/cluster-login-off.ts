import { authentication } from "../../answers/chapters/authentication.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { connectorsInUse } from "../../rules/identity/connectors.ts";
import { seedIssuer } from "../../rules/identity/seed-issuer.ts";

/** An issuer for user clusters of one Seed, while no user cluster asks any issuer. */
export const clusterLoginOff = check({
  id: "identity.cluster-login-off",
  title: "User clusters ask the issuer of their Seed",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.share-clusters", "kkp.oidc"],
  examine: (read, cluster, report) => {
    const issuer = read.optionalRule(seedIssuer, cluster);
    if (issuer === undefined || read.answer(authentication.plan.clusterLogin)) return;
    const [name, path] = [clusterName(read, cluster), read.path(authentication.plan.clusterLogin)];
    const own = read.path(authentication.cluster.ownIssuer, cluster);
    // Where no connector brings a refresh token, KKP hands out no kubeconfig by OpenID Connect.
    const sources = read.outcome(connectorsInUse);
    const connectors = sources.kind === "known" ? sources.value : [];
    const refused = connectors.length > 0 && connectors.every(({ refreshTokens, endsWithSource }) => !refreshTokens && !endsWithSource);
    report({
      title: `Nothing asks ${issuer}`,
      message: `${issuer} shall issue tokens for user clusters of ${name}, but the login to user clusters is switched off: kubeconfigs hold a token, and no API server asks an issuer.`,
      remedy: "Switch the login to user clusters on, or leave the Seed without an issuer of its own.",
      fixes: [
        ...(refused ? [] : [{ title: "Let people log in to user clusters", set: [{ path, value: true }] }]),
        { title: `Take ${issuer} away as the issuer of ${name}`, set: [], takeAway: [own] },
      ],
      answers: [own, path],
    });
  },
});
