import type { Release } from "./release.ts";

export const release228: Release = {
  id: "2.28",
  latestPatch: "2.28.13",
  upgradesFrom: undefined,
  kubernetes: { oldest: "1.30", newest: "1.33", default: "1.33" },
  entry: {
    title: "NGINX Ingress",
    service: { namespace: "nginx-ingress-controller", name: "nginx-ingress-controller" },
    images: ["registry.k8s.io/ingress-nginx"],
    suppliedCertificate: "per-host",
    seedGatewayByHand: false,
    secrets: [
      { serves: "dashboard", namespace: "kubermatic", name: "kubermatic-tls" },
      { serves: "dashboard", namespace: "dex", name: "dex-tls" },
      { serves: "interface", namespace: "{namespace}", name: "{interface}-tls" },
    ],
    nodePorts: { http: 32080, https: 32443 },
    localTraffic: false,
    dualStack: [
      { field: "nginx.controller.service.ipFamilyPolicy", value: "RequireDualStack" },
      { field: "nginx.controller.service.ipFamilies", value: "[IPv4, IPv6]" },
    ],
    issuerValues: [
      { chart: "dex", field: "dex.ingress.annotations: cert-manager.io/cluster-issuer" },
      { chart: "iap", field: "iap.certIssuer.name" },
    ],
    recordSource: "ingress",
    requests: { cpu: 150, memory: 384 },
    sources: ["kkp.code.nginx-values", "kkp.certificates", "kkp.code.iap-ingresses"],
  },
  masterRequests: { cpu: 1670, memory: 1346 },
  systemCharts: "quay.io/kubermatic/helm-charts",
  nodeportProxyImage: "docker.io/envoyproxy/envoy-distroless",
  separateSeedFlag: false,
  mirrorFilters: ["--version-filter"],
  dashboardFlow: { client: "kubermatic", description: "implicit flow in the browser", atIssuer: "public, with the implicit flow switched on", refreshTokens: false },
  redirectUris: [
    { id: "dashboard", client: "kubermatic", uri: "https://{domain}", purpose: "Dashboard", optional: false, login: true },
    { id: "dashboard-projects", client: "kubermatic", uri: "https://{domain}/projects", purpose: "Dashboard after login", optional: false, login: true },
    { id: "kubeconfig", client: "kubermaticIssuer", uri: "https://{domain}/api/v1/kubeconfig", purpose: "OIDC kubeconfig", optional: false },
    { id: "web-terminal", client: "kubermaticIssuer", uri: "https://{domain}/api/v2/kubeconfig/secret", purpose: "Web terminal", optional: false },
    { id: "kubernetes-dashboard", client: "kubermaticIssuer", uri: "https://{domain}/api/v2/dashboard/login", purpose: "Kubernetes dashboard", optional: false },
    { id: "kubelogin-8000", client: "kubermaticIssuer", uri: "http://localhost:8000", purpose: "kubelogin on an engineer's machine", optional: true },
    { id: "kubelogin-18000", client: "kubermaticIssuer", uri: "http://localhost:18000", purpose: "kubelogin on an engineer's machine", optional: true },
  ],
  sources: ["kkp.oidc-2.30", "kkp.code.nginx-values", "kkp.code.example-values"],
};
