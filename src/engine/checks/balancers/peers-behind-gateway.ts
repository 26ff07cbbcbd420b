import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { leaving } from "../../answers/chapters/leaving.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKinds, type LoadBalancerKindId } from "../../load-balancers/registry.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import type { Fix } from "../../plan/plan.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { blockBesideNodes } from "../../rules/addresses/segment-block.ts";
import { hiddenFromPeers } from "../../rules/addresses/distant-peers.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";
import { withoutController } from "../../rules/basics/balancer-kinds.ts";
import { loadBalancerQuestion } from "../../rules/basics/infrastructure.ts";
import { standIn } from "../../rules/basics/leaving.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { continued, listed } from "../../values/sentence.ts";

/** Routers that peer with nodes which something on the way hides from them. */
export const peersBehindGateway = check({
  id: "balancers.peers-behind-gateway",
  title: "BGP peers see the nodes",
  severity: "blocker",
  per: "cluster",
  sources: ["metallb.bgp"],
  examine: (read, cluster, report) => {
    const { peers, place, segment, seen, made } = read.rule(hiddenFromPeers, cluster);
    const [kind, peersPath, seenPath] = [read.path(loadBalancer.cluster.kind, cluster), read.path(loadBalancer.cluster.peers, cluster), read.path(leaving.place.seenAs, place)];
    const pool = read.maybe(loadBalancer.cluster.pool, cluster);
    const [name, routers, one] = [clusterName(read, cluster), listed(peers.map((peer) => peer.name ?? peer.address)), peers.length === 1];
    const block = pool.kind === "known" ? `for ${pool.value} ` : "";
    if (made?.learnsNoRoutes) read.cite(...made.learnsNoRoutes.sources);
    const free = read.outcome(blockBesideNodes, cluster);
    const named = seen.addresses.some((address) => address.kind === "known");
    report({
      title: `${routers} ${one ? "sees" : "see"} none of the nodes of ${name}`,
      message: `Each node of ${name} opens a BGP session to ${routers}, which ${one ? "sees" : "see"} ${standIn(seen)} in place of ${segment}${named ? `: ${continued(seen.by)} puts that there` : ""}. ${seen.as === "gateway" ? "Several nodes come with one address, and routes" : "Routes"} ${block}lead to addresses in ${segment}, so no router can ${seen.as === "gateway" ? "tell their sessions apart or " : ""}follow them.${made?.learnsNoRoutes ? ` ${made.learnsNoRoutes.words}` : ""}`,
      remedy: made ? "Have the nodes answer by layer 2 for a block of their own network, or take the addresses from load balancers of the infrastructure, an appliance or KubeLB." : "Have the node network led to the routers without translation, or take the addresses from something that stands outside.",
      running: "Have the node network led to the routers without translation.",
      fixes: [
        ...(made ? [] : [{ title: `Have ${segment} led to the routers without translation`, set: [{ path: seenPath, value: "own" }] }]),
        ...infrastructureGives(read, cluster, place),
        ...(free.kind === "known" && free.value.free !== undefined ? answeredByNodes(read, cluster, free.value.free) : []),
      ],
      answers: [kind, peersPath, made ? read.path(network.place.nodeNetwork, place) : seenPath],
    });
  },
});

/** Addresses of the infrastructure, where it has load balancers. */
function infrastructureGives(read: Reader, cluster: string, place: string): readonly Fix[] {
  const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const question = loadBalancerQuestion(provider);
  if (!provider.nativeLoadBalancer || withoutController(provider)) return [];
  return [{ title: `Let ${provider.title} give the addresses`, set: [...(question ? [{ path: read.path(question, place), value: true }] : []), { path: read.path(loadBalancer.cluster.kind, cluster), value: "cloud" }] }];
}

/** A block for which the nodes answer in their own network, by a kind that needs the same network plugin. */
function answeredByNodes(read: Reader, cluster: string, free: string): readonly Fix[] {
  const { cni } = balancerOf(read, cluster);
  const kinds: readonly (LoadBalancerKind & { readonly id: LoadBalancerKindId })[] = loadBalancerKinds;
  return kinds
    .filter((kind) => kind.addressesFrom === "pool" && kind.poolScope === "node-network" && kind.cni === cni)
    .map(({ id, title }) => ({ title: `Use ${title} with ${free}`, set: [{ path: read.path(loadBalancer.cluster.kind, cluster), value: id }, { path: read.path(loadBalancer.cluster.pool, cluster), value: free }] }));
}
