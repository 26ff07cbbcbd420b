import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { clusterName, runsAlready } from "../basics/platform.ts";
import { dialledThere } from "./front-sources.ts";
import { addressAt } from "./slot-addresses.ts";
import { balancerOf } from "../basics/balancer.ts";

const WHY = {
  NodePort: (name: string) => `With NodePort, all user-cluster API servers of ${name} share this address, each on ports of its own.`,
  Tunneling: (name: string) => `With Tunneling, all user-cluster API servers of ${name} share this address on TCP 6443 and 8088.`,
  LoadBalancer: (name: string) => `${name} keeps its nodeport-proxy with LoadBalancer too, although user clusters have addresses of their own: one address each, and this one on top.`,
} as const;

/** Where names of user clusters lead without it. */
const LED = {
  nodes: "to its nodes; whoever replaces a node there changes the record as well",
  front: "to what stands in front of its nodes; whoever replaces a node changes what is led on to as well",
  unknown: "to where people reach ports of its nodes; whether a node stands there or something in front of them is open",
} as const;

/** Whether the nodeport-proxy draws any address of the block: Services get none without an annotation, and its annotations reach those of user clusters too. */
export function drawsAny(read: Reader, cluster: string): boolean {
  const kind = balancerOf(read, cluster);
  return kind.label !== undefined && read.rule(strategiesOf, cluster).includes("LoadBalancer");
}

/** Virtual address of a Seed's nodeport-proxy; it exists with every expose strategy unless it is switched off. */
export const nodeportProxyAddress = rule<AddressAssignment>({
  id: "addresses.nodeport-proxy",
  title: "Address of the nodeport-proxy, or of node ports in its place",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.expose-strategies"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") {
      return read.notApplicable(`${name} runs no control planes of user clusters, so it has no nodeport-proxy.`);
    }
    const strategies = read.rule(strategiesOf, cluster);
    const row = { id: `address.nodeport-proxy[${cluster}]`, purpose: "nodeport-proxy", cluster, count: 1, from: read.cell } as const;
    if (!read.rule(proxyRuns, cluster)) {
      if (strategies.every((strategy) => strategy === "LoadBalancer")) return read.notApplicable(`The nodeport-proxy of ${name} is switched off, and every user cluster has an address of its own.`);
      return {
        ...row,
        title: `Node ports of ${name}`,
        place: read.answer(infrastructure.cluster.place, cluster),
        address: read.maybe(fronts.cluster.nodeFront, cluster),
        why: `No nodeport-proxy runs on ${name}, so names of its user clusters lead ${LED[dialledThere(read, cluster)]}.`,
      };
    }
    const held = addressAt(read, cluster, "nodeport-proxy");
    const draws = drawsAny(read, cluster);
    const runs = draws && runsAlready(read);
    const drawn = held.address.kind === "known" && draws && !runs;
    const { title } = balancerOf(read, cluster);
    return {
      ...row,
      title: `nodeport-proxy of ${name}`,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...held,
      ...(drawn ? { address: { kind: "later", who: `${title} from ${read.answer(loadBalancer.cluster.pool, cluster)}` } as const } : {}),
      service: { namespace: "kubermatic", name: "nodeport-proxy" },
      why: [...strategies.map((strategy) => WHY[strategy](name)), ...(drawn ? [`${title} gives it any free one: an annotation that asked for a certain address would be copied to the Service of every user cluster.`] : []), ...(runs ? ["Its Service keeps what it was given once, and nothing asks for it: an annotation that did would be copied to the Service of every user cluster."] : [])].join(" "),
    };
  },
});
