import { fact } from "./fact.ts";

/** What nodes of managed services take of ranges and networks for their pods. */
export const podShares = {
  gke: fact({
    id: "pods.gke-share",
    statement: "GKE cuts the range of pods into a block for each node, with at least twice as many addresses as it may run pods: a /24 at 110, a /26 at 32, a /28 at 8.",
    value: 2,
    certainty: "sourced",
    sources: ["gcp.gke-max-pods"],
  }),
  aksOverlay: fact({
    id: "pods.aks-overlay-share",
    statement: "With its overlay, AKS gives each node a /24 of the range of pods, however many it may run.",
    value: 24,
    certainty: "sourced",
    sources: ["azure.aks-overlay"],
  }),
  aksPodSubnet: fact({
    id: "pods.aks-pod-subnet",
    statement: "From a subnet for pods alone, AKS gives nodes addresses 16 at a time: the first 16 when a node starts, and as many blocks of 16 as hold all pods that it may run and one address more where blocks are allocated statically.",
    value: 16,
    certainty: "sourced",
    sources: ["azure.aks-pod-subnet"],
  }),
  aksNodeSubnet: fact({
    id: "pods.aks-node-subnet",
    statement: "Where pods take addresses of the subnet of their nodes, AKS takes one for each node and one for each pod that it may run, whether they run or not.",
    value: 1,
    certainty: "sourced",
    sources: ["azure.aks-ip-planning", "azure.aks-node-subnet"],
  }),
} as const;

export const heldPods = fact({
  id: "pods.held-by-nodes",
  statement: "A network from which pods take addresses is planned with one for each node and one for each pod that it may run: network plug-ins keep more ready than run, that of EKS a whole network interface of them on each node, so that a node is planned as if it ran all of them.",
  value: 1,
  certainty: "planning",
  sources: ["aws.vpc-cni-targets"],
});

export const podAddressFacts = [...Object.values(podShares), heldPods];
