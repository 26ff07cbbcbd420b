import { fact, type Fact } from "./fact.ts";

export const dnsNames = {
  kubernetesApi: fact({
    id: "dns.kubernetes-api-label",
    statement: "This plan proposes the label kube-api for the Kubernetes API of master and Seeds; KubeOne takes any name.",
    value: "kube-api",
    certainty: "planning",
    sources: ["kubeone.infrastructure"],
  }),
  seedMonitoring: fact({
    id: "dns.seed-monitoring-prefix",
    statement: "Host names of a Seed's own monitoring are free, but must differ from those of its user-cluster MLA; this plan puts monitoring- before them.",
    value: "monitoring-",
    certainty: "planning",
    sources: ["kkp.code.mla-example"],
  }),
} as const;

export const dnsLimits = {
  nameLength: fact({
    id: "dns.name-length",
    statement: "A DNS name holds at most 253 characters.",
    value: 253,
    certainty: "standard",
    sources: ["rfc.1035"],
  }),
  clusterIdLength: fact({
    id: "dns.cluster-id-length",
    statement: "KKP generates user-cluster ids of 10 characters: a letter and nine more.",
    value: 10,
    certainty: "sourced",
    sources: ["kkp.code.cluster-id"],
  }),
  ownIdLength: fact({
    id: "dns.own-cluster-id-length",
    statement: "Ids that people choose for user clusters hold at most 36 characters.",
    value: 36,
    certainty: "sourced",
    sources: ["kkp.code.cluster-validation"],
  }),
  connectorLabel: fact({
    id: "dns.connector-label",
    statement: "With Tunneling, workers reach the connector of their control plane as konnectivity-server.<id>.<seed>.<base domain>.",
    value: "konnectivity-server",
    certainty: "sourced",
    sources: ["kkp.code.konnectivity"],
  }),
} as const;

export const externalDnsField = fact({
  id: "dns.external-dns-provider",
  statement: "The chart of external-dns takes the service under provider.name from version 1.14.0 on; versions before take a plain text under provider, which later ones take as well.",
  value: { field: "provider.name", from: "1.14.0", before: "provider" },
  certainty: "sourced",
  sources: ["external-dns.code.chart", "external-dns.chart"],
});

export const dnsFacts: readonly Fact<unknown>[] = [externalDnsField, ...Object.values(dnsNames), ...Object.values(dnsLimits)];
