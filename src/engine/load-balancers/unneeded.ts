import type { LoadBalancerKind } from "./load-balancer.ts";

/** Stands in for a kind where no Service of a cluster asks for an address, so that nobody is asked for one. */
export const unneeded: LoadBalancerKind = {
  id: "unneeded",
  title: "No load balancer",
  help: "No Service of the cluster asks for an address.",
  recommended: false,
  sources: [],
  addressesFrom: "nobody",
  poolScope: "none",
  peers: false,
  localTraffic: false,
  flows: [],
};
