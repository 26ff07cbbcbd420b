import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { block, block6, blocks, choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { networksAreMade } from "./datacenter-questions.ts";
import { kubeOneMakesAll, machinesMayStand, network, PLATFORM_RANGE, PLATFORM_RANGE_KEPT, USER_CLUSTER_RANGE_KEPT } from "./network.ts";

const isDual = (look: Look): boolean => look(families.plan.ipFamily) === "dual";

const isPlatformDual = (look: Look): boolean => isDual(look) && look(families.plan.platformFamily) === "dual";

const hasNested = (look: Look): boolean =>
  look.subjects("datacenter").some((id) => providers.find((provider: Provider) => provider.id === look(infrastructure.datacenter.provider, id))?.nested === true);

/** Whose IPv6 network the workers of a datacenter stand in: one of their own, that of the nodes of their place, or none. */
function secondNetwork(look: Look, datacenter: string): "own" | "nodes" | "none" {
  const provider: Provider | undefined = providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter));
  const stands = networksAreMade(look, datacenter) ? "made-networks" : look(network.datacenter.workersIn, datacenter);
  if (!isDual(look) || provider?.dualStack === undefined || provider.dualStack.eachMachine || stands === undefined) return "none";
  return stands !== "node-network" || !isPlatformDual(look) ? "own" : "nodes";
}

/** Whether workers of a datacenter need an IPv6 network that the nodes of their place do not have already. */
const needsOwn6 = (look: Look, datacenter: string): boolean => secondNetwork(look, datacenter) === "own";

/** The network that workers of a datacenter stand in, in a family; the first one where they have none of that family. */
export function segmentAt(look: Look, datacenter: string, family: 4 | 6): string | undefined {
  const place = look(infrastructure.datacenter.place, datacenter);
  const atPlace = (question: typeof network.place.nodeNetwork): string | undefined => (place === undefined ? undefined : look(question, place));
  const second = family === 6 ? secondNetwork(look, datacenter) : "none";
  if (second === "own") return look(families.datacenter.workerNetwork6, datacenter);
  if (second === "nodes") return atPlace(families.place.nodeNetwork6);
  if (networksAreMade(look, datacenter)) return providers.find(({ id }) => id === look(infrastructure.datacenter.provider, datacenter))?.creates?.subnet?.block;
  return look(network.datacenter.workersIn, datacenter) === "own-network" ? look(network.datacenter.workerNetwork, datacenter) : atPlace(network.place.nodeNetwork);
}

/** Address families of user clusters, and the ranges of those that run inside another cluster. */
export const families = chapter("network", "Network", "", {
  plan: {
    ipFamily: choice(
      [
        { value: "ipv4", label: "IPv4", help: "One pod range and one Service range.", chip: "product-default" },
        { value: "dual", label: "IPv4 and IPv6", help: "A second range of each kind; a technology preview, and not on every infrastructure." },
      ],
      {
        section: "Cluster networks",
        label: "Which address families do user clusters use?",
        short: "Address families of user clusters",
        help: "IPv6 alone is not supported. What the platform itself answers in is asked apart.",
        source: "kkp.dual-stack",
        team: "network",
        kept: { says: "User clusters that run keep their address families.", source: "kkp.code.cluster-validation" },
        productDefault: { value: "ipv4", sentence: "KKP creates user clusters with IPv4 alone.", source: "kkp.dual-stack" },
      },
    ),
    platformFamily: choice(
      [
        { value: "ipv4", label: "IPv4", help: "Entry and nodeport-proxy have one address each.", chip: "product-default" },
        { value: "dual", label: "IPv4 and IPv6", help: "Each of them has an IPv6 address as well, and each name a second record." },
      ],
      {
        section: "Cluster networks",
        label: "In which address families do entry and nodeport-proxy answer?",
        short: "Address families of the platform",
        help: "Master and Seeds must run both families then. IPv6 alone is not supported.",
        source: "kkp.code.nodeport-proxy",
        team: "network",
        productDefault: { value: "ipv4", sentence: "KKP gives its Services IPv4 addresses alone.", source: "kkp.code.envoy-values" },
        asked: isDual,
      },
    ),
    platformPods6: block6({
      section: "Cluster networks",
      label: "Which IPv6 range do pods of master and Seeds use?",
      short: "IPv6 pod range of master and Seeds",
      help: PLATFORM_RANGE,
      source: "kubeone.defaults",
      team: "network",
      kept: PLATFORM_RANGE_KEPT,
      productDefault: { value: "fd01::/48", sentence: "KubeOne gives its clusters the IPv6 pod range fd01::/48.", source: "kubeone.defaults", where: kubeOneMakesAll },
      asked: isPlatformDual,
    }),
    platformServices6: block6({
      section: "Cluster networks",
      label: "Which IPv6 range do Services of master and Seeds use?",
      short: "IPv6 Service range of master and Seeds",
      help: "KubeOne takes a /120, KKP in user clusters a /108.",
      source: "kubeone.defaults",
      team: "network",
      kept: PLATFORM_RANGE_KEPT,
      productDefault: { value: "fd02::/120", sentence: "KubeOne gives its clusters the IPv6 Service range fd02::/120.", source: "kubeone.defaults", where: kubeOneMakesAll },
      asked: isPlatformDual,
    }),
    nestedPods: block({
      section: "Cluster networks",
      label: "Which range do pods of user clusters on KubeVirt use?",
      short: "Pod range of nested user clusters",
      help: "Their nodes are pods of the infrastructure cluster, whose own ranges must differ.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "172.26.0.0/16", sentence: "KKP gives user clusters on KubeVirt the pod range 172.26.0.0/16.", source: "kkp.code.resources" },
      asked: hasNested,
    }),
    nestedServices: block({
      section: "Cluster networks",
      label: "Which range do Services of user clusters on KubeVirt use?",
      short: "Service range of nested user clusters",
      help: "Their nodes are pods of the infrastructure cluster, whose own ranges must differ.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "10.241.0.0/20", sentence: "KKP gives user clusters on KubeVirt the Service range 10.241.0.0/20.", source: "kkp.code.resources" },
      asked: hasNested,
    }),
    infrastructureRanges: blocks({
      section: "Cluster networks",
      label: "Which ranges do pods and Services of the infrastructure clusters use?",
      short: "Ranges of the infrastructure clusters",
      help: "Nodes of user clusters on KubeVirt are pods there: their own pods and Services must lie elsewhere.",
      example: "10.244.0.0/16",
      source: "kkp.code.resources",
      team: "infrastructure",
      asked: hasNested,
    }),
    userClusterPods6: block6({
      section: "Cluster networks",
      label: "Which IPv6 range do pods of user clusters use?",
      short: "IPv6 pod range of user clusters",
      help: "Each node takes a /64 of it.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "fd01::/48", sentence: "KKP gives user clusters the IPv6 pod range fd01::/48.", source: "kkp.code.resources" },
      asked: isDual,
    }),
    userClusterServices6: block6({
      section: "Cluster networks",
      label: "Which IPv6 range do Services of user clusters use?",
      short: "IPv6 Service range of user clusters",
      help: "Some pages of the documentation still name a /120; KKP takes a /108 since 2.28.",
      source: "kkp.code.resources",
      team: "network",
      kept: USER_CLUSTER_RANGE_KEPT,
      productDefault: { value: "fd02::/108", sentence: "KKP gives user clusters the IPv6 Service range fd02::/108.", source: "kkp.code.resources" },
      asked: isDual,
    }),
  },
  place: {
    nodeNetwork6: block6({
      section: "Networks",
      label: "Which IPv6 network do the machines stand in?",
      short: "IPv6 node network",
      help: "Nodes of master and Seeds need an address of each family. Where each zone has a subnet of its own, the range around them, with a /64 for each.",
      example: "2001:db8:20::/64",
      source: "kubeone.defaults",
      team: "network",
      asked: (look, place): boolean => isPlatformDual(look) && machinesMayStand(look, place),
    }),
  },
  datacenter: {
    workerNetwork6: block6({
      section: "Worker networks",
      label: "Which IPv6 network do the workers stand in?",
      short: "IPv6 worker network",
      help: "Workers of user clusters with both families take a second address there. Where each zone has a subnet of its own, the range around them, with a /64 for each.",
      example: "2001:db8:21::/64",
      source: "kkp.dual-stack",
      team: "network",
      asked: needsOwn6,
    }),
  },
});
