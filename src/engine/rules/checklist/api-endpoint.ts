import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { ports } from "../../facts/ports.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { frontByHand } from "../basics/api-front.ts";
import { clusterName } from "../basics/platform.ts";
import { carriedInFront } from "../internet/carried.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { ALLOW_LIST, sshKeyRow } from "./uses.ts";
import { afterNetwork, likeNodes, madeWithMachines } from "./made-network.ts";

/** What must be there in front of a cluster's Kubernetes API before KubeOne runs. */
const endpoint = rule<readonly Draft[]>({
  id: "checklist.api-endpoint",
  title: "Checklist: in front of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.ha", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const machines = read.answer(infrastructure.cluster.controlPlanes, cluster);
    if (machines < 2) return read.notApplicable("One control-plane machine needs nothing in front of it.");
    const { prepare: coming, prepareByHand, prepareInMade, sources, addressFrom }: ApiEndpoint = apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster));
    const byHand = prepareByHand !== undefined && frontByHand(read, cluster) !== undefined;
    const prepare = !byHand ? coming : prepareInMade && madeWithMachines(read, read.answer(infrastructure.cluster.place, cluster)) ? prepareInMade : prepareByHand;
    if (!prepare) return read.notApplicable("It comes with the machines.");
    read.cite(...sources);
    const address = addressFrom === "customer" ? read.maybe(loadBalancer.cluster.apiAddress, cluster) : undefined;
    const online = reachesInternet(read, placeOfCluster(read, cluster));
    const words = { name: clusterName(read, cluster), address: address?.kind === "known" ? address.value : "", machines, port: read.fact(ports.kubernetesApi), offline: carriedInFront(read, cluster) !== undefined, pulled: () => (online ? `its image can be pulled on a machine ${likeNodes(read)}` : "its image stands on the list of those that are mirrored") };
    return [
      itemOf(read, `api-endpoint[${cluster}]`, {
        title: prepare.title(words),
        team: prepare.team,
        chapter: "loadBalancer",
        verify: prepare.verify(words),
        why: prepare.why(words),
        ...(prepare.inNetwork === "always" || (prepare.inNetwork === "pulled" && online) ? { after: afterNetwork(read, read.answer(infrastructure.cluster.place, cluster)) } : {}),
        uses: [...(prepare.byKey ? [sshKeyRow(cluster)] : []), ...(prepare.inNetwork === "pulled" && online ? [ALLOW_LIST] : [])],
        blockedBy: address ? openIn(address) : [],
      }),
    ];
  },
});

export const apiEndpointItems: readonly Rule<readonly Draft[]>[] = [endpoint];
