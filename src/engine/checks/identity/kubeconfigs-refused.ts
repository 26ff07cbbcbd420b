import { authentication } from "../../answers/chapters/authentication.ts";
import { check } from "../../kernel/check.ts";
import { releaseIn } from "../../rules/basics/platform.ts";
import { chosenBy, connectorsInUse, keyOf } from "../../rules/identity/connectors.ts";
import { inSentence } from "../../values/sentence.ts";

/** A login to user clusters through a connector without refresh tokens, which the API of KKP demands for it. */
export const kubeconfigsRefused = check({
  id: "identity.kubeconfigs-refused",
  title: "Logins to user clusters bring a refresh token",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.code.dashboard-kubeconfig", "kkp.code.dashboard-login", "dex.connectors", "dex.code.callback"],
  examine: (read, _plan, report) => {
    if (!read.answer(authentication.plan.clusterLogin)) return;
    const { id } = releaseIn(read);
    const path = read.path(authentication.plan.clusterLogin);
    const all = read.rule(connectorsInUse);
    const refused = all.filter(({ refreshTokens, endsWithSource }) => !refreshTokens && !endsWithSource);
    for (const [at, connector] of all.entries()) {
      if (!refused.includes(connector)) continue;
      const name = inSentence(connector.title);
      report({
        ...keyOf(connector, at),
        ...(refused.length < all.length ? { severity: "warning" } : {}),
        title: `KKP refuses kubeconfigs and the Kubernetes dashboard to people who log in through ${connector.title}`,
        message: `For a kubeconfig by OpenID Connect, for the web terminal and for the Kubernetes dashboard of a user cluster, the API of KKP ${id} asks for a refresh token and refuses a login that brings none. Dex has none for ${name}, so whoever logs in through it gets none of them.`,
        remedy: "Choose a connector with refresh tokens, or an issuer such as Keycloak in place of Dex that asks the same source. Or hand out kubeconfigs with a token, and do without the web terminal and the Kubernetes dashboard.",
        fixes: [{ title: "Hand out kubeconfigs with a token", set: [{ path, value: false }] }],
        answers: [path, chosenBy(read, at)],
      });
    }
  },
});
