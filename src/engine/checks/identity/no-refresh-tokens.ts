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
  sources: ["kkp.oidc", "dex.connectors", "kkp.code.dex-values"],
  examine: (read, _plan, report) => {
    const { id, dashboardFlow } = releaseIn(read);
    if (!dashboardFlow.refreshTokens) return;
    for (const [at, connector] of read.rule(connectorsInUse).entries()) {
      if (connector.refreshTokens) continue;
      const hours = read.fact(identityPaths.tokenLife);
      report({
        ...keyOf(connector, at),
        title: `${connector.title} gives no refresh tokens`,
        message: `KKP ${id} asks for a refresh token at every login, and ${inSentence(connector.title)} gives none: people are logged out when their ID token ends, after ${hours} hours.`,
        remedy: "Choose a connector with refresh tokens, or tell people that a session lasts one day.",
        answers: [chosenBy(read, at)],
      });
    }
  },
});
