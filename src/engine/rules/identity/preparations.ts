import { authentication, connectorQuestions } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { IdentityPlan } from "../../plan/plan.ts";
import { formatAll } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { filled } from "../basics/filled.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { handedBack, madeThere, platformIds } from "./client-ids.ts";
import { connectorsInUse } from "./connectors.ts";
import { ownProxyRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris } from "./proxy-redirect-uris.ts";
import { callbackUri, platformRedirectUris, seedIssuerRedirectUris } from "./redirect-uris.ts";
import { readsGroups } from "./reads-groups.ts";
import { privatelyRooted } from "./source-root.ts";
import { tokenIssuer } from "./token-issuer.ts";
import { seedIssuer } from "./seed-issuer.ts";

/** The scope by which the API asks for a refresh token, and what it does without one. */
const OFFLINE = "offline_access";
const REFUSED = `The API refuses an answer without a refresh token, which it asks for by the scope ${OFFLINE}.`;

/** What the identity team prepares for the chosen connector. */
export const preparations = rule<IdentityPlan["preparations"]>({
  id: "identity.preparations",
  title: "Preparations for the connector",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    return read.rule(connectorsInUse).flatMap((connector) => {
      const own = connector.prepare.filter(({ forGroups }) => forGroups !== true || read.aside(() => readsGroups(read))).map(({ id, title, why, inCommunity, verify, forGroups }) => {
        const row = `preparation.${connector.id}.${id}`;
        return read.forRow(row, () => {
          if (forGroups === true) readsGroups(read);
          return { id: row, title: filled(read, withCallback(read, title), connectorQuestions.plan), verify: filled(read, withCallback(read, verify), connectorQuestions.plan), from: read.cell, why: reasonIn(read, why, inCommunity) };
        });
      });
      const rooted = (): boolean => privatelyRooted(read).includes(connector);
      const root = read.aside(rooted) ? [read.forRow(`preparation.${connector.id}.root`, () => (rooted(), rootOf(connector.id, connector.endpoint?.title ?? connector.title, connector.issuer !== undefined, read.cell)))] : [];
      return [...own, ...root, ...(connector.issuer ? clientsAt(read, connector.issuer.name) : [])];
    });
  },
});

/** A text of a record with the callback of Dex in place of `{callback}`. */
function withCallback(read: Reader, text: string): string {
  if (!text.includes("{callback}")) return text;
  const uri = callbackUri(read);
  return text.replaceAll("{callback}", uri.kind === "known" ? uri.value : "<callback of Dex>");
}

/** The reason that holds in the edition of the plan. */
function reasonIn(read: Reader, why: string, inCommunity: string | undefined): string {
  if (inCommunity === undefined) return why;
  read.cite("kkp.groups");
  return read.optional(project.plan.edition) === "CE" ? inCommunity : why;
}

/** The root of a source that ends at none that machines know. */
const rootOf = (id: string, title: string, issues: boolean, from: string): IdentityPlan["preparations"][number] => ({
  id: `preparation.${id}.root`,
  title: `Root certificate at which ${title} ends, with its intermediates`,
  verify: `\`openssl s_client\` to ${title} ends with verify return code 0 when it is given the file`,
  from,
  why: issues ? "KKP checks tokens against its CA bundle, and the proxies of interfaces against a Secret of their own." : `Dex refuses to ask ${title} while it cannot check the certificate.`,
});

/** Clients that must be registered where the customer's issuer takes the place of Dex. */
function clientsAt(read: Reader, name: string): IdentityPlan["preparations"] {
  const { id: number, dashboardFlow, redirectUris } = releaseIn(read);
  const ids = platformIds(read);
  const { rows: uris, missing } = rowsFrom(read, [platformRedirectUris, platformProxyRedirectUris, seedProxyRedirectUris, ownProxyRedirectUris]);
  return [...new Set(uris.map(({ client }) => client))].map((client) => {
    const login = client === dashboardFlow.client;
    const count = uris.filter((row) => row.client === client).length;
    // The implicit flow gives the browser its tokens, so its client has no secret.
    const renewed = redirectUris.some((uri) => uri.client === client && uri.needsRefresh);
    const confidential = !login || dashboardFlow.refreshTokens;
    return {
      id: `preparation.client.${client}`,
      title: `Client ${client} at ${name}, ${login ? dashboardFlow.atIssuer : `confidential, with the standard flow${renewed ? ` and the scope ${OFFLINE}` : ""}`}${handedBack(ids, confidential)}`,
      verify: `The client lists ${count === 1 ? "its redirect URI" : formatAll(count, "redirect URIs")} of the table${soFar(missing)}${login ? "; once the platform stands, a test login at the dashboard succeeds" : ""}`,
      from: read.cell,
      why: `${login ? `KKP ${number} logs people in by the ${dashboardFlow.description}.` : `${capital(name)} refuses clients and addresses it does not know.${renewed ? ` ${REFUSED}` : ""}`}${madeThere(ids)}`,
    };
  });
}

/** What a Seed with an issuer of its own needs there. */
export const seedIssuerPreparations = rule<IdentityPlan["preparations"]>({
  id: "identity.seed-issuer-preparations",
  title: "Preparations for the issuer of a Seed",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.dashboard-kubeconfig"],
  derive: (read, cluster) => {
    const host = read.rule(seedIssuer, cluster);
    const name = clusterName(read, cluster);
    const uris = read.rule(seedIssuerRedirectUris, cluster).filter(({ optional }) => !optional).map(({ uri }) => uri);
    const { url } = read.rule(tokenIssuer);
    const ids = read.maybe(authentication.cluster.ownIssuerIds, cluster);
    return [
      {
        id: `preparation.seed-client[${cluster}]`,
        title: `Client for the user clusters of ${name} at ${host}, confidential, with the standard flow and the scope ${OFFLINE}${handedBack(ids, true)}`,
        verify: `The client lists ${listed(uris)}, and accounts carry the same mail addresses as at ${url.kind === "known" ? url.value : "the platform's issuer"}`,
        from: read.cell,
        why: `User clusters of ${name} accept tokens of ${host}; KKP knows people by their mail address, so both issuers must agree on it. ${REFUSED}${madeThere(ids)}`,
      },
    ];
  },
});
