import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { chapter, type Look } from "../question.ts";
import { datacenterQuestions, fromProviders } from "./datacenter-questions.ts";
import { infrastructure } from "./infrastructure.ts";
import { upgrades } from "./project.ts";
import { mayStandAmongNodes } from "./worker-placement.ts";

const workersAt = (look: Look, place: string): readonly unknown[] => look.subjects("datacenter").filter((id) => look(infrastructure.datacenter.place, id) === place).map((id) => look(infrastructure.datacenter.provider, id));

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

/** Infrastructures of workers that stand in the node network of a place, or may. */
const amongNodesAt = (look: Look, place: string): readonly unknown[] =>
  look.subjects("datacenter").filter((id) => look(infrastructure.datacenter.place, id) === place && mayStandAmongNodes(look, id)).map((id) => look(infrastructure.datacenter.provider, id));

const placeQuestions = chapter("infrastructure", "Infrastructure", "", {
  place: {
    ...fromProviders("place", providersAt),
    ...fromProviders("workersPlace", workersAt),
    ...fromProviders("nodeNetworkPlace", amongNodesAt),
    ...fromProviders("machinesPlace", madeAt),
    ...fromProviders("builtPlace", builtAt),
  },
});

/** Questions that provider records add; their keys are named by the records. */
export const providerQuestions = { ...placeQuestions, cluster: datacenterQuestions.cluster, datacenter: datacenterQuestions.datacenter };

/** Whether Services of a datacenter's user clusters get no address from the infrastructure, by kind or because the place has no load balancer. */
export function lacksLoadBalancer(look: Look, datacenter: string): boolean {
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter));
  if (!provider?.loadBalancerQuestion) return provider?.nativeLoadBalancer === false;
  const question = providerQuestions.place[provider.loadBalancerQuestion];
  const place = look(infrastructure.datacenter.place, datacenter);
  return question !== undefined && place !== undefined && look(question, place) === false;
}
