import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import type { Question } from "../../answers/question.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { identityPaths, refusingIssuers, type RefusingIssuer } from "../../facts/identity.ts";
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
  sources: ["kkp.code.dashboard-authflow", "kkp.code.dashboard-kubeconfig"],
  examine: (read, _plan, report) => {
    const scope = read.fact(identityPaths.groupsScope);
    const message = ({ says }: RefusingIssuer, asked: string, host: string): string => `KKP asks for the scope ${scope} ${asked}. ${host} ${says}.`;
    const path = read.path(authentication.plan.connector);
    const question = issuerQuestion(read);
    const host = question ? read.optional(question) : undefined;
    const refuses = host === undefined ? undefined : refusing(read, host);
    if (question && host !== undefined && refuses) {
      const { title, connector, connectorFor } = refuses;
      report({
        title: `${title} cannot stand in place of Dex`,
        message: message(refuses, "at the login to the dashboard and for each kubeconfig", host),
        remedy: `Let Dex stand between: its connector for ${connectorFor} asks for what ${title} has, and hands groups on.`,
        fixes: [{ title: `Log in by the connector for ${connectorFor}`, set: [{ path, value: connector }] }],
        answers: [path, read.path(question)],
      });
    }
    for (const cluster of read.subjects("cluster")) {
      const own = read.outcome(seedIssuer, cluster);
      const refused = own.kind === "known" ? refusing(read, own.value) : undefined;
      if (own.kind !== "known" || !refused) continue;
      const at = read.path(authentication.cluster.ownIssuer, cluster);
      const name = clusterName(read, cluster);
      report({
        key: cluster,
        title: `${refused.title} cannot be the issuer of ${name}`,
        message: message(refused, `for each kubeconfig of a user cluster of ${name}`, own.value),
        remedy: `Put an issuer between that knows the scope, or let user clusters of ${name} take the tokens of the platform's issuer.`,
        fixes: [{ title: `Take ${own.value} away as issuer of ${name}`, set: [], takeAway: [at] }],
        answers: [at],
      });
    }
  },
});

/** Who refuses each login at this host; undefined where no source says so of it. */
function refusing(read: Reader, host: string): RefusingIssuer | undefined {
  const labels = host.toLowerCase().split(".");
  const isOf = (pattern: string): boolean => {
    const parts = pattern.split(".");
    return parts.length === labels.length && parts.every((part, at) => part === "*" || part === labels[at]);
  };
  const found = refusingIssuers.find(({ value }) => value.hosts.some(isOf));
  return found && read.fact(found);
}

/** The question for the host of an issuer of the customer that takes the place of Dex. */
function issuerQuestion(read: Reader): Question<string> | undefined {
  const id = read.optional(authentication.plan.connector);
  const { issuer, endpoint }: Partial<Connector> = id === undefined ? {} : connectorOf(id);
  return issuer && endpoint?.addressQuestion !== undefined ? (connectorQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
}
