import type { PlatformEntry } from "./release.ts";

/** The entry by Gateway API: an option since 2.29, the only one in 2.31. */
export const envoyGateway: PlatformEntry = {
  title: "Envoy Gateway",
  service: { namespace: "envoy-gateway-controller", name: "envoy-kubermatic-kubermatic-<suffix>" },
  images: ["docker.io/envoyproxy/gateway", "docker.io/envoyproxy/envoy"],
  suppliedCertificate: "single",
  gateway: { namespace: "kubermatic", name: "kubermatic" },
  suppliedFields: [],
  seedGatewayByHand: true,
  secrets: [
    { serves: "dashboard", namespace: "kubermatic", name: "kubermatic-tls" },
    { serves: "interface", namespace: "kubermatic", name: "{namespace}-{interface}-iap" },
  ],
  nodePorts: { http: 30080, https: 30443 },
  localTraffic: true,
  mostHosts: 62,
  issuerValues: [],
  recordSource: "gateway-httproute",
  requests: { cpu: 280, memory: 736 },
  sources: ["kkp.gateway-api", "kkp.code.envoy-values", "kkp.code.gateway-sync"],
};
