import { identityPaths } from "../../facts/identity.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { inSentence } from "../../values/sentence.ts";
import { chosenBy, connectorsInUse, keyOf } from "../../rules/identity/connectors.ts";

/** A connector whose sessions cannot be renewed under a release that renews them. */
export const noRefreshTokens = check({
  id: "identity.no-refresh-tokens",
  title: "Sessions can be renewed",
  severity: "warning",
  per: "plan",
  sources: ["kkp.oidc", "dex.connectors", "dex.code.openshift", "kkp.code.dex-values"],
  examine: (read, _plan, report) => {
    const { id, dashboardFlow } = releaseIn(read);
    if (!dashboardFlow.refreshTokens) return;
    for (const [at, connector] of read.rule(connectorsInUse).entries()) {
      if (connector.refreshTokens) continue;
      const hours = read.fact(identityPaths.tokenLife);
      const name = inSentence(connector.title);
      report({
        ...keyOf(connector, at),
        title: connector.endsWithSource ? `Sessions through ${connector.title} end with its own token` : `${connector.title} gives no refresh tokens`,
        message: connector.endsWithSource
          ? `KKP ${id} asks for a refresh token at every login, and Dex renews a login through ${name} only while the token that ${name} gave is good: people are logged out when their ID token, which lives ${hours} hours, ends after that.`
          : `KKP ${id} asks for a refresh token at every login, and ${name} gives none: people are logged out when their ID token ends, after ${hours} hours.`,
        remedy: connector.endsWithSource ? `Choose a connector whose logins can be renewed, or tell people that they log in anew when their token of ${name} ends.` : "Choose a connector with refresh tokens, or tell people that a session lasts one day.",
        answers: [chosenBy(read, at)],
      });
    }
  },
});
