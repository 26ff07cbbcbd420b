import { block, choice, host, subject, yesNo } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { kindAt } from "./load-balancer.ts";
import { chosenSupplier } from "./workload-addresses.ts";

/** Whether a hub for load balancing serves something in this plan. */
const usesHub = (look: Look): boolean =>
  look.subjects("cluster").some((id) => kindAt(look, id)?.addressesFrom === "hub") || look.subjects("datacenter").some((id) => chosenSupplier(look, id)?.addressesFrom === "hub");

/** The management cluster of KubeLB. */
export const kubelbHub = chapter("loadBalancer", "Load balancer", "", {
  plan: {
    kubelbPlace: subject("place", {
      section: "KubeLB",
      label: "Where does the management cluster of KubeLB stand?",
      short: "Place of KubeLB",
      help: "A Kubernetes cluster of its own, which holds the addresses of all its tenants.",
      source: "kubelb.architecture",
      team: "infrastructure",
      asked: usesHub,
    }),
    kubelbRuns: yesNo(
      { yes: "Yes, it runs", no: "No, it is built for this plan" },
      {
        section: "KubeLB",
        label: "Does the management cluster of KubeLB run already?",
        short: "KubeLB runs already",
        help: "The checklist orders a new one, which stands before the first step, and its nodes get firewall rows. What runs has its ways, and the plan lists none of them.",
        source: "kubelb.requirements",
        team: "platform",
        asked: usesHub,
      },
    ),
    kubelbApi: host({
      section: "KubeLB",
      label: "Under which name or address is its Kubernetes API reached?",
      short: "API of KubeLB",
      help: "Every tenant's connector signs in there, on TCP 6443.",
      example: "kubelb.example.com",
      source: "kubelb.requirements",
      team: "network",
      server: { title: "API of KubeLB", dialledBy: ["platform"], place: (look): string | undefined => look(kubelbHub.plan.kubelbPlace) },
      asked: usesHub,
    }),
    kubelbNodes: block({
      section: "KubeLB",
      label: "Which network do its nodes stand in?",
      short: "Node network of KubeLB",
      help: "They hand traffic over to the nodes of every tenant.",
      example: "10.40.0.0/24",
      source: "kubelb.requirements",
      team: "network",
      asked: usesHub,
    }),
    kubelbBlock: block({
      section: "KubeLB",
      label: "Which block does it take virtual addresses from?",
      short: "Block of KubeLB",
      help: "One address for each Service of a tenant. The management cluster announces them by a load balancer of its own.",
      example: "10.40.30.0/24",
      source: "kubelb.l4",
      team: "network",
      asked: usesHub,
    }),
    kubelbTraffic: choice(
      [
        { value: "direct", label: "Directly to node ports", help: "The management cluster dials TCP and UDP 30000–32767 of every tenant's nodes.", chip: "product-default" },
        { value: "mtls", label: "Through a proxy with mutual TLS", help: "One TCP node port on every tenant, whichever its cluster draws; Enterprise Edition of KubeLB, documented from 1.5 on as beta." },
      ],
      {
        section: "KubeLB",
        label: "How does its traffic reach the tenants?",
        short: "Traffic of KubeLB",
        help: "It decides what the firewall opens towards the workers.",
        source: "kubelb.requirements",
        team: "network",
        asked: usesHub,
      },
    ),
  },
});
