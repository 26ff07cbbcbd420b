import type { AnswerPath } from "../../kernel/outcome.ts";
import { connectorsInUse, hostQuestion, loginQuestion } from "../identity/connectors.ts";
import { preparationRules, redirectUriRules } from "../identity/index.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { installedRelease, masterCluster, release } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { tokenIssuer } from "../identity/token-issuer.ts";
import { itemOf, itemsFor, openIn, type Draft } from "./item.ts";

/** Open addresses of identity sources: of all, or of the one that a row is about. */
function openSources(read: Reader, row = ""): readonly AnswerPath[] {
  const all = read.rule(connectorsInUse);
  const named = all.filter(({ id }) => row.startsWith(`preparation.${id}.`));
  return (named.length > 0 ? named : all).flatMap((source) =>
    [hostQuestion(source), loginQuestion(source)].flatMap((question) => (question ? openIn(read.maybe(question)) : [])),
  );
}

/** Whether an upgrade finds a row prepared: everything but clients that get other redirect URIs. */
function stands(read: Reader, row?: string): boolean {
  const before = read.optionalRule(installedRelease);
  if (!before) return false;
  const { dashboardFlow, redirectUris: uris } = read.rule(release);
  const client = row === undefined || row.startsWith("preparation.client.") || row.startsWith("preparation.seed-client");
  if (client && portsAt(read, read.rule(masterCluster))?.dialled) return false;
  const added = uris.some(({ uri }) => !before.redirectUris.some((known) => known.uri === uri));
  return !(added && read.rule(tokenIssuer).external && (row === undefined || row === `preparation.client.${dashboardFlow.client}`));
}

/** What the identity team prepares for the connector. */
export const identityItems = preparationRules.map((source) =>
  itemsFor(source, ({ id, title, why, verify }, read) => (stands(read, id) ? undefined : {
    title,
    team: "identity",
    chapter: "authentication",
    verify,
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
    const uris = rowsFrom(read, redirectUriRules).rows.filter(({ registeredAt, issuerHost }) => registeredAt === "identity-provider" && issuerHost === undefined);
    if (uris.length === 0) return read.notApplicable("The identity source sends nobody back.");
    if (read.rule(tokenIssuer).external) return read.notApplicable("Each client is registered with its redirect URIs.");
    if (stands(read)) return read.notApplicable("The upgrade changes none of them.");
    return [
      itemOf(read, "redirect-uris", {
        title: uris.length === 1 ? "Redirect URI registered at the identity provider" : `${uris.length} redirect URIs registered at the identity provider`,
        team: "identity",
        chapter: "authentication",
        verify: uris.length === 1 ? `The client at the identity provider lists ${uris.map(({ uri }) => uri).join(", ")}` : `The clients ${listed([...new Set(uris.map(({ client }) => client))])} at the identity provider list the redirect URIs of the identity chapter`,
        why: "The provider refuses to send browsers back to an address it does not know.",
        blockedBy: openSources(read),
      }),
    ];
  },
});
