import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { identityPaths } from "../../facts/identity.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { seedIssuer } from "../../rules/identity/seed-issuer.ts";

/** Issuers that refuse each login of KKP, because they know no scope of the name that it asks for. */
export const unknownScope = check({
  id: "identity.unknown-scope",
  title: "Issuers know the scopes that KKP asks for",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.dashboard-authflow", "kkp.code.dashboard-kubeconfig", "entra.scopes"],
  examine: (read, _plan, report) => {
    const { scope, refusedBy, title, connector } = read.fact(identityPaths.groupsScope);
    const isRefused = (host: string | undefined): host is string => host !== undefined && refusedBy.includes(host.toLowerCase());
    const message = (asked: string, host: string): string => `KKP asks for the scope ${scope} ${asked}. ${host} takes a scope without a resource for a permission of Microsoft Graph, which has none of this name, and lets nobody in.`;
    const path = read.path(authentication.plan.connector);
    const question = issuerQuestion(read);
    const host = question ? read.optional(question) : undefined;
    if (question && isRefused(host)) {
      report({
        title: `${title} cannot stand in place of Dex`,
        message: message("at the login to the dashboard and for each kubeconfig", host),
        remedy: `Let Dex stand between: its connector for ${title} asks for what ${title} has, and hands groups on.`,
        fixes: [{ title: `Log in by the connector for ${title}`, set: [{ path, value: connector }] }],
        answers: [path, read.path(question)],
      });
    }
    for (const cluster of read.subjects("cluster")) {
      const own = read.outcome(seedIssuer, cluster);
      if (own.kind !== "known" || !isRefused(own.value)) continue;
      const at = read.path(authentication.cluster.ownIssuer, cluster);
      const name = clusterName(read, cluster);
      report({
        key: cluster,
        title: `${title} cannot be the issuer of ${name}`,
        message: message(`for each kubeconfig of a user cluster of ${name}`, own.value),
        remedy: `Put an issuer between that knows the scope, or let user clusters of ${name} take the tokens of the platform's issuer.`,
        fixes: [{ title: `Take ${own.value} away as issuer of ${name}`, set: [], takeAway: [at] }],
        answers: [at],
      });
    }
  },
});

/** The question for the host of an issuer of the customer that takes the place of Dex. */
function issuerQuestion(read: Reader): Question<string> | undefined {
  const id = read.optional(authentication.plan.connector);
  const { issuer, endpoint }: Partial<Connector> = id === undefined ? {} : connectorOf(id);
  return issuer && endpoint?.addressQuestion !== undefined ? (connectorQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
}
