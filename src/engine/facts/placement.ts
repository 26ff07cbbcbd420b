import { fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const zoneLabel = fact({
  id: "placement.zone-label",
  statement: "Nodes carry their zone in the label topology.kubernetes.io/zone, and KKP keeps pods apart by it.",
  value: "topology.kubernetes.io/zone",
  certainty: "sourced",
  sources: ["kubernetes.labels", "kkp.code.anti-affinity"],
});

export const mlaPlacement = fact({
  id: "placement.mla",
  statement: "Workers of the MLA stacks alone carry the label and the taint dedicated, a name that Kubernetes uses in its own example and for which any other may stand: the taint keeps other pods off, and nodeSelector and tolerations bring those of the stacks there.",
  value: { key: "dedicated", value: "mla", effect: "NoSchedule" },
  certainty: "derived",
  sources: ["kubernetes.taints"],
});

/** Where the charts of the MLA stacks take nodeSelector and tolerations, below these keys. */
export interface PlacedCharts {
  readonly parts: readonly string[];
  /** Parts that the chart's own store brings. */
  readonly store: readonly string[];
  /** Keys that take both as text and not as fields. */
  readonly asText: readonly string[];
}

export const placedCharts = fact<Readonly<Record<"seed-mla" | "usercluster-mla", PlacedCharts>>>({
  id: "placement.charts",
  statement:
    "The charts of both MLA stacks take nodeSelector and tolerations for each part, those of Loki and Cortex below the name of the part, that of Consul as text. Neither stack has one field for all of them.",
  value: {
    "seed-mla": { parts: ["prometheus", "alertmanager", "grafana", "karma", "kube-state-metrics", "blackbox-exporter", "helm-exporter", "loki.singleBinary"], store: [], asText: [] },
    "usercluster-mla": {
      parts: [
        ...["alertmanager", "compactor", "distributor", "ingester", "querier", "query_frontend", "ruler", "store_gateway", "memcached-blocks", "memcached-blocks-index", "memcached-blocks-metadata"].map((part) => `cortex.${part}`),
        ...["compactor", "distributor", "ingester", "querier", "queryFrontend", "ruler", "tableManager", "memcachedChunks", "memcachedFrontend", "memcachedIndexQueries", "memcachedIndexWrites"].map((part) => `loki-distributed.${part}`),
        "grafana",
        "alertmanagerProxy.proxy",
        "alertmanagerProxy.authz",
      ],
      store: ["minio", "lifecycleMgr"],
      asText: ["consul.server"],
    },
  },
  certainty: "derived",
  sources: ["kkp.code.monitoring-values", "kkp.code.loki-values", "kkp.code.mla-values", "cortex.chart", "loki.chart", "alertmanager.chart", "blackbox-exporter.chart", "helm-exporter.chart"],
});

export const placedCaches = fact<Readonly<Record<ReleaseId, readonly string[]>>>({
  id: "placement.caches",
  statement: "Since 2.30, whose chart of Cortex is 3.0.0, a memcached for the query frontend runs too; it takes nodeSelector and tolerations below a name of its own. The chart 2.1.0 of 2.28 and 2.29 runs none.",
  value: { "2.28": [], "2.29": [], "2.30": ["cortex.memcached-frontend"], "2.31": ["cortex.memcached-frontend"] },
  certainty: "derived",
  sources: ["kkp.code.mla-values", "cortex.chart"],
});

export const placedProxies = fact({
  id: "placement.proxies",
  statement: "The chart of the identity-aware proxies takes nodeSelector and tolerations once, for all of them.",
  value: "iap",
  certainty: "sourced",
  sources: ["kkp.code.iap-values"],
});

export const logAgents = fact<Readonly<Record<ReleaseId, string>>>({
  id: "placement.log-agents",
  statement:
    "What ships logs stands on every node and tolerates the taints of control planes alone, unlike the node-exporter, which tolerates every one: promtail in 2.28, Alloy since 2.29, whose tolerations stand below alloy.controller.",
  value: { "2.28": "promtail", "2.29": "alloy.controller", "2.30": "alloy.controller", "2.31": "alloy.controller" },
  certainty: "sourced",
  sources: ["kkp.code.logging-values", "kkp.code.monitoring-values"],
});

export const controlPlaneTaints = fact<readonly string[]>({
  id: "placement.control-plane-taints",
  statement: "The agent that ships logs tolerates node-role.kubernetes.io/master and node-role.kubernetes.io/control-plane, each with NoSchedule.",
  value: ["node-role.kubernetes.io/master", "node-role.kubernetes.io/control-plane"],
  certainty: "sourced",
  sources: ["kkp.code.logging-values"],
});

/** What keeps pods of user clusters apart, and what can be told to insist on it. */
export interface AntiAffinity {
  /** Parts below spec.defaultComponentSettings of a Seed that take both fields. */
  readonly settable: readonly string[];
  readonly fields: readonly string[];
}

export const antiAffinity = fact<Readonly<Record<ReleaseId, AntiAffinity>>>({
  id: "placement.anti-affinity",
  statement:
    "KKP prefers to keep pods of one kind on different nodes and does not insist: members of etcd, API servers and the nodeport-proxy. Over zones it spreads etcd and the nodeport-proxy, since 2.31 the rest too, as soon as some node has the label of a zone. By hostAntiAffinity and zoneAntiAffinity it insists, for etcd in every release and since 2.31 for ten parts more; pods that find no such node are then never scheduled. The fields of the same name below spec.nodeportProxy are published in 2.31, and its operator does not read them.",
  value: {
    "2.28": { settable: ["etcd"], fields: ["hostAntiAffinity", "zoneAntiAffinity"] },
    "2.29": { settable: ["etcd"], fields: ["hostAntiAffinity", "zoneAntiAffinity"] },
    "2.30": { settable: ["etcd"], fields: ["hostAntiAffinity", "zoneAntiAffinity"] },
    "2.31": {
      settable: ["etcd", "apiserver", "controllerManager", "scheduler", "prometheus", "userClusterController", "operatingSystemManager", "coreDNS", "kubeStateMetrics", "machineController", "konnectivityProxy"],
      fields: ["hostAntiAffinity", "zoneAntiAffinity"],
    },
  },
  certainty: "derived",
  sources: ["kkp.code.anti-affinity", "kkp.code.cluster-types", "kkp.code.nodeport-proxy-affinity", "kkp.setup-checklist"],
});

/** All facts about where machines and pods stand, for the register. */
export const placementFacts = [zoneLabel, mlaPlacement, placedCharts, placedCaches, placedProxies, logAgents, controlPlaneTaints, antiAffinity];
