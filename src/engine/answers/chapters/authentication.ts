import { connectors } from "../../connectors/registry.ts";
import { choice, choices, host } from "../kinds.ts";
import { chapter, type Look, type QuestionDefinition } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Sources that may stand beside another one in Dex; an issuer in place of Dex stands alone. */
const BESIDE = connectors.filter(({ issuer }) => !issuer);

/** Whether people log in through a connector: as the identity source, or beside it in Dex. */
const inUse = (look: Look, id: string): boolean => {
  const chosen = look(authentication.plan.connector);
  if (chosen === id) return true;
  return BESIDE.some((source) => source.id === chosen) && look(authentication.plan.furtherSources)?.some((source) => source === id) === true;
};

/** Questions that connector records add; their keys are named by the records. */
export const connectorQuestions = chapter("authentication", "Authentication", "", {
  plan: Object.fromEntries(
    connectors.flatMap(({ id, questions }) =>
      Object.entries<QuestionDefinition<unknown>>(questions).map(([key, definition]) => [
        key,
        { ...definition, asked: (look): boolean => inUse(look, id) } satisfies QuestionDefinition<unknown>,
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
        asked: (look): boolean => BESIDE.some(({ id }) => id === look(authentication.plan.connector)),
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
      asked: (look, cluster): boolean => look(infrastructure.cluster.role, cluster) === "seed",
    }),
  },
});
