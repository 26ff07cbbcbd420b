import type { LoadBalancerKind } from "./load-balancer.ts";

export const cloud = {
  id: "cloud",
  title: "Cloud load balancer",
  help: "The infrastructure creates a load balancer and its address with each Service.",
  recommended: false,
  sources: ["kkp.providers"],
  addressesFrom: "provider",
  poolScope: "none",
  peers: false,
  localTraffic: true,
  flows: [],
} as const satisfies LoadBalancerKind;
