import type { Provider } from "../../providers/provider.ts";
import { providers } from "../../providers/registry.ts";
import { block, choice } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";

const isDual = (look: Look): boolean => look(families.plan.ipFamily) === "dual";

const hasNested = (look: Look): boolean =>
  look.subjects("datacenter").some((id) => providers.find((provider: Provider) => provider.id === look(infrastructure.datacenter.provider, id))?.nested === true);

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
        help: "IPv6 alone is not supported. The platform's own addresses stay IPv4.",
        source: "kkp.dual-stack",
        team: "network",
        productDefault: { value: "ipv4", sentence: "KKP creates user clusters with IPv4 alone.", source: "kkp.dual-stack" },
      },
    ),
    nestedPods: block({
      section: "Cluster networks",
      label: "Which range do pods of user clusters on KubeVirt use?",
      short: "Pod range of nested user clusters",
      help: "Their nodes are pods of the infrastructure cluster, whose own ranges must differ.",
      source: "kkp.code.resources",
      team: "network",
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
      productDefault: { value: "10.241.0.0/20", sentence: "KKP gives user clusters on KubeVirt the Service range 10.241.0.0/20.", source: "kkp.code.resources" },
      asked: hasNested,
    }),
    userClusterPods6: block({
      section: "Cluster networks",
      label: "Which IPv6 range do pods of user clusters use?",
      short: "IPv6 pod range of user clusters",
      help: "Each node takes a /64 of it.",
      source: "kkp.code.resources",
      team: "network",
      productDefault: { value: "fd01::/48", sentence: "KKP gives user clusters the IPv6 pod range fd01::/48.", source: "kkp.code.resources" },
      asked: isDual,
    }),
    userClusterServices6: block({
      section: "Cluster networks",
      label: "Which IPv6 range do Services of user clusters use?",
      short: "IPv6 Service range of user clusters",
      help: "Some pages of the documentation still name a /120; KKP takes a /108 since 2.28.",
      source: "kkp.code.resources",
      team: "network",
      productDefault: { value: "fd02::/108", sentence: "KKP gives user clusters the IPv6 Service range fd02::/108.", source: "kkp.code.resources" },
      asked: isDual,
    }),
  },
});
