import type { Provider } from "../../providers/contract/index.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { blocks, choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { PLATFORM_RANGE_KEPT } from "./network.ts";

/** What is known of the addresses of pods in the managed Kubernetes of a cluster; undefined where nobody runs one, or no source says it. */
function servicePods(look: Look, cluster: string) {
  if (look(infrastructure.cluster.provisioning, cluster) !== "managed") return undefined;
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.cluster.provider, cluster));
  return provider?.managedKubernetes?.podAddresses;
}

/** Whether how the cluster was made decides it: no record tells how somebody else built one. */
const mustSay = (look: Look, cluster: string): boolean => {
  const pods = servicePods(look, cluster);
  return look(infrastructure.cluster.provisioning, cluster) === "existing" || (pods !== undefined && pods.seen === undefined);
};

/** Whether somebody else built the cluster where no service gives pods addresses of the network. Without the name of the infrastructure nobody knows, and somebody has to say. */
function mostMasquerade(read: Reader, cluster: string): boolean {
  const id = read.optional(infrastructure.cluster.provider, cluster);
  return read.answer(infrastructure.cluster.provisioning, cluster) === "existing" && id !== undefined && (providerOf(id) as Provider).managedKubernetes?.podAddresses === undefined;
}

const keepTheirs = (look: Look, cluster: string): boolean => (servicePods(look, cluster)?.seen ?? (mustSay(look, cluster) ? look(podAddresses.cluster.podsSeen, cluster) : undefined)) === "own";

/** With which addresses pods of a cluster that KubeOne does not build call what lies outside it. */
export const podAddresses = chapter("network", "Network", "", {
  cluster: {
    podsSeen: choice(
      [
        { value: "nodes", label: "With those of their nodes", help: "An overlay network: the address of the node takes the place of theirs on the way out." },
        { value: "own", label: "With their own", help: "Pods have a network beside that of the nodes, and routers outside the cluster know the way to it." },
        { value: "node-network", label: "With addresses of the node network", help: "Pods take addresses of the same network as the nodes." },
      ],
      {
        section: "Addresses that others see",
        label: "With which addresses do pods of this cluster call others?",
        short: "Addresses of pods that others see",
        help: "Its network plug-in decides, which is chosen when the cluster is made. Rows, routes and lists of allowed networks must name what arrives.",
        source: "kkp.ports",
        team: "network",
        kept: PLATFORM_RANGE_KEPT,
        productDefault: {
          value: "nodes",
          sentence: "Network plug-ins put the address of the node in place of those of its pods on the way out, unless they are told otherwise.",
          source: "cilium.masquerading",
          // In a cloud whose own plug-in gives pods addresses of the network, those that are there may have it.
          where: mostMasquerade,
        },
        asked: mustSay,
      },
    ),
    // Of a single cluster the pod range of the platform is its own.
    podRanges: blocks({
      section: "Addresses that others see",
      label: "Which ranges do its pods take?",
      short: "Pod ranges that others see",
      help: "All of them. The pod range of master and Seeds is that of other clusters then.",
      example: "10.64.0.0/14",
      source: "kkp.ports",
      team: "network",
      kept: PLATFORM_RANGE_KEPT,
      asked: (look, cluster): boolean => look.subjects("cluster").length > 1 && keepTheirs(look, cluster),
    }),
  },
});
