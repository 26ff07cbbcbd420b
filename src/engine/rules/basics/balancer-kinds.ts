import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKinds, type LoadBalancerKindId } from "../../load-balancers/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";

/** Whether KubeOne has no block for an infrastructure below `cloudProvider`, so that it installs no cloud controller there. */
export const withoutController = ({ kubeone }: Provider): boolean => kubeone?.cloudProvider === "none";

/** Whether Services of a platform cluster get load balancers from its infrastructure; undefined while that hangs on who builds the cluster. */
export function infrastructureBalances(read: Reader, provider: Provider, cluster: string): boolean | undefined {
  const byService = provider.managedKubernetes?.balancers !== undefined;
  if (provider.nativeLoadBalancer ? !withoutController(provider) : !byService) return provider.nativeLoadBalancer;
  const provisioning = read.maybe(infrastructure.cluster.provisioning, cluster);
  if (provisioning.kind !== "known") return undefined;
  if (provisioning.value === "managed" && byService) {
    read.cite(...provider.managedKubernetes.balancers.sources);
    return true;
  }
  return provider.nativeLoadBalancer && provisioning.value !== "kubeone";
}

/** Whether nodes announce the addresses themselves, and no appliance does. */
export const announcedByNodes = ({ addressesFrom, appliance }: LoadBalancerKind): boolean => addressesFrom === "pool" && appliance === undefined;

/** Whether networks of an infrastructure belong to a cloud, which gives addresses to machines and hears no announcement. */
export const ignoresAnnouncements = ({ vendorCloud }: Provider): boolean => vendorCloud === true;

/** What to do where an infrastructure makes no load balancers, and the kinds that work there. */
export function otherKinds(provider: Provider): { readonly remedy: string; readonly kinds: readonly { readonly id: LoadBalancerKindId; readonly title: string }[] } {
  if (!ignoresAnnouncements(provider)) return { remedy: "Announce virtual addresses of your own from the cluster.", kinds: loadBalancerKinds.filter(({ recommended }) => recommended) };
  return {
    remedy: "Take addresses from an appliance or from KubeLB, or lead people to ports of the nodes.",
    kinds: loadBalancerKinds.filter((kind) => kind.addressesFrom !== "provider" && !announcedByNodes(kind)),
  };
}
