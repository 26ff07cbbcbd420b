import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubeOneDualStack } from "../../facts/balancers.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";

/** Whether entry and nodeport-proxy answer in both address families; asked only where user clusters have both. */
export const platformDual = (read: Reader): boolean => read.answer(families.plan.ipFamily) === "dual" && read.answer(families.plan.platformFamily) === "dual";

/** Whether KubeOne refuses to build this cluster with both families, because of the infrastructure it stands on. */
export function refusesBothFamilies(read: Reader, cluster: string): boolean {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return false;
  const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  return !read.fact(kubeOneDualStack).includes(kubeone?.cloudProvider ?? "");
}
