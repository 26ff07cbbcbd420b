import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { listenerLimits } from "../../facts/providers.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { clusterName } from "../basics/platform.ts";
import { balancerTypes } from "../sizing/balancer-types.ts";
import { listenersOfOne, sharedListeners } from "../sizing/listeners.ts";
import { formatCount } from "../../values/figures.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Listeners of one cloud load balancer, where no source says how many it carries: whoever runs it must. */
const listeners = rule<readonly Draft[]>({
  id: "checklist.listener-limit",
  title: "Checklist: listeners of the load balancer",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const kind = balancerOf(read, cluster);
    if (kind.addressesFrom !== "provider") return read.notApplicable(`${kind.title} has no limit of listeners.`);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const name = clusterName(read, cluster);
    if (provider.balancerTypes) {
      const { proxy } = read.rule(balancerTypes, cluster);
      return [
        itemOf(read, `listener-limit[${cluster}]`, {
          title: `${provider.title} carries ${formatCount(proxy.neededListeners, "listener")} on one load balancer of ${name}, with ${proxy.name}`,
          team: "infrastructure",
          chapter: "loadBalancer",
          verify: `${provider.balancerTypes.verify.replaceAll("{type}", proxy.name)} ${proxy.neededListeners} or more as services, and ${proxy.neededTargets} or more as targets`,
          why: `The plan names ${proxy.name} for the nodeport-proxy of ${name} by figures that the vendor may change, and whatever goes beyond them is refused.`,
        }),
      ];
    }
    if (provider.listenerQuota) return read.notApplicable(`The limit of ${provider.title} is known, and a ceiling of the plan.`);
    const strategies = read.rule(strategiesOf, cluster);
    if (!strategies.includes("NodePort")) return read.notApplicable("The number of user clusters changes no listener of the nodeport-proxy.");
    read.fact(listenerLimits);
    const each = listenersOfOne(read);
    const needed = sharedListeners(read, cluster);
    return [
      itemOf(read, `listener-limit[${cluster}]`, {
        title: `${provider.title} carries ${needed} listeners on one load balancer of ${name}`,
        team: "infrastructure",
        chapter: "loadBalancer",
        verify: `Whoever runs ${provider.title} states its limit in writing, and it is ${needed} or more`,
        why: `With NodePort each user cluster adds ${each} to the nodeport-proxy of ${name}. No source states a limit for ${provider.title}, so the plan shows no ceiling for it.`,
      }),
    ];
  },
});

export const listenerLimitItems: readonly Rule<readonly Draft[]>[] = [listeners];
