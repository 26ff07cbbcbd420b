import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { proxyRuns, strategiesOf } from "../basics/exposure.ts";
import { clusterName } from "../basics/platform.ts";
import { addressAt } from "./slot-addresses.ts";

const WHY = {
  NodePort: (name: string) => `With NodePort, all user-cluster API servers of ${name} share this address, each on ports of its own.`,
  Tunneling: (name: string) => `With Tunneling, all user-cluster API servers of ${name} share this address on TCP 6443 and 8088.`,
  LoadBalancer: (name: string) => `${name} keeps its nodeport-proxy with LoadBalancer too, although user clusters have addresses of their own.`,
} as const;

/** Virtual address of a Seed's nodeport-proxy; it exists with every expose strategy unless it is switched off. */
export const nodeportProxyAddress = rule<AddressAssignment>({
  id: "addresses.nodeport-proxy",
  title: "Virtual address of the nodeport-proxy",
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
        why: `No nodeport-proxy runs on ${name}, so names of its user clusters lead to its nodes; whoever replaces a node there changes the record as well.`,
      };
    }
    return {
      ...row,
      title: `nodeport-proxy of ${name}`,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...addressAt(read, cluster, "nodeport-proxy"),
      service: { namespace: "kubermatic", name: "nodeport-proxy" },
      why: strategies.map((strategy) => WHY[strategy](name)).join(" "),
    };
  },
});
