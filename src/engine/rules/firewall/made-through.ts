import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { listed } from "../../values/sentence.ts";
import { loadBalancerQuestion } from "../basics/infrastructure.ts";

/** What drivers and cloud controllers make through the API of an infrastructure in a place beside machines; empty where there are none. */
export function madeByDrivers(read: Reader, provider: Provider, place: string): readonly string[] {
  const { userClusters, csi, nativeLoadBalancer } = provider;
  const question = loadBalancerQuestion(provider);
  const answered = question && read.maybe(question, place);
  const balancers = answered?.kind === "known" ? answered.value : nativeLoadBalancer;
  return [...(userClusters.storageDriver !== undefined || csi ? ["disks"] : []), ...(balancers ? ["load balancers"] : [])];
}

/** All that is made through it, as words of a sentence. */
export const madeThrough = (read: Reader, provider: Provider, place: string): string =>
  provider.api?.makes ?? listed(["machines", ...madeByDrivers(read, provider, place), ...(provider.creates?.network ? ["networks"] : [])]);
