import { connectors } from "../../connectors/registry.ts";
import { choice } from "../kinds.ts";
import { chapter, type QuestionDefinition } from "../question.ts";

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
});
