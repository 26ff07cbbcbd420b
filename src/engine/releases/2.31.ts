import { release230 } from "./2.30.ts";
import type { Release } from "./release.ts";

export const release231: Release = {
  ...release230,
  id: "2.31",
  latestPatch: "2.31.0",
  upgradesFrom: "2.30",
  kubernetes: { oldest: "1.33", newest: "1.36", default: "1.35" },
  entry: {
    title: "Envoy Gateway",
    service: { namespace: "envoy-gateway-controller", name: "envoy-kubermatic-kubermatic-<suffix>" },
    images: ["docker.io/envoyproxy/gateway", "docker.io/envoyproxy/envoy"],
    suppliedCertificate: "single",
    seedGatewayByHand: true,
    secrets: [
      { serves: "dashboard", namespace: "kubermatic", name: "kubermatic-tls" },
      { serves: "interface", namespace: "kubermatic", name: "{namespace}-{interface}-iap" },
    ],
    requests: { cpu: 280, memory: 736 },
    sources: ["kkp.gateway-api", "kkp.code.envoy-values", "kkp.code.gateway-sync"],
  },
  masterRequests: { cpu: 1800, memory: 1698 },
  dashboardFlow: { client: "kubermaticIssuer", description: "authorization code flow with PKCE, driven by the API", atIssuer: "confidential, with the standard flow, PKCE S256 and the scope offline_access, and without the implicit flow", refreshTokens: true },
  redirectUris: [
    { id: "auth-callback", client: "kubermaticIssuer", uri: "https://{domain}/api/v2/auth/callback", purpose: "Dashboard", optional: false, login: true },
    ...release230.redirectUris.filter(({ client }) => client !== "kubermatic"),
  ],
  sources: ["kkp.oidc", "kkp.changelog-2.31", "kkp.upgrade-2.31"],
};
