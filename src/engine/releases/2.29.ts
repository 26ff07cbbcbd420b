import { release228 } from "./2.28.ts";
import { isolationNote } from "./isolation-note.ts";
import { envoyGateway } from "./envoy-gateway.ts";
import { eachBy, type Release } from "./release.ts";

export const release229: Release = {
  ...release228,
  id: "2.29",
  latestPatch: "2.29.10",
  upgradesFrom: "2.28",
  upgradeGuide: "kkp.upgrade-2.29",
  upgradeNotes: [
    isolationNote("2.29.6"),
    { concerns: "mla", text: "Alloy takes the place of promtail as the log shipper: the installer removes promtail, and values below promtail are read no more." },
    { concerns: "private registry", text: "spec.userCluster.systemApplications.helmRepository ends in kubermatic-mirror/helm-charts in place of kubermatic/helm-charts: the charts lie there at quay.io from now on, and mirror-images keeps the path." },
  ],
  systemCharts: "quay.io/kubermatic-mirror/helm-charts",
  nodeportProxyImage: "docker.io/envoyproxy/envoy",
  gatewayEntry: envoyGateway,
  gatewaySwitches: [
    { object: "values", field: "migrateGatewayAPI", value: "true", why: "Each file of values is rendered for the Ingress without it, whatever flag the installer gets." },
    { object: "values", field: "cert-manager.config.enableGatewayAPI", value: "true", why: "cert-manager of this release looks at no Gateway unless told to, and no certificate would be issued.", needs: "issuer" },
    { object: "values", field: "dex.ingress.enabled", value: "false", why: "The chart of Dex would make an Ingress with an empty host beside its route.", needs: "dex" },
    { object: "KubermaticConfiguration", field: "spec.featureGates.HTTPRouteGatewaySync", value: "true", why: "It adds a listener for each interface; the gate is off in this release.", needs: "interfaces" },
  ],
  wayBack: "The way back to NGINX Ingress: migrateGatewayAPI becomes false{dex}, and the installer runs once more without --migrate-gateway-api.",
  gatewayEntryFrom: "2.29.5",
  gatewayAnnotationsFrom: "2.29.6",
  kubernetes: { oldest: "1.31", newest: "1.34", default: "1.33" },
  networkPlugins: {
    canal: { offered: ["3.28", "3.29", "3.30"], default: "3.30" },
    cilium: { offered: ["1.15.16", "1.16.9", "1.17.7", "1.17.16", "1.18.2", "1.18.10"], default: "1.18.10" },
  },
  dashboardServices: [...release228.dashboardServices, "octavia"],
  sourcesOf: {
    ...release228.sourcesOf,
    upgradeGuide: ["kkp.upgrade-2.29"],
    upgradeNotes: ["kkp.upgrade-2.29", "kkp.code.cilium-chart", "kkp.changelog-2.29", "kkp.code.kubevirt-isolation"],
    systemCharts: ["kkp.code.cilium-chart"],
    ...eachBy(["gatewayEntry", "gatewaySwitches", "wayBack"], "kkp.gateway-api"),
    ...eachBy(["latestPatch", "gatewayEntryFrom", "gatewayAnnotationsFrom"], "kkp.changelog-2.29"),
    dashboardServices: ["kkp.code.dashboard-openstack-2.29"],
  },
};
