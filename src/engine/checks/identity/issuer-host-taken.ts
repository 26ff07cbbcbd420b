import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";
import { connectorsInUse, hostQuestion, keyOf } from "../../rules/identity/connectors.ts";

/** An identity provider under a name that the platform itself serves. */
export const issuerHostTaken = check({
  id: "identity.issuer-host-taken",
  title: "The identity provider has a name of its own",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    for (const [at, connector] of read.rule(connectorsInUse).entries()) {
      const { endpoint } = connector;
      const question = hostQuestion(connector);
      const host = question ? read.optional(question) : undefined;
      if (!endpoint || !question || host === undefined) continue;
      const taken = read.rule(servedHosts, cluster).find(({ name }) => name === host);
      if (!taken) continue;
      report({
        ...keyOf(connector, at),
        title: `${host} cannot be both ${endpoint.title} and the platform`,
        message: `The platform serves ${taken.service} under ${host}, so its record leads to the platform entry, and nobody would reach ${endpoint.title} there.`,
        remedy: `Give ${endpoint.title} another name, or the platform another base domain.`,
        answers: [read.path(question), read.path(project.plan.domain)],
      });
    }
  },
});
