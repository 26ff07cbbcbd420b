import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt, loadBalancer, needsApiAddress } from "./load-balancer.ts";

const recordAt = (look: Look, cluster: string): Provider | undefined => providers.find(({ id }) => id === look(infrastructure.cluster.provider, cluster));

/** Whether the infrastructure's load balancer stands in front of a cluster's own Kubernetes API: as chosen for several control planes, and as KubeOne's example makes it for a single one. */
export function apiFromProvider(look: Look, cluster: string): boolean {
  if (look(infrastructure.cluster.provisioning, cluster) !== "kubeone") return false;
  if (needsApiAddress(look, cluster)) return look(loadBalancer.cluster.apiEndpoint, cluster) === "provider";
  return look(infrastructure.cluster.controlPlanes, cluster) === 1 && recordAt(look, cluster)?.kubeone?.apiEndpoint === "provider";
}

/** Whether the infrastructure gives load balancers of a platform cluster addresses of a network that is public at one site and private at another. */
function takesFloating(look: Look, cluster: string): boolean {
  if (recordAt(look, cluster)?.publicLoadBalancer !== "asked") return false;
  if (kindAt(look, cluster)?.addressesFrom === "provider") return true;
  // Of all Kubernetes APIs, those of Seeds are dialled from other places: by the master.
  return look(infrastructure.cluster.role, cluster) === "seed" && apiFromProvider(look, cluster);
}

/** How far addresses reach that an infrastructure gives load balancers from an external network of the site. */
export const floatingReach = chapter("infrastructure", "Infrastructure", "", {
  place: {
    floatingReach: choice(
      [
        { value: "public", label: "Public", help: "The internet reaches them; lists of allowed networks and the login keep others out." },
        { value: "private", label: "Private", help: "Only networks that are routed to the external network reach them." },
      ],
      {
        section: "Places",
        label: "Are floating addresses of the external network public or private?",
        short: "Reach of floating addresses",
        help: "Each Service of type LoadBalancer gets one, and so does the Kubernetes API of KubeOne's example. `openstack floating ip list` shows some.",
        source: "openstack.cloud-controller",
        team: "network",
        asked: (look, place): boolean => look.subjects("cluster").some((id) => look(infrastructure.cluster.place, id) === place && takesFloating(look, id)),
      },
    ),
  },
});

/** Whether floating addresses at the place of a platform cluster are public; undefined while nobody has said. */
export function floatingIsPublic(look: Look, cluster: string): boolean | undefined {
  const place = look(infrastructure.cluster.place, cluster);
  const reach = place === undefined ? undefined : look(floatingReach.place.floatingReach, place);
  return reach === undefined ? undefined : reach === "public";
}
