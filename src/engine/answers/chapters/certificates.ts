import type { Issuer } from "../../issuers/issuer.ts";
import { issuers } from "../../issuers/registry.ts";
import { address, choice, text } from "../kinds.ts";
import { chapter, type Look, type QuestionDefinition } from "../question.ts";
import { isPrivate } from "../../values/address.ts";
import { cloudIsPublic } from "./balancer-reach.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt, loadBalancer } from "./load-balancer.ts";
import { monitoring } from "./monitoring.ts";
import { ownGateway, platformEntry } from "./platform-entry.ts";

/** Whether an entry gets an address that the internet reaches: of a public block, or a cloud load balancer of a public kind. */
const balancedPublicly = (look: Look, cluster: string): boolean => {
  const kind = kindAt(look, cluster);
  const block = kind?.addressesFrom === "pool" ? look(loadBalancer.cluster.pool, cluster) : undefined;
  if (block !== undefined) return !isPrivate(block.split("/")[0] ?? block);
  return kind?.addressesFrom === "provider" && cloudIsPublic(look, cluster) === true;
};

/** The same of the platform entry, which a Gateway of the customer may hold. */
export const entryIsPublic = (look: Look): boolean => {
  const master = look.subjects("cluster").find((id) => look(infrastructure.cluster.role, id)?.startsWith("master"));
  const gateway = ownGateway(look) ? look(platformEntry.plan.gatewayAddress) : undefined;
  if (gateway !== undefined) return !isPrivate(gateway);
  return master !== undefined && balancedPublicly(look, master);
};

/** Whether a Seed apart from the master serves interfaces itself. */
const servesItself = (look: Look, cluster: string): boolean =>
  look(infrastructure.cluster.role, cluster) === "seed" &&
  ((look(monitoring.plan.userClusterMla) === true && (look(monitoring.plan.seedUis) ?? []).length > 0) || (look(monitoring.plan.mla) === true && (look(monitoring.cluster.ownUis, cluster) ?? []).length > 0));

/** The record of the chosen issuer. */
export const chosenIssuer = (look: Look): Issuer | undefined => issuers.find(({ id }) => id === look(certificates.plan.issuance));

/** Whether the internet must find the entry at a public address. */
/** Whether an authority on the internet has to find the entry. */
export const needsPublicAddress = (look: Look): boolean => {
  const issuer = chosenIssuer(look);
  return issuer?.challenge === "http01" && issuer.onInternet;
};

export const certificates = chapter("certificates", "Certificates", "Who signs the names that browsers ask for.", {
  plan: {
    issuance: choice(
      issuers.map(({ id, title, help }) => ({ value: id, label: title, help })),
      {
        section: "Issuer",
        label: "Where do the certificates come from?",
        short: "Issuance",
        help: "User-cluster API servers have a private CA of their own and need nothing here.",
        source: "kkp.certificates",
        team: "pki",
      },
    ),
    names: choice(
      [
        { value: "listed", label: "Every name listed", help: "The request holds exactly the served names." },
        { value: "wildcard", label: "Wildcards", help: "A wildcard stands for one label; the base domain and each Seed need entries of their own." },
        { value: "one-wildcard", label: "One wildcard and nothing else", help: "It leaves out the base domain itself and all names of Seeds, so the dashboard stays without a certificate." },
      ],
      {
        section: "Names",
        label: "Which names may the certificate hold?",
        short: "Names in the certificate",
        help: "A certificate wildcard never covers two labels. cert-manager is not asked: it gets a certificate for each host.",
        source: "rfc.9525",
        team: "pki",
        asked: (look): boolean => chosenIssuer(look)?.by === "hand",
      },
    ),
    rootTrust: choice(
      [
        { value: "public", label: "A root that browsers know", help: "Nothing has to be handed out." },
        { value: "private", label: "A root of your company", help: "It goes into KKP's CA bundle, to the proxies of interfaces, and to every browser and machine." },
      ],
      {
        section: "Trust",
        label: "At which root do these certificates end?",
        short: "Root of the certificates",
        help: "KKP trusts what stands in its CA bundle, and nothing else.",
        source: "kkp.certificates",
        team: "pki",
        productDefault: { value: "public", sentence: "The CA bundle that comes with KKP holds the public roots and no others.", source: "kkp.certificates" },
        asked: (look): boolean => chosenIssuer(look)?.trust === "either",
      },
    ),
    acmeMail: text({
      section: "Issuer",
      label: "Which mail address does the authority get for its account?",
      short: "Mail address of the ACME account",
      help: "It writes there about trouble with the account, if it writes at all; cert-manager itself tells nobody.",
      example: "platform@example.com",
      source: "cert-manager.acme",
      team: "platform",
      empty: { shown: "none", sentence: "The account at the authority has no mail address unless one is named; cert-manager asks for none.", source: "cert-manager.acme" },
      asked: (look): boolean => chosenIssuer(look)?.challenge !== undefined,
    }),
    publicAddress: address({
      section: "Reachability",
      label: "Under which public address does the internet reach the platform entry?",
      short: "Public address of the entry",
      help: "Let's Encrypt connects to it on TCP 80 for every name.",
      source: "letsencrypt.challenges",
      team: "network",
      asked: (look): boolean => needsPublicAddress(look) && !entryIsPublic(look),
    }),
  },
  cluster: {
    publicAddress: address({
      section: "Reachability",
      label: "Under which public address does the internet reach the entry of this Seed?",
      short: "Public address of the Seed's entry",
      help: "Let's Encrypt connects to it on TCP 80 for every interface that the Seed serves itself.",
      source: "letsencrypt.challenges",
      team: "network",
      asked: (look, cluster): boolean => needsPublicAddress(look) && servesItself(look, cluster) && !balancedPublicly(look, cluster),
    }),
  },
});

/** Questions that issuer records add; records may share a question, which is asked for each of them. */
export const issuerQuestions = chapter("certificates", "Certificates", "", {
  plan: Object.fromEntries(
    [...new Map(issuers.flatMap(({ questions }) => Object.entries<QuestionDefinition<unknown>>(questions)))].map(([key, definition]) => [
      key,
      { ...definition, asked: (look): boolean => Object.hasOwn(chosenIssuer(look)?.questions ?? {}, key) } satisfies QuestionDefinition<unknown>,
    ]),
  ),
});
