import { authentication } from "../../answers/chapters/authentication.ts";
import { identityPaths } from "../../facts/identity.ts";
import { check } from "../../kernel/check.ts";
import { release } from "../../rules/basics/platform.ts";
import { connectorsInUse, titlesOf } from "../../rules/identity/connectors.ts";

/** Logins of one person that end each other, because Dex keeps one refresh token for each person and client. */
export const oneRefreshToken = check({
  id: "identity.one-refresh-token",
  title: "Logins of one person live side by side",
  severity: "advice",
  per: "plan",
  sources: ["kkp.known-issues"],
  examine: (read, _plan, report) => {
    const { id, dashboardFlow } = read.rule(release);
    const sources = read.rule(connectorsInUse);
    // An issuer in place of Dex keeps several; a source with a field of its own is set so; without refresh tokens there is nothing to end.
    const plain = sources.filter(({ issuer, sessionField, refreshTokens }) => !issuer && !sessionField && refreshTokens);
    if (plain.length === 0 || (!dashboardFlow.refreshTokens && !read.answer(authentication.plan.clusterLogin))) return;
    const hours = read.fact(identityPaths.tokenLife);
    report({
      title: "A second login of a person ends the first",
      message: `Dex keeps one refresh token for each person and client. In KKP ${id} ${dashboardFlow.refreshTokens ? "dashboard, kubeconfigs and web terminal share the client kubermaticIssuer" : "all kubeconfigs and the web terminal share the client kubermaticIssuer"}, so whoever logs in twice is logged out of the first session when its ID token ends, after ${hours} hours at most. No field of Dex changes that for ${titlesOf(plain)}.`,
      remedy: "Tell people that a new login ends the one before, put an OpenID Connect provider before Dex, whose connector can keep sessions apart, or take an issuer such as Keycloak in place of Dex.",
      answers: [read.path(authentication.plan.connector)],
    });
  },
});
