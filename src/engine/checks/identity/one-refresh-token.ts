import { authentication } from "../../answers/chapters/authentication.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { titlesOf } from "../../rules/identity/connectors.ts";
import { sharedSessions } from "../../rules/identity/sessions.ts";

/** Logins to user clusters beside other ones, where Dex keeps one refresh token for each person and client. What a second browser does, the decision tells. */
export const oneRefreshToken = check({
  id: "identity.one-refresh-token",
  title: "Logins of one person live side by side",
  severity: "advice",
  per: "plan",
  sources: ["kkp.known-issues"],
  examine: (read, _plan, report) => {
    const shared = read.rule(sharedSessions);
    // Without a login to user clusters, a person has no more than the session of a browser.
    if (!shared || !read.answer(authentication.plan.clusterLogin)) return;
    const { id, dashboardFlow } = releaseIn(read);
    const path = read.path(authentication.plan.clusterLogin);
    report({
      title: "A second login of a person ends the first",
      message: `Dex keeps one refresh token for each person and client. In KKP ${id} ${dashboardFlow.refreshTokens ? "dashboard, kubeconfigs and web terminal share the client kubermaticIssuer" : "all kubeconfigs and the web terminal share the client kubermaticIssuer"}, and people log in to user clusters with their own identity: whoever fetches a kubeconfig is logged out of what they opened before when its ID token ends, after ${shared.hours} hours at most. No field of Dex changes that for ${titlesOf(shared.sources)}.`,
      remedy: "Tell people that a new login ends the one before, put an OpenID Connect provider before Dex, whose connector can keep sessions apart, or take an issuer such as Keycloak in place of Dex.",
      fixes: [{ title: "Hand out kubeconfigs with a token", set: [{ path, value: false }] }],
      answers: [path, read.path(authentication.plan.connector)],
    });
  },
});
