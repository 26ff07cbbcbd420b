import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { loadBalancerQuestion } from "../basics/infrastructure.ts";
import { madeByDrivers } from "./made-through.ts";

/** What parts of a cluster ask a vendor's API for without the proxy of its place, since nobody hands it to them. */
export interface PastProxy {
  /** By cloud controller and storage driver of the cluster itself, which KubeOne brings. */
  readonly own: readonly string[];
  /** By the cloud controllers of user clusters, which run on the Seed. */
  readonly ofUserClusters: readonly string[];
}

/** Both, for one infrastructure in one place; undefined while nobody says who makes the machines of the cluster. `itself` and `serves` say what of it stands there. */
export function madePastProxy(read: Reader, cluster: string, provider: Provider, place: string, { itself, serves }: { readonly itself: boolean; readonly serves: boolean }): PastProxy | undefined {
  const provisioning = itself ? read.maybe(infrastructure.cluster.provisioning, cluster) : undefined;
  if (provisioning && provisioning.kind !== "known") return undefined;
  const question = loadBalancerQuestion(provider);
  const balancers = question ? read.maybe(question, place) : undefined;
  const creates = balancers?.kind === "known" ? balancers.value : provider.nativeLoadBalancer;
  if (provisioning?.value === "kubeone") read.cite("kubeone.code.addons");
  if (serves) read.cite("kkp.code.cloud-controllers");
  return {
    own: provisioning?.value === "kubeone" ? madeByDrivers(read, provider, place) : [],
    ofUserClusters: serves && provider.userClusters.cloudController && creates ? ["load balancers"] : [],
  };
}
