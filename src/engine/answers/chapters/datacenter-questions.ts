import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { chapter, type Look, type Question, type QuestionDefinition } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

/** Whether KubeOne makes machines of the platform on an infrastructure, so that they have a user there; also while that is open. */
const holdsManagement = (look: Look, provider: string): boolean =>
  look.subjects("cluster").some((id) => [undefined, provider].includes(look(infrastructure.cluster.provider, id)) && [undefined, "kubeone"].includes(look(infrastructure.cluster.provisioning, id)));

/** Questions of all provider records of one group, each asked only where that provider is chosen. */
export function fromProviders(kind: keyof Provider["questions"], chosen: (look: Look, id: string) => readonly unknown[]) {
  const merged: Record<string, QuestionDefinition<unknown>> = {};
  for (const { id, questions, creates, sharedUser } of providers as readonly Provider[]) {
    for (const [key, definition] of Object.entries<QuestionDefinition<unknown>>(questions[kind] ?? {})) {
      const { asked } = definition;
      const named = kind === "datacenter" && creates?.asked?.some(({ field, of, question }) => of === "datacenter" && question === key && creates.unnamedThen?.includes(field) === true) === true;
      const joint = sharedUser?.question === key;
      merged[key] = { ...definition, asked: (look, at): boolean => chosen(look, at).includes(id) && (asked?.(look, at) ?? true) && !(named && networksAreMade(look, at)) && !(joint && !holdsManagement(look, id)) };
    }
  }
  return merged;
}

/** The question whether KKP makes the networks of a datacenter; undefined where the infrastructure leaves nobody the choice. */
export const madeQuestionOf = ({ creates }: Provider): Question<boolean> | undefined =>
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  creates?.madeQuestion === undefined ? undefined : (datacenterQuestions.datacenter[creates.madeQuestion] as Question<boolean> | undefined);

/** Whether KKP is to make a network for each user cluster of a datacenter. */
export function networksAreMade(look: Look, datacenter: string): boolean {
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter));
  const question = provider && madeQuestionOf(provider);
  return question !== undefined && look(question, datacenter) === true;
}

/** Questions that provider records add about clusters and datacenters; none of them hangs on where machines stand. */
export const datacenterQuestions = chapter("infrastructure", "Infrastructure", "", {
  cluster: fromProviders("cluster", (look, id) => [look(infrastructure.cluster.provider, id)]),
  datacenter: {
    ...fromProviders("datacenter", (look, id) => [look(infrastructure.datacenter.provider, id)]),
    ...fromProviders("tenants", (look, id) => (look(infrastructure.plan.severalTenants) === true ? [look(infrastructure.datacenter.provider, id)] : [])),
  },
});
