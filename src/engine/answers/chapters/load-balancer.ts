import * as z from "zod";
import { apiEndpoints } from "../../api-endpoints/registry.ts";
import { vrrpRouterId } from "../../facts/providers.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import { address, block, cells, choice, integer, table } from "../kinds.ts";
import { chapter, type Kept, type Look } from "../question.ts";
import { infrastructure } from "./infrastructure.ts";
import { ownGateway, replacesAt } from "./platform-entry.ts";
import { lacksLoadBalancer } from "./provider-questions.ts";

/** Whether Services of a platform cluster ask for addresses: a master apart has none that does while a Gateway of the customer is its entry, but for the one that an upgrade takes away. Until its role is known, nobody knows whether it is one. */
export const needsBalancer = (look: Look, cluster: string): boolean =>
  ["master-and-seed", "seed"].includes(look(infrastructure.cluster.role, cluster) ?? "") || !ownGateway(look) || replacesAt(look, cluster);

/** The kind of load balancer of a platform cluster, as its record has it; undefined as well where none is needed. */
export const kindAt = (look: Look, cluster: string): LoadBalancerKind | undefined =>
  needsBalancer(look, cluster) ? loadBalancerKinds.find(({ id }) => id === look(loadBalancer.cluster.kind, cluster)) : undefined;

/** Whether a platform cluster needs a load balancer for its own Kubernetes API: built by KubeOne with more than one control plane. */
export const needsApiAddress = (look: Look, cluster: string): boolean =>
  look(infrastructure.cluster.provisioning, cluster) === "kubeone" && (look(infrastructure.cluster.controlPlanes, cluster) ?? 0) > 1;

/** How a user cluster is reached is part of it. */
export const STRATEGY_KEPT = { says: "User clusters that run keep their expose strategy.", source: "kkp.expose-strategies" } as const satisfies Kept;

/** What nodes and kubeconfigs of a cluster that runs hold. */
const ENDPOINT_KEPT = { says: "Clusters that run keep the endpoint of their Kubernetes API.", source: "kubeone.endpoint-change" } as const satisfies Kept;

/** What Services on a running platform keep. */
const ADDRESSES_KEPT = { says: "Services that run keep their addresses while the block holds them.", source: "metallb.pool-change", grows: true } as const satisfies Kept;

export const loadBalancer = chapter("loadBalancer", "Load balancer", "How traffic from people and workers enters the clusters.", {
  plan: {
    exposeStrategy: choice(
      [
        { value: "NodePort", label: "NodePort", help: "All user-cluster API servers of a Seed share one address; each has ports of its own.", chip: "product-default" },
        { value: "LoadBalancer", label: "LoadBalancer", help: "Every user cluster has an address of its own." },
        { value: "Tunneling", label: "Tunneling", help: "All share one address and two ports, 6443 and 8088." },
      ],
      {
        section: "User-cluster API servers",
        label: "How do people and workers reach the API of a user cluster?",
        short: "Expose strategy",
        help: "The choice is fixed once a user cluster exists.",
        source: "kkp.expose-strategies",
        team: "network",
        kept: STRATEGY_KEPT,
        productDefault: { value: "NodePort", sentence: "KKP exposes user clusters by NodePort.", source: "kkp.expose-strategies" },
      },
    ),
  },
  cluster: {
    kind: choice(
      loadBalancerKinds.map(({ id, title, help, recommended }) => ({
        value: id,
        label: title,
        help,
        ...(recommended ? { chip: "recommended" as const } : {}),
      })),
      {
        section: "Virtual addresses",
        label: "How are the virtual addresses announced?",
        short: "Load balancer",
        help: "The platform creates Services of type LoadBalancer; something must give them addresses and announce them.",
        source: "kkp.setup-checklist",
        team: "network",
        asked: needsBalancer,
      },
    ),
    pool: block({
      section: "Virtual addresses",
      label: "Which block holds the virtual addresses?",
      short: "Block of virtual addresses",
      help: "Used by no machine and by no DHCP range.",
      example: "10.20.30.0/28",
      source: "kkp.setup-checklist",
      team: "network",
      kept: ADDRESSES_KEPT,
      asked: (look, id): boolean => kindAt(look, id)?.addressesFrom === "pool",
    }),
    localAsn: integer({ min: 1, max: 4294967294 }, {
      section: "Routers",
      label: "Which AS number does the cluster have?",
      short: "AS number of the cluster",
      help: "The routers expect it from every node.",
      example: "64512",
      source: "metallb.bgp-config",
      team: "network",
      asked: (look, id): boolean => kindAt(look, id)?.peers === true,
    }),
    peers: table(
      z.strictObject({ name: cells.text.optional(), address: cells.address, asn: cells.asn }),
      [
        { key: "name", label: "Router", control: { type: "text" }, required: false },
        { key: "address", label: "Peer address", control: { type: "address" }, required: true },
        { key: "asn", label: "Router's AS number", control: { type: "integer", min: 1, max: 4294967294 }, required: true },
      ],
      {
        section: "Routers",
        label: "Which routers peer with the cluster?",
        short: "BGP peers",
        help: "Two peers keep the addresses reachable while one router restarts.",
        source: "metallb.bgp-config",
        team: "network",
        asked: (look, id): boolean => kindAt(look, id)?.peers === true,
      },
    ),
    apiEndpoint: choice(
      apiEndpoints.map(({ id, title, help }) => ({ value: id, label: title, help })),
      {
        section: "Kubernetes API",
        label: "What stands in front of the cluster's own Kubernetes API?",
        short: "Kubernetes API endpoint",
        help: "Serves the API only, never platform traffic; its address comes on top of the block above.",
        source: "kubeone.ha",
        team: "network",
        kept: ENDPOINT_KEPT,
        asked: needsApiAddress,
      },
    ),
    apiAddress: address({
      section: "Kubernetes API",
      label: "Which address does the Kubernetes API get?",
      short: "Kubernetes API address",
      help: "From the node network, outside the DHCP range and outside the block of virtual addresses.",
      example: "10.20.0.10",
      source: "kubeone.ha",
      team: "network",
      server: { title: "Load balancer of the Kubernetes API", dialledBy: ["platform"], is: "assigned" },
      kept: ENDPOINT_KEPT,
      asked: (look, id): boolean =>
        needsApiAddress(look, id) && apiEndpoints.find((endpoint) => endpoint.id === look(loadBalancer.cluster.apiEndpoint, id))?.addressFrom === "customer",
    }),
    vrrpRouterId: integer({ min: 1, max: 255 }, {
      section: "Kubernetes API",
      label: "Which VRRP router id do its control planes use?",
      short: "VRRP router id",
      help: "Each keepalived of a segment needs an id of its own, routers of the network team included.",
      example: "42",
      source: "kubeone.vsphere-variables",
      team: "network",
      productDefault: { value: (read) => read.fact(vrrpRouterId), sentence: "KubeOne's example for vSphere gives keepalived the router id 42.", source: "kubeone.vsphere-variables" },
      asked: (look, id): boolean => needsApiAddress(look, id) && apiEndpoints.find((endpoint) => endpoint.id === look(loadBalancer.cluster.apiEndpoint, id))?.vrrp === true,
    }),
  },
  datacenter: {
    workloadBlock: block({
      section: "Workloads of user clusters",
      label: "Which block do Services of the user clusters take addresses from?",
      short: "Block for workloads",
      help: "At least one address for each user cluster's own ingress, apart from the platform's block.",
      source: "kkp.setup-checklist",
      team: "network",
      asked: lacksLoadBalancer,
    }),
  },
});
