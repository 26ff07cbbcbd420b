import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { floatingIsPublic } from "./floating-reach.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt } from "./load-balancer.ts";

const providerAt = (look: Look, cluster: string): Provider | undefined => providers.find(({ id }) => id === look(infrastructure.cluster.provider, cluster));

/** How far load balancers of a cloud reach, where a Service can choose. */
export const balancerReach = chapter("loadBalancer", "Load balancer", "", {
  cluster: {
    cloudReach: choice(
      [
        { value: "public", label: "Public", help: "The internet reaches them; lists of allowed networks and the login keep others out.", chip: "product-default" },
        { value: "internal", label: "Private", help: "Only networks that are routed to this one reach them, workers in other places and people included." },
      ],
      {
        section: "Virtual addresses",
        label: "Do the cloud's load balancers get public or private addresses?",
        short: "Reach of cloud load balancers",
        help: "Platform entry and nodeport-proxy, and with LoadBalancer each user cluster's API server. A load balancer that stands must be made anew to change it.",
        source: "kubernetes.internal-balancers",
        team: "network",
        kept: { says: "Load balancers that run keep their addresses; to change their reach each must be made anew.", source: "kubernetes.internal-balancers" },
        productDefault: { value: "public", sentence: "Cloud controllers make load balancers with public addresses unless a Service asks for a private one.", source: "kubernetes.internal-balancers" },
        asked: (look, id): boolean => kindAt(look, id)?.addressesFrom === "provider" && providerAt(look, id)?.balancerReach !== undefined,
      },
    ),
  },
});

/** Whether load balancers that the infrastructure makes for a cluster get public addresses, as far as it is answered; undefined while somebody must say. */
export function cloudIsPublic(look: Look, cluster: string): boolean | undefined {
  const provider = providerAt(look, cluster);
  if (provider?.publicLoadBalancer === "asked") return floatingIsPublic(look, cluster);
  return provider?.publicLoadBalancer === true && (provider.balancerReach === undefined || look(balancerReach.cluster.cloudReach, cluster) !== "internal");
}
