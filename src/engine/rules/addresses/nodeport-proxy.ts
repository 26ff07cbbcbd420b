import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { AddressAssignment } from "../../plan/plan.ts";
import { clusterName, exposeStrategy } from "../basics/platform.ts";
import { addressAt, positionOf } from "./slots.ts";

const WHY = {
  NodePort: (name: string) => `With NodePort, all user-cluster API servers of ${name} share this address, each on ports of its own.`,
  Tunneling: (name: string) => `With Tunneling, all user-cluster API servers of ${name} share this address on TCP 6443 and 8088.`,
  LoadBalancer: (name: string) => `${name} keeps its nodeport-proxy with LoadBalancer too, although user clusters have addresses of their own.`,
} as const;

/** Virtual address of a Seed's nodeport-proxy; it exists with every expose strategy. */
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
    return {
      id: `address.nodeport-proxy[${cluster}]`,
      purpose: "nodeport-proxy",
      title: `nodeport-proxy of ${name}`,
      cluster,
      place: read.answer(infrastructure.cluster.place, cluster),
      ...addressAt(read, cluster, positionOf(read, "nodeport-proxy", cluster)),
      count: 1,
      service: { namespace: "kubermatic", name: "nodeport-proxy" },
      from: read.cell,
      why: WHY[read.rule(exposeStrategy)](name),
    };
  },
});
