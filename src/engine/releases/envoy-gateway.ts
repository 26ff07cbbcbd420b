import { insidePorts } from "../facts/ports.ts";
import { eachBy, type ReleaseEntry } from "./release.ts";

/** The entry by Gateway API: an option since 2.29, the only one in 2.31. */
export const envoyGateway: ReleaseEntry = {
  title: "Envoy Gateway",
  service: { namespace: "envoy-gateway-controller", name: "envoy-kubermatic-kubermatic-<suffix>" },
  webhook: { port: insidePorts.envoyGatewayWebhook, why: "It tells each pod of Envoy in {cluster} its zone as the pod gets its node; where the API server cannot ask it, each of them waits for the timeout and starts without." },
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
  dualStack: [{ field: "envoyProxy.ipFamily", value: "DualStack" }],
  mostHosts: 62,
  routes: true,
  solver: { field: "http01.gatewayHTTPRoute.parentRefs", value: "kind Gateway, name kubermatic, namespace kubermatic" },
  annotations: { master: { object: "KubermaticConfiguration", field: "spec.ingress.gateway.infrastructureAnnotations" }, seed: "envoyProxy.service.annotations" },
  onNodePorts: [
    { field: "envoyProxy.service.type", value: "NodePort", why: "Nothing gives its Service an address, so the installer would wait ten minutes for one and fail." },
    { field: "envoyProxy.service.patch", value: "port 80: nodePort {http}, targetPort 10080; port 443: nodePort {https}, targetPort 10443", why: "The list of ports is replaced as a whole, so both stand in it; without a patch Kubernetes draws node ports at random." },
  ],
  anyNode: { field: "envoyProxy.service.externalTrafficPolicy", value: "Cluster" },
  dexHosts: [],
  issuerValues: [],
  recordSource: "gateway-httproute",
  shownOnNodePorts: "the addresses of nodes",
  requests: { cpu: 280, memory: 736, pods: 4 },
  sources: ["kkp.gateway-api"],
  sourcesOf: {
    ...eachBy(["service", "images", "nodePorts", "localTraffic", "onNodePorts", "anyNode", "dualStack", "requests"], "kkp.code.envoy-values"),
    ...eachBy(["gateway", "routes", "suppliedCertificate", "suppliedFields", "seedGatewayByHand", "solver", "dexHosts", "issuerValues"], "kkp.gateway-api"),
    ...eachBy(["mostHosts", "secrets"], "kkp.code.gateway-sync"),
    annotations: ["kkp.gateway-api", "kkp.code.envoy-values"],
    recordSource: ["external-dns.flags"],
    shownOnNodePorts: ["envoy-gateway.code.status"],
    webhook: ["envoy-gateway.code.injector"],
  },
};
