import { fact, type Fact } from "./fact.ts";

export const productRetention = fact({
  id: "monitoring.retention",
  statement: "The MLA of master and Seeds keeps metrics for 15 days on 100 GiB and logs for 30 days on 15 GiB.",
  value: { metrics: 15, logs: 30 },
  certainty: "sourced",
  sources: ["kkp.code.monitoring-values", "kkp.code.loki-values"],
});

export const expectedLoad = fact({
  id: "monitoring.expected-load",
  statement: "Planned where nothing is stated: 50,000 series for a user cluster of ten nodes, a sample every 15 seconds, 1 GiB of logs a day, kept for 7 days.",
  value: { series: 50000, scrapeInterval: 15, logs: 1, days: 7 },
  certainty: "unconfirmed",
  sources: ["cortex.capacity", "kkp.mla-user-cluster"],
});

export const cortexCapacity = fact({
  id: "monitoring.cortex-capacity",
  statement:
    "Cortex needs 15 GB of ingester memory for each million of active series, times three replicas; one core of its distributors takes 20,000 to 100,000 samples a second; a million series fill at most 15 GB of chunks and 4 GB of index a day.",
  value: { ingesterGiB: 15, replicas: 3, samplesPerCore: 20000, storageGiB: 19 },
  certainty: "derived",
  sources: ["cortex.capacity"],
});

export const cortexReplicas = fact({
  id: "monitoring.cortex-replicas",
  statement: "The charts run 3 ingesters and 2 distributors of Cortex and ask for no memory and no CPU for them; the documentation names replicas and volume of the ingesters as what a larger load changes first.",
  value: { ingester: 3, distributor: 2 },
  certainty: "sourced",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
});

export const ingesterVolume = fact({
  id: "monitoring.ingester-volume",
  statement: "The charts let an ingester of Cortex keep what it has sent to the store for 365 minutes; that share of a day's storage is planned twice, for its write-ahead log, and never less than the 10 GiB of the charts.",
  value: { title: "Cortex ingesters", minutes: 365, times: 2 },
  certainty: "planning",
  sources: ["kkp.code.mla-values", "cortex.capacity"],
});

export const bucketExpiry = fact({
  id: "monitoring.bucket-expiry",
  statement: "Objects of the user-cluster MLA expire one day after the retention; the query look-back that the documentation names is not set in the charts, so only this expiry acts.",
  value: 1,
  certainty: "derived",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
});

/** An alert that leads somebody to scale the control plane of a user cluster. */
export interface ScalingAlert {
  readonly id: string;
  readonly title: string;
  /** What fires it. */
  readonly when: string;
  /** What happens to the user cluster if nobody acts. */
  readonly because: string;
  /** What to change then. */
  readonly change: string;
  /** Whether an installed rule fires it; otherwise the panel must be watched. */
  readonly installed: boolean;
}

export const scalingAlerts = fact<readonly ScalingAlert[]>({
  id: "monitoring.scaling-alerts",
  statement: "etcd's size, its prediction and its write latencies tell when the control plane of a user cluster has to grow; componentsOverride of the Cluster changes it. A volume is planned for twice the quota and 1 GiB, for its log, a snapshot and a copy during defragmentation.",
  value: [
    { id: "etcd-quota", title: "etcd database nearly full", when: "The database fills more than 95 % of its quota", because: "etcd takes no more writes once its quota is full, so nothing in the user cluster can be changed.", change: "Look for objects that nobody needs; raise etcd.quotaBackendGb, at most to 8, only where the volume holds twice the quota and 1 GiB: 5 GiB hold the 2 of the default, 10 GiB 4, 20 GiB 8", installed: true },
    { id: "etcd-growth", title: "etcd database grows too fast", when: "At the pace of the last 4 hours the database outgrows its quota", because: "At that pace the quota is full within hours, and etcd takes no more writes.", change: "Find what writes so much before the quota is raised", installed: true },
    { id: "etcd-fsync", title: "etcd waits for its disk", when: "More than 1 % of WAL syncs take longer than 10 ms", because: "A member that waits for its disk misses heartbeats, and etcd elects leaders instead of answering.", change: "Give the storage behind its class faster disks, or split MLA and etcd; componentsOverride.etcd.storageClass counts for user clusters that are made afterwards, since KKP leaves the class of volumes as it is", installed: false },
    { id: "etcd-commit", title: "etcd commits slowly", when: "More than 1 % of backend commits take longer than 25 ms", because: "Every change in the user cluster waits for the commit.", change: "Give etcd more memory and CPU, and measure the disk again", installed: false },
    { id: "api-server", title: "API server at its limit", when: "Memory or CPU of the API server stays near its limit of 4 GiB and 2 CPU", because: "Beyond its memory limit the API server is killed, beyond its CPU limit it is slowed down.", change: "Three replicas, and larger limits with the requests, by componentsOverride.apiserver; larger requests alone leave the limit where it is", installed: false },
  ],
  certainty: "derived",
  sources: ["kkp.code.scaling-rules", "kkp.scaling", "kkp.code.etcd", "kkp.code.resources", "etcd.faq"],
});

export const minimumServes = fact({
  id: "monitoring.minimum-serves",
  statement: "The documented minimum of the user-cluster MLA is for several user clusters; this plan speaks up beyond 30 on a Seed.",
  value: 30,
  certainty: "planning",
  sources: ["kkp.mla-user-cluster"],
});

export const heavyLoad = fact({
  id: "monitoring.heavy-load",
  statement: "From 100,000 samples a second on, metrics are planned apart from etcd, and from 500 GiB on in S3 outside.",
  value: { samples: 100000, minio: 500 },
  certainty: "planning",
  sources: ["kkp.setup-checklist", "cortex.capacity"],
});

export const monitoringLoadFacts: readonly Fact<unknown>[] = [minimumServes, heavyLoad, productRetention, expectedLoad, cortexCapacity, cortexReplicas, ingesterVolume, bucketExpiry, scalingAlerts];
