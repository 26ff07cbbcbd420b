import { isAskedThrough } from "../../answers/answers.ts";
import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubeOneDualStack } from "../../facts/balancers.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersStandSoFar } from "./made-networks.ts";

/** Whether entry and nodeport-proxy answer in both address families; asked only where user clusters have both. */
export const platformDual = (read: Reader): boolean => read.answer(families.plan.ipFamily) === "dual" && read.answer(families.plan.platformFamily) === "dual";

/** The IPv6 network of the nodes of a place; undefined where they have IPv4 alone. */
export const nodeNetwork6 = (read: Reader, place: string): Value<string> | undefined => (platformDual(read) && read.aside(() => isAskedThrough(read, families.place.nodeNetwork6, place)) ? read.maybe(families.place.nodeNetwork6, place) : undefined);

/** The IPv6 network that workers of a datacenter have apart from the nodes of their place; undefined where they need none of their own. Never waits. */
export function ownWorkerNetwork6(read: Reader, datacenter: string): Value<string> | undefined {
  if (read.answer(families.plan.ipFamily) !== "dual") return undefined;
  const id = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider: Provider | undefined = id === undefined ? undefined : providerOf(id);
  const stands = workersStandSoFar(read, datacenter);
  if (!provider?.dualStack || provider.dualStack.eachMachine || stands === undefined) return undefined;
  return stands !== "node-network" || !platformDual(read) ? read.maybe(families.datacenter.workerNetwork6, datacenter) : undefined;
}

/** What each machine of a datacenter draws of IPv6 by itself; undefined where it stands in a network that carries it, or has IPv4 alone. Never waits. */
export function drawnByEach(read: Reader, datacenter: string): { readonly draws: string; readonly from: string } | undefined {
  if (read.answer(families.plan.ipFamily) !== "dual") return undefined;
  const id = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider: Provider | undefined = id === undefined ? undefined : providerOf(id);
  const each = provider?.dualStack?.eachMachine;
  if (!provider || !each) return undefined;
  read.cite(...each.sources);
  return { draws: each.draws, from: provider.title };
}

/** The IPv6 network that workers of a datacenter stand in, or what hands out one for each; undefined where they have IPv4 alone. Never waits. */
export function workerNetwork6(read: Reader, datacenter: string): Value<string> | undefined {
  const each = drawnByEach(read, datacenter);
  if (each) return { kind: "later", who: `${each.from} (${each.draws} for each machine)`, family: 6 };
  const own = ownWorkerNetwork6(read, datacenter);
  const place = read.optional(infrastructure.datacenter.place, datacenter);
  if (own || place === undefined || workersStandSoFar(read, datacenter) !== "node-network") return own;
  const id = read.optional(infrastructure.datacenter.provider, datacenter);
  const provider: Provider | undefined = id === undefined ? undefined : providerOf(id);
  return provider?.dualStack ? nodeNetwork6(read, place) : undefined;
}

/** Whether KubeOne refuses to build this cluster with both families, because of the infrastructure it stands on. */
export function refusesBothFamilies(read: Reader, cluster: string): boolean {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return false;
  return !buildsBothFamilies(read, providerOf(read.answer(infrastructure.cluster.provider, cluster)));
}

/** Whether KubeOne takes both families on an infrastructure. */
export const buildsBothFamilies = (read: Reader, { kubeone }: Provider): boolean => read.fact(kubeOneDualStack).includes(kubeone?.cloudProvider ?? "");
