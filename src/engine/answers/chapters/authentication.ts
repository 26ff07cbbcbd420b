import { discoveryHosts } from "../../connectors/discovery-hosts.ts";
import type { Connector } from "../../connectors/connector.ts";
import { connectors } from "../../connectors/registry.ts";
import { clientIds } from "../client-ids.ts";
import { choice, choices, host, hostsOrNone, integer, yesNo } from "../kinds.ts";
import { chapter, type Look, type QuestionDefinition } from "../question.ts";
import { discoveredAt } from "../../facts/identity.ts";
import { releases } from "../../releases/registry.ts";
import { infrastructure } from "./infrastructure.ts";
import { project } from "./project.ts";

/** What is written for the path of an issuer that has none. */
export const NO_PATH = "/";

/** Sources that may stand beside another one in Dex; an issuer in place of Dex stands alone. */
const BESIDE = connectors.filter(({ issuer }) => !issuer);

/** Whether pods of the platform ask a source over HTTPS that somebody here runs. */
const asksByHttps = ({ endpoint }: Connector): boolean =>
  endpoint?.addressQuestion !== undefined && endpoint.calledBy.includes("platform") && endpoint.ownTrust !== true;

/** Whether people log in through a connector: as the identity source, or beside it in Dex. */
const inUse = (look: Look, id: string): boolean => {
  const chosen = look(authentication.plan.connector);
  if (chosen === id) return true;
  return BESIDE.some((source) => source.id === chosen) && look(authentication.plan.furtherSources)?.some((source) => source === id) === true;
};

/** Whether an issuer is said to have no path, so that only its own word tells whether a slash ends it. */
const withoutPath = (look: Look, pathQuestion: string): boolean => {
  const question = connectorQuestions.plan[pathQuestion];
  return question !== undefined && look(question) === NO_PATH;
};

/** Whether a source says which hosts the discovery document of an issuer names, so that nobody is asked. */
const discovered = (look: Look, addressQuestion: string | undefined): boolean => {
  const question = addressQuestion === undefined ? undefined : connectorQuestions.plan[addressQuestion];
  const host = question && look(question);
  return typeof host === "string" && discoveredAt(host) !== undefined;
};

/** Questions that connector records add; their keys are named by the records. */
export const connectorQuestions = chapter("authentication", "Authentication", "", {
  plan: Object.fromEntries(
    connectors.flatMap(({ id, questions, endpoint, issuer, issuerPath = issuer }: Connector) =>
      Object.entries(questions).map(([key, definition]) => [
        key,
        { ...definition, asked: (look): boolean => inUse(look, id) && (key !== endpoint?.furtherQuestion || !discovered(look, endpoint.addressQuestion)) && (key !== issuerPath?.slashQuestion || withoutPath(look, issuerPath.pathQuestion)) } satisfies QuestionDefinition<unknown>,
      ]),
    ),
  ),
});

export const authentication = chapter("authentication", "Authentication", "How people log in.", {
  plan: {
    connector: choice(
      connectors.map(({ id, title, help }) => ({ value: id, label: title, help })),
      {
        section: "Identity source",
        label: "Where do the users live?",
        short: "Identity source",
        help: "Dex comes with KKP and asks this source at every login.",
        source: "dex.connectors",
        team: "identity",
      },
    ),
    furtherSources: choices(
      BESIDE.map(({ id, title, help }) => ({ value: id, label: title, help })),
      {
        section: "Identity source",
        label: "Which sources stand beside it in Dex?",
        short: "Further identity sources",
        help: "Each is a button of its own at the login. Leave it empty where there is one source only.",
        source: "dex.connectors",
        team: "identity",
        productDefault: { value: [], sentence: "Dex offers the sources that its configuration lists, and no others.", source: "dex.connectors" },
        asked: (look): boolean => BESIDE.some(({ id }) => id === look(authentication.plan.connector)),
      },
    ),
    sourceRoot: choice(
      [
        { value: "public", label: "A root that machines know", help: "Nothing has to be handed over." },
        { value: "private", label: "A root of your company", help: "Its certificate goes to whatever asks the source." },
      ],
      {
        section: "Identity source",
        label: "At which root does the certificate of the identity source end?",
        short: "Root of the identity source",
        help: "Dex trusts the roots of its own image; KKP trusts its CA bundle.",
        source: "kkp.certificates",
        team: "identity",
        productDefault: { value: "public", sentence: "What asks a source of logins trusts public roots and no others.", source: "kkp.certificates" },
        asked: (look): boolean => connectors.some((source) => inUse(look, source.id) && asksByHttps(source)),
      },
    ),
    clusterLogin: yesNo(
      { yes: "Yes, by OpenID Connect", no: "No, kubeconfigs hold a token" },
      {
        section: "User clusters",
        label: "Do people log in to user clusters with their own identity?",
        short: "Login to user clusters",
        help: "Two feature gates: kubeconfigs without a credential, and API servers that ask the issuer.",
        source: "kkp.share-clusters",
        team: "identity",
        productDefault: { value: false, sentence: "KKP hands out kubeconfigs with a token of the user cluster; both feature gates for a login by OpenID Connect are off.", source: "kkp.share-clusters" },
      },
    ),
  },
  cluster: {
    ownIssuer: host({
      section: "Issuer of a Seed",
      label: "Which host issues tokens for the user clusters of this Seed alone?",
      short: "Issuer of the Seed",
      help: "Leave it empty where user clusters take the platform's issuer. The interfaces of the Seed stay with the platform's.",
      example: "login.example.com",
      source: "kkp.oidc",
      team: "identity",
      empty: { shown: "that of the platform", sentence: "User clusters take the platform's issuer unless their Seed names another.", source: "kkp.oidc" },
      server: { title: "Token issuer", dialledBy: ["platform"] },
      asked: (look, cluster): boolean => look(infrastructure.cluster.role, cluster) === "seed",
    }),
    ownIssuerPort: integer({ min: 1, max: 65535 }, {
      section: "Issuer of a Seed",
      label: "On which TCP port does the issuer of this Seed answer?",
      short: "Port of the Seed's issuer",
      help: "It stands in the URL of the issuer; the firewall opens it.",
      example: "443",
      source: "kkp.oidc",
      team: "identity",
      productDefault: { value: 443, sentence: "An HTTPS URL of the Seed's issuer that names no port leads to TCP 443.", source: "kkp.oidc" },
      asked: (look, cluster): boolean => look(infrastructure.cluster.role, cluster) === "seed" && look(authentication.cluster.ownIssuer, cluster) !== undefined,
    }),
    ownIssuerHosts: {
      ...discoveryHosts({ section: "Issuer of a Seed", issuer: "the issuer of this Seed", short: "Further hosts of the Seed's issuer" }),
      asked: (look, cluster): boolean => {
        const own = look(authentication.cluster.ownIssuer, cluster);
        return look(infrastructure.cluster.role, cluster) === "seed" && typeof own === "string" && discoveredAt(own) === undefined;
      },
    },
    ownIssuerIds: {
      ...clientIds({ section: "Issuer of a Seed", title: "the issuer of this Seed", short: "Ids of clients at the Seed's issuer" }),
      asked: (look, cluster): boolean => look(infrastructure.cluster.role, cluster) === "seed" && look(authentication.cluster.ownIssuer, cluster) !== undefined,
    },
    furtherIssuers: hostsOrNone({
      section: "Issuer of a Seed",
      label: "Which further hosts issue tokens that user clusters of this Seed accept?",
      short: "Further token issuers",
      help: "For pipelines and machines with an issuer of their own. Leave it empty where people alone log in.",
      example: "gitlab.example.com",
      source: "kkp.iap",
      team: "identity",
      productDefault: { value: [], sentence: "User clusters accept tokens of one issuer unless their Seed names a file with further ones.", source: "kkp.code.authentication-configuration" },
      server: { title: "Further token issuer", dialledBy: ["platform"] },
      asked: (look, cluster): boolean =>
        look(infrastructure.cluster.role, cluster)?.endsWith("seed") === true && releases.find(({ id }) => id === look(project.plan.release))?.severalIssuers === true,
    }),
  },
});
