import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { listenersPerCluster, nodePortsOfEntry } from "../../facts/sizing/node-ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { BalancerType, BalancerTypes } from "../../providers/contract/balancer-limits.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { sharedListeners } from "./listeners.ts";
import { portsOfMla } from "./ports.ts";
import { workerGroups, workersOf } from "./workers.ts";
import { balancerOf } from "../basics/balancer.ts";

/** The type of a load balancer, with what it must carry. */
export interface ChosenType extends BalancerType {
  readonly neededListeners: number;
  readonly neededTargets: number;
  /** What a Service gets that names none. */
  readonly usual: BalancerType;
}

/** Types of load balancers of the infrastructure that a cluster stands on; undefined where it has no choice of them. */
export function typesOf(read: Reader, cluster: string): BalancerTypes | undefined {
  if (balancerOf(read, cluster).addressesFrom !== "provider") return undefined;
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return provider.balancerTypes;
}

/** The smallest that carries so many listeners and targets; the largest where none does. */
function smallest(types: readonly BalancerType[], neededListeners: number, neededTargets: number): ChosenType {
  const [usual, largest] = [types[0], types.at(-1)];
  if (!usual || !largest) throw new Error("An infrastructure with types of load balancers has one at least.");
  const type = types.find(({ listeners, targets }) => listeners >= neededListeners && targets >= neededTargets) ?? largest;
  return { ...type, neededListeners, neededTargets, usual };
}

/** Types of the load balancers of a platform cluster: of its entry, and of the nodeport-proxy with what KKP copies from it. */
export const balancerTypes = rule<{ readonly entry: ChosenType; readonly proxy: ChosenType }>({
  id: "sizing.balancer-types",
  title: "Types of the load balancers",
  per: "cluster",
  sources: ["kkp.code.lb-updater"],
  derive: (read, cluster) => {
    const known = typesOf(read, cluster);
    if (!known) return read.notApplicable("The load balancers come in one type.");
    read.cite(...known.sources);
    const types = read.fact(known.types);
    // While a group is replaced, a machine of it stands beside the one that goes.
    const targets = read.rule(workersOf, cluster) + read.rule(workerGroups, cluster);
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    const own = seed && read.rule(strategiesOf, cluster).includes("LoadBalancer") ? portsOfMla(read, read.fact(listenersPerCluster).LoadBalancer) : 0;
    const proxy = seed ? Math.max(sharedListeners(read, cluster), own) : 0;
    return { entry: smallest(types, read.fact(nodePortsOfEntry), targets), proxy: smallest(types, proxy, targets) };
  },
});
