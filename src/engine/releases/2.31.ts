import { release230 } from "./2.30.ts";
import { isolationNote } from "./isolation-note.ts";
import { envoyGateway } from "./envoy-gateway.ts";
import { eachBy, type Release } from "./release.ts";

export const release231: Release = {
  ...release230,
  id: "2.31",
  latestPatch: "2.31.0",
  upgradesFrom: "2.30",
  upgradeGuide: "kkp.upgrade-2.31",
  upgradeNotes: [
    { concerns: "every platform", text: "spec.ui.config loses oidc_provider_url, oidc_provider_scope, oidc_provider_client_id and oidc_connector_id, which are read no more." },
    isolationNote("2.30.1"),
    { concerns: "every platform", text: "Prometheus of user clusters needs less memory: where componentsOverride raises what it asks for, its pods keep all of that, so look afterwards at what they use and lower it." },
    { concerns: "mla", text: "In values of Loki for master and Seeds, loki.loki.schemaConfig.configs repeats both entries of the chart, and from of the one with store tsdb becomes the day after the upgrade, which it keeps at later upgrades: by the chart's own 2026-05-13, Loki would look for everything since that day in an index that the one before never wrote, and show none of it." },
    { concerns: "mla", text: "Own alert rules and dashboards of a Seed name the job kubelet in place of nodes, and for some metrics the label pod in place of instance." },
    { concerns: "gateway", text: "Own objects EnvoyProxy and SecurityPolicy are read by a newer Envoy Gateway: samplingFraction samples a hundred times as often, and a timeout of 0s in a SecurityPolicy means no end." },
  ],
  kubernetes: { oldest: "1.33", newest: "1.36", default: "1.35" },
  networkPlugins: {
    ...release230.networkPlugins,
    cilium: { offered: ["1.17.16", "1.18.10", "1.19.4"], default: "1.19.4" },
  },
  chartHosts: [...release230.chartHosts, { host: "grafana-community.github.io", purpose: "Chart of Grafana" }],
  entry: envoyGateway,
  gatewayEntry: undefined,
  gatewayAnnotationsFrom: undefined,
  gatewaySwitches: [],
  ownGatewayFrom: "2.31.0",
  wayBack: "A run that fails leaves the release before: its installer with the files of before, which Git has, brings the platform back. Once a run is through there is no way back to NGINX Ingress, so what fails at the new entry is mended there.",
  cleansFormer: true,
  severalIssuers: true,
  solvesPrivateZones: true,
  dashboardServices: [...release230.dashboardServices, "glance"],
  dashboardFlow: { client: "kubermaticIssuer", description: "authorization code flow with PKCE, driven by the API", atIssuer: "confidential, with the standard flow, PKCE S256 and the scope offline_access, and without the implicit flow", refreshTokens: true },
  redirectUris: [
    { id: "auth-callback", client: "kubermaticIssuer", uri: "https://{domain}/api/v2/auth/callback", purpose: "Dashboard", optional: false, login: true },
    ...release230.redirectUris.filter(({ client }) => client !== "kubermatic"),
  ],
  sourcesOf: {
    ...release230.sourcesOf,
    upgradeGuide: ["kkp.upgrade-2.31"],
    upgradeNotes: ["kkp.upgrade-2.31", "kkp.changelog-2.31", "kkp.code.loki-values", "kkp.code.kubevirt-isolation"],
    ...eachBy(["latestPatch", "gatewayAnnotationsFrom"], "kkp.changelog-2.31"),
    ...eachBy(["ownGatewayFrom", "wayBack"], "kkp.gateway-api"),
    cleansFormer: ["kkp.code.installer"],
    solvesPrivateZones: ["kkp.code.cert-manager-chart", "cert-manager.code.azuredns"],
    severalIssuers: ["kkp.code.authentication-configuration"],
    dashboardServices: ["kkp.code.dashboard-openstack"],
  },
};
