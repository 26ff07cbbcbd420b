import { project } from "../../answers/chapters/project.ts";
import { identityPaths } from "../../facts/identity.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { RedirectUri } from "../../plan/plan.ts";
import { platformPort } from "../addresses/url-port.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { connectorsInUse, titlesOf } from "./connectors.ts";
import { tokenIssuer } from "./token-issuer.ts";
import { seedIssuer } from "./seed-issuer.ts";

/** Redirect URIs of the platform's own clients in the chosen release. */
export const platformRedirectUris = rule<readonly RedirectUri[]>({
  id: "identity.platform-redirect-uris",
  title: "Redirect URIs of the platform",
  per: "plan",
  sources: ["kkp.oidc"],
  derive: (read) => {
    const domain = read.answer(project.plan.domain);
    const port = platformPort(read);
    const { external } = read.rule(tokenIssuer);
    const { id: number, redirectUris, dashboardFlow } = releaseIn(read);
    const atDashboard = redirectUris.find(({ login }) => login)?.client;
    return redirectUris.map(({ id, client, uri, purpose, optional, login }) => ({
      id: `redirect.${id}`,
      client,
      uri: uri.replace("{domain}", `${domain}${port}`),
      purpose,
      optional,
      registeredAt: external ? "identity-provider" : "dex",
      from: read.cell,
      why: optional
        ? "kubelogin opens a port on the engineer's own machine and waits there for the answer; nothing else uses the address."
        : login
          ? `KKP ${number} logs people in by the ${dashboardFlow.description}; their browsers come back to this address with the answer, and ${external ? "the issuer" : "Dex"} sends them to none that it does not know.`
          : `${purpose}: the API has people log in once more for it and come back to this address, through ${client === atDashboard ? "the client that the dashboard has" : "a client apart from the dashboard's"} in KKP ${number}.`,
    }));
  },
});

/** Redirect URIs of the client that user clusters of a Seed have at an issuer of their own: only the login to the dashboard stays with the platform's. */
export const seedIssuerRedirectUris = rule<readonly RedirectUri[]>({
  id: "identity.seed-issuer-redirect-uris",
  title: "Redirect URIs at the issuer of the Seed",
  per: "cluster",
  sources: ["kkp.oidc", "kkp.code.dashboard-kubeconfig", "kkp.code.dashboard-login"],
  derive: (read, cluster) => {
    const issuerHost = read.rule(seedIssuer, cluster);
    const atDashboard = new Set(releaseIn(read).redirectUris.flatMap(({ id, login }) => (login ? [`redirect.${id}`] : [])));
    return read.rule(platformRedirectUris).filter(({ id }) => !atDashboard.has(id)).map((uri) => ({
      ...uri,
      id: `${uri.id}[${cluster}]`,
      purpose: `${uri.purpose} for user clusters of ${clusterName(read, cluster)}`,
      registeredAt: "identity-provider",
      issuerHost,
      from: read.cell,
      why: uri.optional ? uri.why : `User clusters of ${clusterName(read, cluster)} accept tokens of ${issuerHost}; for this the API of KKP has people log in there, and is sent the answer.`,
    }));
  },
});

/** Where an identity provider sends browsers back to Dex; only connectors with a redirect have it. */
export const dexCallback = rule<readonly RedirectUri[]>({
  id: "identity.dex-callback",
  title: "Callback of Dex at the identity provider",
  per: "plan",
  sources: ["kkp.code.example-values", "dex.connectors"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    const sources = all.filter(({ callback }) => callback);
    if (all.some(({ issuer }) => issuer)) return read.notApplicable(`${titlesOf(all)}: no login passes Dex.`);
    if (sources.length === 0) return read.notApplicable(`${titlesOf(all)}: Dex asks it directly, so no browser is sent back to a callback address.`);
    return [
      {
        id: "redirect.dex-callback",
        client: "Dex",
        uri: `https://${read.answer(project.plan.domain)}${platformPort(read)}${read.fact(identityPaths.dexCallback)}`,
        purpose: `Login through ${titlesOf(sources)}`,
        optional: false,
        registeredAt: "identity-provider",
        from: read.cell,
        why: `${sources.length === 1 ? "Your identity provider sends" : "Each of these providers sends"} browsers back to Dex after the login; it refuses addresses it does not know.`,
      },
    ];
  },
});

/** The callback of Dex as the table of redirect URIs has it; open while something that it is made of is. */
export function callbackUri(read: Reader): Value<string> {
  const outcome = read.outcome(dexCallback);
  const open = openFor(outcome);
  if (open) return open;
  const [row] = outcome.kind === "known" ? outcome.value : [];
  if (!row) throw new Error("No browser is sent back to Dex");
  return known(row.uri);
}
