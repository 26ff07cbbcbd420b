import { authentication, connectorQuestions } from "../../../answers/chapters/authentication.ts";
import type { Question } from "../../../answers/question.ts";
import { connectorOf } from "../../../connectors/registry.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { issuerInWords, tokenIssuer } from "../../identity/token-issuer.ts";
import { isSeparateSeed, placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From every cluster to the token issuer, which is the master's own entry. */
export const toTokenIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.to-token-issuer",
  title: "Cluster to the token issuer",
  per: "cluster",
  sources: ["kkp.code.apiserver-policy", "kkp.code.iap-values"],
  derive: (read, cluster) => {
    const signer = read.rule(tokenIssuer);
    const issuer = issuerInWords(signer);
    const name = clusterName(read, cluster);
    const own = !isSeparateSeed(read, cluster);
    if (!own && !signer.external) read.rule(masterCluster);
    return [
      flow(read, {
        refs: ["E4"],
        of: cluster,
        source: ends.nodes(cluster),
        destination: signer.external ? ends.identity : own ? ends.entry(cluster) : ends.tokenIssuer,
        ports: ports.tokenIssuer,
        reason: `Tokens are checked at ${issuer}`,
        lifetime: "operation",
        why: own && !signer.external
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
    const { endpoint, issuer, title, sources } = connectorOf(read.answer(authentication.plan.connector));
    if (!endpoint) return read.notApplicable(`${title} need no other system.`);
    if (issuer) return read.notApplicable(`${title}: no login passes Dex.`);
    if (!endpoint.calledBy.includes("platform")) return read.notApplicable(`${endpoint.title}: browsers carry its answers, and Dex opens no connection to it.`);
    read.cite(...sources);
    const master = read.rule(masterCluster);
    const question = (endpoint.portQuestion === undefined ? undefined : connectorQuestions.plan[endpoint.portQuestion]) as Question<string> | undefined;
    const transport = question ? endpoint.ports[read.answer(question)] : Object.values(endpoint.ports)[0];
    if (!transport) return read.notApplicable(`${endpoint.title} has no port for this transport.`);
    // Hosts that nobody here runs stand on the internet, where a proxy may stand in the way.
    const out = endpoint.hosts ? read.rule(wayOut, placeOfCluster(read, master)) : undefined;
    const proxy = out?.kind === "proxy" ? out : undefined;
    return [
      flow(read, {
        refs: ["E5"],
        of: master,
        source: ends.nodes(master),
        destination: proxy?.end ?? ends.identity,
        ports: proxy?.ports ?? String(transport.port),
        reason: `Dex asks ${endpoint.title} over ${transport.label}`,
        lifetime: "operation",
        why: `Dex runs on ${clusterName(read, master)}; without this row nobody logs in there or at any Seed.`,
      }),
    ];
  },
});

/** From browsers to an identity provider of the customer that they are sent to. */
export const browsersToIdentitySource = rule<readonly FlowDraft[]>({
  id: "firewall.browsers-to-identity-source",
  title: "Browsers to the identity source",
  per: "plan",
  sources: ["dex.connectors", "kkp.oidc"],
  derive: (read) => {
    if (read.subjects("cluster").length === 0) return read.notApplicable("The plan has no cluster yet.");
    const { endpoint, title, sources } = connectorOf(read.answer(authentication.plan.connector));
    if (!endpoint?.calledBy.includes("browsers")) return read.notApplicable(`${title}: browsers are sent nowhere else.`);
    if (endpoint.hosts) return read.notApplicable(`${title} stands on the internet, which people reach without this plan.`);
    read.cite(...sources);
    const [transport] = Object.values(endpoint.ports);
    if (!transport) return read.notApplicable(`${endpoint.title} has no port.`);
    return [
      flow(read, {
        refs: [],
        word: "login",
        of: "users",
        source: ends.users,
        destination: ends.identity,
        ports: String(transport.port),
        reason: `People log in at ${endpoint.title}`,
        lifetime: "operation",
        why: "A login sends the browser there and back; people who cannot open it cannot log in, wherever the platform stands.",
      }),
    ];
  },
});

/** From a Seed to the issuer that its user clusters alone accept. */
export const seedToOwnIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.seed-to-own-issuer",
  title: "Seed to its own issuer",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.apiserver-policy"],
  derive: (read, cluster) => {
    const host = read.optional(authentication.cluster.ownIssuer, cluster);
    if (host === undefined) return read.notApplicable("The Seed takes the platform's issuer.");
    const name = clusterName(read, cluster);
    return [
      flow(read, {
        refs: ["E4"],
        word: "own-issuer",
        of: cluster,
        source: ends.nodes(cluster),
        destination: ends.seedIssuer(cluster),
        ports: ports.tokenIssuer,
        reason: `Tokens of user clusters are checked at ${host}`,
        lifetime: "operation",
        why: `API servers of user clusters on ${name} fetch the keys of their own issuer; the platform's issuer stays for everything else.`,
      }),
    ];
  },
});
