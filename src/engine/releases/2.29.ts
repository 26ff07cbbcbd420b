import { release228 } from "./2.28.ts";
import { envoyGateway } from "./envoy-gateway.ts";
import type { Release } from "./release.ts";

export const release229: Release = {
  ...release228,
  id: "2.29",
  latestPatch: "2.29.10",
  upgradesFrom: "2.28",
  systemCharts: "quay.io/kubermatic-mirror/helm-charts",
  nodeportProxyImage: "docker.io/envoyproxy/envoy",
  gatewayEntry: envoyGateway,
  gatewayEntryFrom: "2.29.5",
  kubernetes: { oldest: "1.31", newest: "1.34", default: "1.33" },
};
