import { apiEndpoints } from "../../api-endpoints/registry.ts";
import type { ApiEndpoint } from "../../api-endpoints/api-endpoint.ts";
import { loadBalancerKinds } from "../../load-balancers/registry.ts";
import { address, block6, blocks, blocksOrNone, choice, host } from "../kinds.ts";
import { chapter, type Look } from "../question.ts";
import { dialsNodes, isSeed, proxyIsOff } from "./exposure.ts";
import { families } from "./families.ts";
import { infrastructure } from "./infrastructure.ts";
import { kindAt, loadBalancer, needsApiAddress } from "./load-balancer.ts";

/** Whether people dial ports of a cluster's nodes: nothing gives its Services addresses, or no nodeport-proxy takes them. */
const hasNodeFront = (look: Look, id: string): boolean => kindAt(look, id)?.addressesFrom === "nodes" || (proxyIsOff(look, id) && dialsNodes(look, id));

/** Whether the address of the node ports is that of a machine which the plan lists. */
const isListed = (look: Look, id: string): boolean => {
  const front = look(fronts.cluster.nodeFront, id);
  const { controlPlaneAddresses, workerAddresses } = infrastructure.cluster;
  return front !== undefined && [controlPlaneAddresses, workerAddresses].some((list) => list.asked?.(look, id) !== false && look(list, id)?.includes(front) === true);
};

/** What stands in front of clusters: a second block, routers, appliances and ports of nodes, with what each kind of load balancer needs. */
export const fronts = chapter("loadBalancer", "Load balancer", "", {
  cluster: {
    pool6: block6({
      section: "Virtual addresses",
      label: "Which IPv6 block holds the same addresses in the second family?",
      short: "IPv6 block of virtual addresses",
      help: "At least as many addresses as the IPv4 block: whoever has the third there has the third here.",
      example: "2001:db8:20:30::/64",
      source: "kkp.code.nodeport-proxy",
      team: "network",
      asked: (look, id): boolean => look(families.plan.ipFamily) === "dual" && look(families.plan.platformFamily) === "dual" && kindAt(look, id)?.addressesFrom === "pool",
    }),
    cni: choice(
      [
        { value: "cilium", label: "Cilium" },
        { value: "other", label: "Canal or another", chip: "product-default" },
      ],
      {
        section: "Virtual addresses",
        label: "Which network plugin does this cluster run?",
        short: "Network plugin",
        help: "Only Cilium announces addresses itself, and a Seed on Cilium needs a network policy before it is added.",
        source: "cilium.lb-ipam",
        team: "platform",
        kept: { says: "Master and Seeds that run keep their network plugin until each node is migrated.", source: "cilium.migration" },
        productDefault: {
          value: "other",
          sentence: "KubeOne installs Canal unless its manifest names another plugin.",
          source: "kubeone.defaults",
          where: (read, id) => {
            const chosen = loadBalancerKinds.find((kind) => kind.id === read.optional(loadBalancer.cluster.kind, id));
            return read.optional(infrastructure.cluster.provisioning, id) === "kubeone" && chosen !== undefined && chosen.cni === undefined;
          },
        },
        asked: (look, id): boolean => isSeed(look, id) || kindAt(look, id)?.cni !== undefined,
      },
    ),
    bfd: choice(
      [
        { value: "none", label: "No", help: "A dead session is noticed when its hold time ends.", chip: "product-default" },
        { value: "single-hop", label: "Yes, to routers of the same segment", help: "UDP 3784." },
        { value: "multi-hop", label: "Yes, to routers further away", help: "UDP 4784." },
      ],
      {
        section: "Routers",
        label: "Do nodes and routers watch each other by BFD?",
        short: "BFD",
        help: "Fail-over in less than a second; routers and nodes must both be set up for it.",
        source: "metallb.bgp-config",
        team: "network",
        productDefault: { value: "none", sentence: "MetalLB uses no BFD unless a profile names it.", source: "metallb.bgp-config" },
        asked: (look, id): boolean => kindAt(look, id)?.bfd === true,
      },
    ),
    applianceAddress: host({
      section: "Virtual addresses",
      label: "Under which name or address is the appliance managed?",
      short: "Management address of the appliance",
      help: "The controller in the cluster writes virtual servers there.",
      example: "bigip.example.com",
      source: "f5.cis",
      team: "network",
      server: { title: "Management of the appliance", dialledBy: ["platform"], onRouter: true },
      asked: (look, id): boolean => kindAt(look, id)?.appliance !== undefined,
    }),
    applianceSources: blocks({
      section: "Virtual addresses",
      label: "From which addresses does the appliance call the nodes?",
      short: "Source addresses of the appliance",
      help: "Its own addresses towards the nodes, or the pool it translates to; never the one it is managed by. The firewall opens node ports for them.",
      example: "10.20.31.4/31",
      source: "f5.cis",
      team: "network",
      asked: (look, id): boolean => kindAt(look, id)?.appliance !== undefined,
    }),
    apiBalancerSources: blocks({
      section: "Kubernetes API",
      label: "From which addresses does your load balancer call the control planes?",
      short: "Source addresses of the API load balancer",
      help: "It probes each control plane and passes calls on; the firewall opens the Kubernetes API for these addresses.",
      example: "10.20.31.4/31",
      source: "kubeone.infrastructure",
      team: "network",
      asked: (look, id): boolean => {
        const chosen = apiEndpoints.find((endpoint) => endpoint.id === look(loadBalancer.cluster.apiEndpoint, id)) as ApiEndpoint | undefined;
        return needsApiAddress(look, id) && chosen?.passesOn === "asked";
      },
    }),
    nodeFront: address({
      section: "Virtual addresses",
      label: "Under which address do people reach the node ports?",
      short: "Address of the node ports",
      help: "A node with a fixed address, or whatever forwards to several of them.",
      example: "10.20.0.21",
      source: "kkp.install-ce",
      team: "network",
      server: { title: "Front of the node ports", dialledBy: ["platform", "user-clusters"], is: "machine" },
      asked: hasNodeFront,
    }),
    nodeFrontSources: blocksOrNone({
      section: "Virtual addresses",
      label: "From which addresses does it lead on to the nodes?",
      short: "Source addresses of what leads on to the nodes",
      help: "Its own, or those it translates to; the firewall opens node ports for them.",
      example: "10.20.31.4/31",
      source: "kkp.install-ce",
      team: "network",
      asked: (look, id): boolean => hasNodeFront(look, id) && !isListed(look, id),
    }, "It is a node itself"),
    nodeFrontPorts: choice(
      [
        { value: "nodes", label: "On those of the nodes", help: "32443 and 32080 with NGINX, 30443 and 30080 with Envoy Gateway; every URL carries the port.", chip: "product-default" },
        { value: "usual", label: "On 443 and 80, led on to the nodes", help: "Something in front forwards both." },
      ],
      {
        section: "Virtual addresses",
        label: "On which ports does the entry answer there?",
        short: "Ports of the entry",
        help: "Redirect URIs and the token issuer carry the port unless it is 443.",
        source: "kkp.install-ce",
        team: "network",
        productDefault: { value: "nodes", sentence: "Without a load balancer the entry answers on ports of the nodes.", source: "kkp.install-ce" },
        asked: (look, id): boolean => kindAt(look, id)?.addressesFrom === "nodes",
      },
    ),
  },
});
