import type { LoadBalancerKind } from "./load-balancer.ts";
import { metallb, metallbInstall, metallbMetrics, metallbPool } from "./metallb.ts";

export const metallbL2 = {
  id: "metallb-l2",
  title: "MetalLB in layer 2",
  help: "One node answers for each address; no router change, but the block must lie in the node network.",
  recommended: false,
  sources: ["metallb.l2", "metallb.code.pools"],
  addressesFrom: "pool",
  poolScope: "node-network",
  peers: false,
  localTraffic: true,
  fields: [
    metallbPool,
    { object: "L2Advertisement platform", field: "spec.ipAddressPools", value: "{pools}", why: "A pool that nothing advertises hands out addresses that nobody can reach." },
  ],
  ...metallb,
  install: {
    ...metallbInstall,
    check: "The pool and its L2Advertisement are listed.",
  },
  flows: [
    {
      id: "memberlist",
      between: "nodes",
      protocol: "TCP and UDP",
      ports: "7946",
      reason: "MetalLB speakers agree which node answers for an address",
      silence: "a node of {name} that hears nothing claims every address",
      sources: ["metallb.requirements"],
    },
    metallbMetrics,
  ],
} as const satisfies LoadBalancerKind;
