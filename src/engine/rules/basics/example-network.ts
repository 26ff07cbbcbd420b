import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { ExampleNetwork, Provider } from "../../providers/provider.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { sites } from "../firewall/sites.ts";

/** The network of a place that Terraform makes. */
export interface MadeNetwork {
  readonly network: ExampleNetwork;
  /** The cluster with which it comes. */
  readonly first: string;
}

/** The node network of a place, where KubeOne's Terraform example makes it for the first cluster that it builds there. */
export function madeByTerraform(read: Reader, place: string, only?: ProviderId): MadeNetwork | undefined {
  for (const cluster of read.rule(sites).get(place)?.clusters ?? []) {
    const id = read.optional(infrastructure.cluster.provider, cluster);
    if (id === undefined || (only !== undefined && id !== only)) continue;
    const { kubeone }: Provider = providerOf(id);
    if (kubeone?.nodeNetwork?.by === "terraform" && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return { network: kubeone.nodeNetwork, first: cluster };
  }
  return undefined;
}
