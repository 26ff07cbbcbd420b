import { fronts } from "../../../answers/chapters/fronts.ts";
import { kubelbHub } from "../../../answers/chapters/kubelb-hub.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { clusterName } from "../../basics/platform.ts";
import { servedByHub } from "../../workloads/hub.ts";
import { ends } from "../ends.ts";
import { leadsOn, nodeFront } from "../node-front.ts";
import { passesOnToApi } from "../passes-on.ts";
import { shownPlace } from "./machines.ts";
import { balancerOf } from "../../basics/balancer.ts";

/** Appliances that hold the virtual addresses of a cluster. */
export const applianceEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.appliances",
  title: "Appliance in front of the cluster",
  per: "cluster",
  sources: ["f5.cis"],
  derive: (read, cluster) => {
    const kind = balancerOf(read, cluster);
    if (!kind.appliance) return read.notApplicable(`${kind.title} needs no appliance.`);
    const name = clusterName(read, cluster);
    const row = { kind: "load-balancer", cluster, place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)), from: read.cell } as const;
    return [
      { ...row, id: ends.appliance(cluster), title: `Load balancer in front of ${name}`, addresses: [read.maybe(fronts.cluster.applianceAddress, cluster)], why: `It holds the virtual addresses of ${name} and is written to by the controller there.` },
      { ...row, id: ends.applianceForward(cluster), title: `Load balancer in front of ${name}, towards its nodes`, addresses: blocksOf(read.maybe(fronts.cluster.applianceSources, cluster)), why: "It calls nodes from addresses of its own and not from the one by which it is managed." },
    ];
  },
});

/** Load balancers of the customer in front of a Kubernetes API, by the addresses from which they call control planes. */
export const apiBalancerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.api-balancers",
  title: "Load balancer in front of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    if (read.rule(passesOnToApi, cluster) !== "asked") return read.notApplicable("No load balancer of yours stands in front of this Kubernetes API.");
    const name = clusterName(read, cluster);
    return [
      {
        id: ends.apiBalancer(cluster),
        title: `Load balancer in front of the Kubernetes API of ${name}`,
        kind: "load-balancer",
        cluster,
        place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)),
        addresses: blocksOf(read.maybe(fronts.cluster.apiBalancerSources, cluster)),
        from: read.cell,
        why: `It probes the control planes of ${name} and passes calls on to them.`,
      },
    ];
  },
});

/** What leads on to node ports, by the addresses from which it calls the nodes. */
export const nodeFrontEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.node-fronts",
  title: "Front of the node ports towards the nodes",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const front = read.rule(nodeFront, cluster);
    if (!leadsOn(front)) return read.notApplicable("Nothing but a node stands in front of the node ports.");
    const name = clusterName(read, cluster);
    return [
      {
        id: ends.nodeFront(cluster),
        title: `Front of the node ports of ${name}`,
        kind: "load-balancer",
        cluster,
        place: shownPlace(read, read.maybe(infrastructure.cluster.place, cluster)),
        addresses: blocksOf(front.sources),
        from: read.cell,
        why: `What people dial at ${name} is led on from there to its nodes.`,
      },
    ];
  },
});

/** Each block of an answer, or its hole. */
const blocksOf = (answer: Value<readonly string[]>): readonly Value<string>[] => (answer.kind === "known" ? answer.value.map(known) : [answer]);

/** The three faces of KubeLB: its Kubernetes API, its nodes and the addresses that it holds. */
export const hubEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.kubelb",
  title: "Management cluster of KubeLB",
  per: "plan",
  sources: ["kubelb.architecture", "kubelb.requirements"],
  derive: (read) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    const place = shownPlace(read, read.maybe(kubelbHub.plan.kubelbPlace));
    const row = { kind: "load-balancer" as const, place, from: read.cell };
    return [
      { ...row, id: ends.hubApi, title: "Kubernetes API of KubeLB", addresses: [read.maybe(kubelbHub.plan.kubelbApi)], why: "Connectors of all tenants sign in there." },
      { ...row, id: ends.hubNodes, title: "Nodes of KubeLB", addresses: [read.maybe(kubelbHub.plan.kubelbNodes)], why: "The proxies of all tenants run on them, so the firewall opens for their whole network." },
      { ...row, id: ends.hubFront, title: "Virtual addresses of KubeLB", addresses: [read.maybe(kubelbHub.plan.kubelbBlock)], why: "Each Service of a tenant answers at an address of this block." },
    ];
  },
});
