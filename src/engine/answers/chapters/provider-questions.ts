import type { Provider } from "../../providers/provider.ts";
import { providers } from "../../providers/registry.ts";
import { chapter, type Look, type Question, type QuestionDefinition } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { upgrades } from "./project.ts";

/** Whether KubeOne makes machines of the platform on an infrastructure, so that they have a user there; also while that is open. */
const holdsManagement = (look: Look, provider: string): boolean =>
  look.subjects("cluster").some((id) => [undefined, provider].includes(look(infrastructure.cluster.provider, id)) && [undefined, "kubeone"].includes(look(infrastructure.cluster.provisioning, id)));

/** Questions of all provider records of one group, each asked only where that provider is chosen. */
function fromProviders(kind: keyof Provider["questions"], chosen: (look: Look, id: string) => readonly unknown[]) {
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

const workersAt = (look: Look, place: string): readonly unknown[] => look.subjects("datacenter").filter((id) => look(infrastructure.datacenter.place, id) === place).map((id) => look(infrastructure.datacenter.provider, id));

/** The question whether KKP makes the networks of a datacenter; undefined where the infrastructure leaves nobody the choice. */
export const madeQuestionOf = ({ creates }: Provider): Question<boolean> | undefined =>
  // Keys come from provider records, so the question is a yes or no by the record's own definition.
  creates?.madeQuestion === undefined ? undefined : (providerQuestions.datacenter[creates.madeQuestion] as Question<boolean> | undefined);

/** Whether KKP is to make a network for each user cluster of a datacenter. */
export function networksAreMade(look: Look, datacenter: string): boolean {
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter));
  const question = provider && madeQuestionOf(provider);
  return question !== undefined && look(question, datacenter) === true;
}

/** Infrastructures on which machines of a place are made: workers of user clusters, and clusters that KubeOne builds. */
export const madeAt = (look: Look, place: string): readonly unknown[] => [
  ...look.subjects("cluster").filter((id) => look(infrastructure.cluster.place, id) === place && look(infrastructure.cluster.provisioning, id) === "kubeone").map((id) => look(infrastructure.cluster.provider, id)),
  ...workersAt(look, place),
];

/** Infrastructures on which KubeOne is to build a cluster at a place. */
const builtAt = (look: Look, place: string): readonly unknown[] =>
  upgrades(look) ? [] : look.subjects("cluster").filter((id) => look(infrastructure.cluster.place, id) === place && look(infrastructure.cluster.provisioning, id) === "kubeone").map((id) => look(infrastructure.cluster.provider, id));

const providersAt = (look: Look, place: string): readonly unknown[] => [
  ...look.subjects("cluster").filter((id) => look(infrastructure.cluster.place, id) === place).map((id) => look(infrastructure.cluster.provider, id)),
  ...workersAt(look, place),
];

/** Questions that provider records add; their keys are named by the records. */
export const providerQuestions = chapter("infrastructure", "Infrastructure", "", {
  place: { ...fromProviders("place", providersAt), ...fromProviders("workersPlace", workersAt), ...fromProviders("machinesPlace", madeAt), ...fromProviders("builtPlace", builtAt) },
  cluster: fromProviders("cluster", (look, id) => [look(infrastructure.cluster.provider, id)]),
  datacenter: {
    ...fromProviders("datacenter", (look, id) => [look(infrastructure.datacenter.provider, id)]),
    ...fromProviders("tenants", (look, id) => (look(infrastructure.plan.severalTenants) === true ? [look(infrastructure.datacenter.provider, id)] : [])),
  },
});

/** Whether Services of a datacenter's user clusters get no address from the infrastructure, by kind or because the place has no load balancer. */
export function lacksLoadBalancer(look: Look, datacenter: string): boolean {
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter));
  if (!provider?.loadBalancerQuestion) return provider?.nativeLoadBalancer === false;
  const question = providerQuestions.place[provider.loadBalancerQuestion];
  const place = look(infrastructure.datacenter.place, datacenter);
  return question !== undefined && place !== undefined && look(question, place) === false;
}
