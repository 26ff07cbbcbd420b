import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { ExampleNetwork } from "../../providers/contract/kubeone/example-network.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { sites } from "../firewall/sites.ts";
import { runsAlready } from "./platform.ts";

/** The network of a place that Terraform makes. */
export interface MadeNetwork {
  readonly network: ExampleNetwork;
  /** The cluster with which it comes. */
  readonly first: string;
}

/** The node network of a place, where KubeOne's Terraform example makes it for the first cluster that it builds there. Waits while it may be that of a cluster of which nobody has said where or on what it stands. */
export function madeByTerraform(read: Reader, place: string, only?: ProviderId): MadeNetwork | undefined {
  const makes = (id: ProviderId): ExampleNetwork | undefined => {
    const { kubeone }: Provider = providerOf(id);
    return kubeone?.nodeNetwork?.by === "terraform" && (only === undefined || id === only) ? kubeone.nodeNetwork : undefined;
  };
  for (const cluster of read.rule(sites).get(place)?.clusters ?? []) {
    const id = read.optional(infrastructure.cluster.provider, cluster);
    const network = id === undefined ? undefined : makes(id);
    if (network && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return { network, first: cluster };
  }
  for (const cluster of read.subjects("cluster")) {
    const [at, id] = [read.optional(infrastructure.cluster.place, cluster), read.optional(infrastructure.cluster.provider, cluster)];
    if ((at === undefined && (id === undefined || makes(id))) || (id === undefined && only !== undefined && (at === undefined || at === place))) read.need([infrastructure.cluster.place, cluster], [infrastructure.cluster.provider, cluster]);
  }
  return undefined;
}

/** The node network of a place, where the installation makes it by Terraform. */
export const madeNetwork = rule<MadeNetwork>({
  id: "checklist.made-network",
  title: "Node network that Terraform makes",
  per: "place",
  sources: ["kubeone.infrastructure"],
  derive: (read, place) =>
    (runsAlready(read) ? undefined : madeByTerraform(read, place)) ?? read.notApplicable("It is there before the machines."),
});
