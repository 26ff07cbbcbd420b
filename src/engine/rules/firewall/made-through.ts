import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { listed } from "../../values/sentence.ts";
import { loadBalancerQuestion } from "../basics/infrastructure.ts";

const DISKS = "disks";

/** What drivers and cloud controllers make through the API of an infrastructure in a place beside machines; empty where there are none. */
export function madeByDrivers(read: Reader, provider: Provider, place: string): readonly string[] {
  const { userClusters, csi, nativeLoadBalancer } = provider;
  const question = loadBalancerQuestion(provider);
  const answered = question && read.maybe(question, place);
  const balancers = answered?.kind === "known" ? answered.value : nativeLoadBalancer;
  return [...(userClusters.storageDriver !== undefined || csi ? [DISKS] : []), ...(balancers ? ["load balancers"] : [])];
}

/** Whether disks of user clusters are made from the Seed, and not by a pod of the user cluster. */
const disksFromSeed = ({ api, userClusters, volumeApi }: Provider): boolean =>
  userClusters.storageDriver !== undefined && volumeApi === undefined && (api?.fromWorkers === undefined || api.fromWorkers.eachNode === true);

/** All that a platform cluster makes through it, as words of a sentence; `itself` says whether the cluster stands there. */
export function madeThrough(read: Reader, provider: Provider, place: string, itself: boolean): string {
  const byDrivers = madeByDrivers(read, provider, place).filter((one) => one !== DISKS || itself || disksFromSeed(provider));
  return provider.api?.makes ?? listed(["machines", ...byDrivers, ...(provider.creates?.network ? ["networks"] : [])]);
}
