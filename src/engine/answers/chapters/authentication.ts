import { connectors } from "../../connectors/registry.ts";
import { choice, host } from "../kinds.ts";
import { chapter, type QuestionDefinition } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Questions that connector records add; their keys are named by the records. */
export const connectorQuestions = chapter("authentication", "Authentication", "", {
  plan: Object.fromEntries(
    connectors.flatMap(({ id, questions }) =>
      Object.entries<QuestionDefinition<unknown>>(questions).map(([key, definition]) => [
        key,
        { ...definition, asked: (look): boolean => look(authentication.plan.connector) === id } satisfies QuestionDefinition<unknown>,
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
