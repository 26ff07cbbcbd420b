import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import type { Connector, ConnectorPreparation } from "../../connectors/connector.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { kindOfSecret } from "../access/new-secrets.ts";
import { secretNames } from "../access/secret-names.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { connectorsInUse, hostQuestion, loginQuestion, titlesOf } from "../identity/connectors.ts";
import { preparationRules, redirectUriRules } from "../identity/index.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { capital, listed } from "../../values/sentence.ts";
import { urlHost } from "../../values/url-host.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { clusterName, installedRelease, masterCluster, releaseIn } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { opensOutside } from "../firewall/forwarding.ts";
import { loginsInside, seedLoginInside } from "../firewall/login-hosts.ts";
import { seedIssuerUrl } from "../identity/seed-issuer.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { afterNetworks, isAtMaster, leftToTrials } from "./made-network.ts";
import { dialledFrom } from "./dialled.ts";
import { itemOf, itemsFor, onlyForNew, openIn, type Draft } from "./item.ts";
import { SECRET_STORE } from "./uses.ts";

/** Open addresses of identity sources: of all, or of the one that a row is about. */
function openSources(read: Reader, row = ""): readonly AnswerPath[] {
  const all = read.rule(connectorsInUse);
  const named = all.filter(({ id }) => row.startsWith(`preparation.${id}.`));
  return (named.length > 0 ? named : all).flatMap((source) =>
    [hostQuestion(source), loginQuestion(source)].flatMap((question) => (question ? openIn(read.maybe(question)) : [])),
  );
}

/** What a row belongs to of all that may come with an upgrade: clients by their secrets. */
function partOf(row: string): NewThing {
  if (row.startsWith("preparation.seed-client")) return "seed-issuers";
  const client = /^preparation\.client\.(.*)$/.exec(row)?.[1];
  return (client === undefined ? undefined : kindOfSecret(secretNames.client(client))) ?? "identity-source";
}

/** Whether an upgrade finds a row prepared: everything but what comes with it, and clients that get other redirect URIs. */
function stands(read: Reader, row?: string): boolean {
  const before = read.optionalRule(installedRelease);
  if (!before) return false;
  if (row !== undefined && comesNew(read, partOf(row))) return false;
  if (row === undefined && comesNew(read, "identity-source")) return false;
  const { dashboardFlow, redirectUris: uris } = releaseIn(read);
  const client = row === undefined || row.startsWith("preparation.client.") || row.startsWith("preparation.seed-client");
  if (client && portsAt(read, read.rule(masterCluster))?.dialled) return false;
  const added = uris.some(({ uri }) => !before.redirectUris.some((known) => known.uri === uri));
  return !(added && read.rule(tokenIssuer).external && (row === undefined || row === `preparation.client.${dashboardFlow.client}`));
}

/** The connector and the preparation of its record that a row is about; undefined for what every connector of a kind needs. */
function preparationOf(read: Reader, row: string): { readonly connector: Connector; readonly preparation: ConnectorPreparation } | undefined {
  for (const connector of read.rule(connectorsInUse)) {
    const preparation = connector.prepare.find(({ id }) => row === `preparation.${connector.id}.${id}`);
    if (preparation) return { connector, preparation };
  }
  return undefined;
}

/** Clients of the platform at an issuer, one of which gets a token for whoever looks into it. */
const clientRows = (read: Reader): readonly string[] => read.aside(() => [`preparation.client.${releaseIn(read).dashboardFlow.client}`]);

/** What the proof of a preparation takes in hand. */
function usedFor(read: Reader, row: string): readonly string[] {
  const found = preparationOf(read, row);
  if (!found) return [];
  const { connector, preparation: { inSecretStore, uses = [], byClients } } = found;
  return [...(inSecretStore ? [SECRET_STORE] : []), ...uses.map((id) => `preparation.${connector.id}.${id}`), ...(byClients ? clientRows(read) : [])];
}

/** What the identity team prepares for the connector. */
export const identityItems = preparationRules.map((source) =>
  itemsFor(source, ({ id, title, why, verify }, read) => (stands(read, id) ? undefined : {
    title,
    team: "identity",
    chapter: "authentication",
    uses: [...usedFor(read, id), ...(preparationOf(read, id)?.preparation.fromNodes ? dialledFrom(read, isAtMaster(read)) : [])],
    ...(preparationOf(read, id)?.preparation.fromNodes ? { verify: `${verify}${leftToTrials(read, isAtMaster(read))}`, after: afterNetworks(read, isAtMaster(read)) } : { verify }),
    why,
    blockedBy: openSources(read, id),
  })),
);

/** Redirect URIs that the customer's identity provider must know. */
export const redirectUris = rule<readonly Draft[]>({
  id: "checklist.redirect-uris",
  title: "Checklist: redirect URIs",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const { rows, missing } = rowsFrom(read, redirectUriRules);
    const uris = rows.filter(({ registeredAt, issuerHost }) => registeredAt === "identity-provider" && issuerHost === undefined);
    if (uris.length === 0) return read.notApplicable("The identity source sends nobody back.");
    if (read.rule(tokenIssuer).external) return read.notApplicable("Each client is registered with its redirect URIs.");
    if (stands(read)) return read.notApplicable("The upgrade changes none of them.");
    const sources = read.rule(connectorsInUse).filter(({ callback }) => callback);
    const listing = sources.filter(({ callbackPrepared }) => callbackPrepared !== true);
    if (listing.length === 0) return read.notApplicable("What is prepared names the callback of Dex.");
    const provider = listing.length === sources.length ? "the identity provider" : titlesOf(listing);
    return [
      itemOf(read, "redirect-uris", {
        title: uris.length === 1 ? `Redirect URI registered at ${provider}` : `${uris.length} redirect URIs registered at ${provider}`,
        team: "identity",
        chapter: "authentication",
        verify: uris.length === 1 ? `The client at ${provider} lists ${uris.map(({ uri }) => uri).join(", ")}` : `The clients ${listed([...new Set(uris.map(({ client }) => client))])} at ${provider} list the redirect URIs of the identity chapter`,
        // Only what is registered has a list.
        uses: listing.map(({ id }) => `preparation.${id}.client`),
        why: "The provider refuses to send browsers back to an address it does not know.",
        blockedBy: [...missing, ...openSources(read)],
      }),
    ];
  },
});

/** Login pages of the customer that people outside are sent to. */
export const outsideLogins = rule<readonly Draft[]>({
  id: "checklist.outside-logins",
  title: "Checklist: login pages seen from the internet",
  per: "plan",
  sources: ["dex.connectors", "kkp.oidc"],
  derive: (read) => {
    onlyForNew(read);
    if (!read.rule(opensOutside)) return read.notApplicable("Nobody on the internet opens the platform.");
    return loginsInside(read).map(({ of, host, port, title }) =>
      itemOf(read, `outside-login[${of}]`, {
        title: `${host} answers people on the internet`,
        team: "identity",
        chapter: "authentication",
        verify: `From the internet, \`curl -sI https://${urlHost(host)}${port === 443 ? "" : `:${port}`}\` gets an answer`,
        why: `${capital(title)} logs people in: the platform opens for people on the internet, and a login sends their browsers there. This plan has no record and no public address for ${host}; whoever runs it has both.`,
      }),
    );
  },
});

/** The same of the issuer that user clusters of a Seed take in place of the platform's. */
export const outsideSeedLogin = rule<readonly Draft[]>({
  id: "checklist.outside-seed-login",
  title: "Checklist: issuer of a Seed seen from the internet",
  per: "cluster",
  sources: ["kkp.oidc"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const host = seedLoginInside(read, cluster);
    if (!read.rule(opensOutside)) return read.notApplicable("Nobody on the internet opens the platform.");
    return [
      itemOf(read, `outside-login[seed.${cluster}]`, {
        title: `${host} answers people on the internet`,
        team: "identity",
        chapter: "authentication",
        verify: `From the internet, \`curl -sI ${seedIssuerUrl(read, cluster, host)}\` gets an answer`,
        why: `The platform opens for people on the internet, and kubeconfigs of user clusters of ${clusterName(read, cluster)} send their browsers there for the login. This plan has no record and no public address for ${host}; whoever runs it has both.`,
      }),
    ];
  },
});
