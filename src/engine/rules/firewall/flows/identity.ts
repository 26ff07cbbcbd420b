import { authentication, connectorQuestions } from "../../../answers/chapters/authentication.ts";
import { project } from "../../../answers/chapters/project.ts";
import type { Question } from "../../../answers/question.ts";
import { connectorOf } from "../../../connectors/registry.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { isSeparateSeed } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From every cluster to the token issuer, which is the master's own entry. */
export const toTokenIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.to-token-issuer",
  title: "Cluster to the token issuer",
  per: "cluster",
  sources: ["kkp.code.apiserver-policy", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    const issuer = `https://${read.answer(project.plan.domain)}/dex`;
    const name = clusterName(read, cluster);
    const own = !isSeparateSeed(read, cluster);
    if (!own) read.rule(masterCluster);
    return [
      flow(read, {
        refs: ["E4"],
        of: cluster,
        source: ends.nodes(cluster),
        destination: own ? ends.entry(cluster) : ends.tokenIssuer,
        ports: ports.tokenIssuer,
        reason: `Tokens are checked at ${issuer}`,
        lifetime: "operation",
        why: own
          ? `Pods of ${name} ask ${issuer} by its public name, so they come back in at their own entry.`
          : `API servers of user clusters and the interfaces of ${name} accept a login only after asking ${issuer}.`,
      }),
    ];
  },
});

/** From Dex on the master to the identity source. */
export const dexToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.dex-to-identity-source",
  title: "Dex to the identity source",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const { endpoint, title, sources } = connectorOf(read.answer(authentication.plan.connector));
    if (!endpoint) return read.notApplicable(`${title} need no other system.`);
    read.cite(...sources);
    const master = read.rule(masterCluster);
    const question = (endpoint.portQuestion === undefined ? undefined : connectorQuestions.plan[endpoint.portQuestion]) as Question<string> | undefined;
    const transport = question ? endpoint.ports[read.answer(question)] : Object.values(endpoint.ports)[0];
    if (!transport) return read.notApplicable(`${endpoint.title} has no port for this transport.`);
    return [
      flow(read, {
        refs: ["E5"],
        of: master,
        source: ends.nodes(master),
        destination: ends.identity,
        ports: String(transport.port),
        reason: `Dex asks ${endpoint.title} over ${transport.label}`,
        lifetime: "operation",
        why: `Dex runs on ${clusterName(read, master)}; without this row nobody logs in there or at any Seed.`,
      }),
    ];
  },
});
