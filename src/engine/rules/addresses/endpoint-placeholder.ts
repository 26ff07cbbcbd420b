import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../basics/platform.ts";
import { apiAddress } from "./kubernetes-api.ts";

/** Who hands out the address of a cluster's Kubernetes API that Terraform prints as endpoint of kubeone_api; undefined where it is stated, a machine's own, or still unsaid. */
export function endpointFrom(read: Reader, cluster: string): string | undefined {
  const api = read.outcome(apiAddress, cluster);
  if (api.kind === "known") return api.value.address.kind === "later" ? api.value.address.who : undefined;
  if (api.kind === "waiting" || read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return undefined;
  // The examples make their load balancer in front of a single control plane as well.
  const { title, kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  if (kubeone?.apiEndpoint !== "provider") return undefined;
  read.cite("kubeone.terraform");
  return title;
}

/** Stands for an address that somebody hands out. */
export const endpointPlaceholder = (read: Reader, cluster: string, who: string): string => `<fill-in: endpoint of kubeone_api for ${clusterName(read, cluster)} that ${who} hands out>`;
