import { kubelbHub } from "../../../answers/chapters/kubelb-hub.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { providerOf } from "../../../providers/registry.ts";
import { clusterName, datacenterName, datacentersOf } from "../../basics/platform.ts";
import { listed } from "../../../values/sentence.ts";
import { servedByHub } from "../../workloads/hub.ts";
import { knownFromHub, someChoseHub, suppliedByHub, workloadSupplier } from "../../workloads/supplier.ts";
import { ends } from "../ends.ts";
import { needPlatform, seedOf } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { balancerOf } from "../../basics/balancer.ts";

const unaddressed = (name: string): string => `Until the nodes of ${name} get through, none of its Services has an address and the installer waits.`;

/** Between a platform cluster and the appliance or hub that holds its virtual addresses. */
export const clusterAndBalancer = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-and-balancer",
  title: "Cluster and the load balancer outside it",
  per: "cluster",
  sources: ["f5.cis", "kubelb.requirements"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    const hub = kind.addressesFrom === "hub";
    if (!hub && !kind.appliance) return read.notApplicable(`With ${kind.title} nothing outside the cluster holds its addresses.`);
    const encrypted = hub && read.answer(kubelbHub.plan.kubelbTraffic) === "mtls";
    const name = clusterName(read, cluster);
    const nodes = ends.nodes(cluster);
    return kind.flows.flatMap(({ id, between, ref, protocol, ports: numbers, reason, sources }) => {
      read.cite(...sources);
      const row = { refs: ref === undefined ? [] : [ref], word: id, of: cluster, reason, lifetime: "installation and operation" } as const;
      // Connectors of user clusters call KubeLB from the same nodes, and have the row in common with that of the platform.
      if (between === "nodes-to-balancer" && !hub) {
        return [flow(read, { ...row, source: nodes, destination: ends.appliance(cluster), protocol, ports: numbers, why: unaddressed(name) })];
      }
      if (between !== "balancer-to-nodes") return [];
      return [
        flow(read, {
          ...row,
          source: hub ? ends.hubNodes : ends.applianceForward(cluster),
          destination: nodes,
          protocol: encrypted ? "TCP" : protocol,
          ports: encrypted ? ports.kubelbEncrypted : numbers,
          why: `Dashboard and user clusters of ${name} are reached through it; the node ports are handed out by Kubernetes, so no narrower range holds.`,
        }),
      ];
    });
  },
});

/** From nodes of a platform cluster to KubeLB: the cluster's own connector, and those of its user clusters beside their control planes. One row, whichever of them run. */
export const connectorsToHub = rule<readonly FlowDraft[]>({
  id: "firewall.connectors-to-kubelb",
  title: "Connectors of the cluster to KubeLB",
  per: "cluster",
  sources: ["kubelb.requirements", "kkp.code.kubelb"],
  derive: (read, cluster) => {
    const own = balancerOf(read, cluster);
    const tenant = own.addressesFrom === "hub";
    const served = !read.rule(someChoseHub) || read.answer(infrastructure.cluster.role, cluster) === "master" ? [] : read.rule(datacentersOf, cluster).filter((id) => (tenant ? knownFromHub(read, id) : suppliedByHub(read, id)));
    if (!tenant && served.length === 0) return read.notApplicable("KubeLB serves neither this cluster nor user clusters of it.");
    const name = clusterName(read, cluster);
    const { reason = "" } = (tenant ? own.flows.find(({ between }) => between === "nodes-to-balancer") : undefined) ?? {};
    return [
      flow(read, {
        refs: ["K1"],
        word: "kubelb-api",
        of: cluster,
        source: ends.nodes(cluster),
        destination: ends.hubApi,
        ports: ports.kubelbApi,
        reason: !tenant ? "Connectors of user clusters ask for addresses" : served.length === 0 ? reason : `${reason}; connectors of user clusters ask for addresses`,
        lifetime: tenant ? "installation and operation" : "operation",
        why: [
          ...(tenant ? [unaddressed(name)] : []),
          ...(served.length === 0 ? [] : [`The connector of each user cluster of ${listed(served.map((id) => datacenterName(read, id)))} runs on ${name} beside its control plane and registers Services from there.`]),
        ].join(" "),
      }),
    ];
  },
});

/** KubeLB for the workloads of user clusters. */
export const workloadsThroughHub = rule<readonly FlowDraft[]>({
  id: "firewall.workloads-through-kubelb",
  title: "Workloads through KubeLB",
  per: "datacenter",
  sources: ["kubelb.requirements"],
  derive: (read, datacenter) => {
    if (!suppliedByHub(read, datacenter)) return read.notApplicable("KubeLB does not serve this datacenter.");
    // Without a Seed there are no user clusters.
    seedOf(read, datacenter);
    const encrypted = read.answer(kubelbHub.plan.kubelbTraffic) === "mtls";
    const name = datacenterName(read, datacenter);
    const row = { of: datacenter, lifetime: "operation" } as const;
    return [
      flow(read, {
        ...row,
        refs: ["K2"],
        word: "kubelb-workers",
        source: ends.hubNodes,
        destination: ends.workers(datacenter),
        protocol: encrypted ? "TCP" : "TCP and UDP",
        ports: encrypted ? ports.kubelbEncrypted : ports.nodePorts,
        reason: "KubeLB hands traffic of Services over to workers",
        why: `Workers of ${name} come and go, and Kubernetes chooses the port of each Service${encrypted ? "; the tenant's proxy gathers them on one port" : ""}.`,
      }),
    ];
  },
});

/** People who use what runs in user clusters behind KubeLB. */
export const usersToHub = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-kubelb",
  title: "Users to Services behind KubeLB",
  per: "plan",
  sources: ["kubelb.l4"],
  derive: (read) => {
    needPlatform(read);
    const { datacenters } = read.rule(servedByHub);
    if (datacenters.length === 0) return read.notApplicable("No workload of a user cluster is served by KubeLB.");
    const named = listed(datacenters.map((id) => datacenterName(read, id)));
    return [
      flow(read, {
        refs: ["K3"],
        word: "kubelb-services",
        of: "plan",
        source: ends.users,
        destination: ends.hubFront,
        protocol: "TCP and UDP",
        ports: ports.workloads,
        reason: "Services of user clusters",
        lifetime: "operation",
        why: `Services of user clusters in ${named} answer there; their tenants name the ports, and this plan knows none of them.`,
      }),
    ];
  },
});

/** People who use what runs in user clusters, at addresses of a block of the customer or of the infrastructure. */
export const usersToWorkloads = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-workloads",
  title: "Users to Services of user clusters",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.ipam"],
  derive: (read, datacenter) => {
    needPlatform(read);
    const { addressesFrom } = read.rule(workloadSupplier, datacenter);
    if (addressesFrom === "hub") return read.notApplicable("KubeLB holds the addresses of Services of its user clusters.");
    const answers = addressesFrom === "block" ? "addresses of this block" : `load balancers of ${providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).title}`;
    return [
      flow(read, {
        refs: ["W1"],
        word: "workloads",
        of: datacenter,
        source: ends.users,
        destination: ends.workloads(datacenter),
        protocol: "TCP and UDP",
        ports: ports.workloads,
        reason: "Services of user clusters",
        lifetime: "operation",
        why: `What tenants of ${datacenterName(read, datacenter)} publish answers at ${answers}; they name the ports, and this plan knows none of them.`,
      }),
    ];
  },
});
