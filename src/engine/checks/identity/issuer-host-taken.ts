import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import type { Question } from "../../answers/question.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { check } from "../../kernel/check.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";

/** An identity provider under a name that the platform itself serves. */
export const issuerHostTaken = check({
  id: "identity.issuer-host-taken",
  title: "The identity provider has a name of its own",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    const { endpoint } = connectorOf(read.answer(authentication.plan.connector));
    const question = endpoint?.addressQuestion === undefined ? undefined : (connectorQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined);
    if (!question || !endpoint) return;
    const host = read.answer(question);
    const taken = read.rule(servedHosts, cluster).find(({ name }) => name === host);
    if (!taken) return;
    report({
      title: `${host} cannot be both ${endpoint.title} and the platform`,
      message: `The platform serves ${taken.service} under ${host}, so its record leads to the platform entry, and nobody would reach ${endpoint.title} there.`,
      remedy: `Give ${endpoint.title} another name, or the platform another base domain.`,
      answers: [read.path(question), read.path(project.plan.domain)],
    });
  },
});
