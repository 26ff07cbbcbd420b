import { release229 } from "./2.29.ts";
import { isolationNote } from "./isolation-note.ts";
import { eachBy, type Release } from "./release.ts";

export const release230: Release = {
  ...release229,
  id: "2.30",
  latestPatch: "2.30.6",
  upgradesFrom: "2.29",
  upgradeGuide: "kkp.upgrade-2.30",
  upgradeNotes: [
    isolationNote("2.29.6"),
    { concerns: "proxies", text: "skip_auth_routes of an identity-aware proxy match paths alone, queries no more; an Alpha Config of oauth2-proxy is read more strictly." },
    { concerns: "user-cluster-mla", text: "A startup probe of the compactor of Cortex leaves the values of the user-cluster MLA: the new chart knows none." },
    { concerns: "audit", text: "spec.auditLogging of a Seed reaches only user clusters of datacenters with spec.enforceAuditLogging: without it new ones have no audit log, and with it a controller switches it on in those that run as well." },
    { concerns: "every platform", text: "The addon cluster-autoscaler is gone: where user clusters use it, the application of the catalogue takes its place, and one that is there is installed again." },
  ],
  gatewayEntryFrom: undefined,
  gatewayAnnotationsFrom: "2.30.1",
  suppliedThroughGateway: true,
  ownGatewayFrom: "2.30.4",
  kubernetes: { oldest: "1.32", newest: "1.35", default: "1.34" },
  networkPlugins: {
    canal: { offered: ["3.29", "3.30", "3.31"], default: "3.31" },
    cilium: { offered: ["1.15.16", "1.16.9", "1.17.7", "1.17.12", "1.17.16", "1.18.2", "1.18.6", "1.18.10"], default: "1.18.10" },
  },
  catalogCharts: { ...release229.catalogCharts, apart: release229.catalogCharts.apart.map((row) => ({ ...row, versions: [...row.versions, "v1.7.1"] })) },
  chartHosts: [...release229.chartHosts, { host: "cortexproject.github.io", purpose: "Chart of Cortex" }],
  separateSeedFlag: true,
  severalValues: true,
  uncheckedCharts: true,
  auditByDatacenter: true,
  providerFilter: "--provider-filter",
  sourcesOf: {
    ...release229.sourcesOf,
    upgradeGuide: ["kkp.upgrade-2.30"],
    upgradeNotes: ["kkp.upgrade-2.30", "kkp.code.cluster-defaults", "kkp.changelog-2.29", "kkp.code.kubevirt-isolation"],
    providerFilter: ["kkp.code.mirror-images"],
    uncheckedCharts: ["kkp.code.system-charts"],
    auditByDatacenter: ["kkp.code.cluster-defaults"],
    ...eachBy(["latestPatch", "ownGatewayFrom", "suppliedThroughGateway", "gatewayAnnotationsFrom"], "kkp.changelog-2.30"),
  },
};
