import { fact } from "../fact.ts";
import type { Requests } from "./requests.ts";

export const seedRequests = fact<Requests>({
  id: "sizing.seed-requests",
  statement:
    "Controller manager and webhook of a Seed request 250 milli-CPU and 164 MiB. One pod is counted for them: a shared master and Seed runs one webhook for both. Its nodeport-proxy, MinIO and what measures its backups are counted apart.",
  value: { cpu: 250, memory: 164, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults"],
});

export const webhookPods = fact({
  id: "sizing.webhook-pods",
  statement: "A Seed apart from the master runs the webhook in a pod of its own.",
  value: 1,
  certainty: "sourced",
  sources: ["kkp.code.configuration-defaults"],
});

export const nodeportProxyRequests = fact<Requests>({
  id: "sizing.nodeport-proxy-requests",
  statement: "The nodeport-proxy of a Seed requests 350 milli-CPU and 224 MiB in 4 pods: three with Envoy and its manager, and one that keeps their Service up to date.",
  value: { cpu: 350, memory: 224, pods: 4 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults", "kkp.code.nodeport-proxy"],
});

export const minioRequests = fact<Requests>({
  id: "sizing.minio-requests",
  statement: "MinIO for backups requests 150 milli-CPU and 64 MiB in one pod, the container that copies it included.",
  value: { cpu: 150, memory: 64, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.minio-values"],
});

export const s3ExporterRequests = fact<Requests>({
  id: "sizing.s3-exporter-requests",
  statement: "The S3 exporter, which measures what lies in the bucket of backups, requests 50 milli-CPU and 24 MiB in one pod.",
  value: { cpu: 50, memory: 24, pods: 1 },
  certainty: "sourced",
  sources: ["kkp.code.s3-exporter-values"],
});

export const masterRequests = fact<Requests>({
  id: "sizing.master-requests",
  statement:
    "The components of the master request 900 milli-CPU and 748 MiB in 7 pods: operator, controller manager and webhook once, API and dashboard twice. Its entry, cert-manager and what else runs there are counted apart.",
  value: { cpu: 900, memory: 748, pods: 7 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults", "kkp.code.charts"],
});

export const certManagerRequests = fact<Requests>({
  id: "sizing.cert-manager-requests",
  statement: "cert-manager requests 210 milli-CPU and 126 MiB in 3 pods: controller, webhook and injector.",
  value: { cpu: 210, memory: 126, pods: 3 },
  certainty: "derived",
  sources: ["kkp.code.cert-manager-values"],
});

export const dexRequests = fact<Requests>({
  id: "sizing.dex-requests",
  statement: "Dex runs in 2 pods on the master, which request 400 milli-CPU and 64 MiB.",
  value: { cpu: 400, memory: 64, pods: 2 },
  certainty: "derived",
  sources: ["kkp.code.dex-values"],
});

export const seedProxyRequests = fact<Requests>({
  id: "sizing.seed-proxy-requests",
  statement: "The master runs one pod for each Seed, through which it reads the monitoring there; it requests 10 milli-CPU and 24 MiB.",
  value: { cpu: 10, memory: 24, pods: 1 },
  certainty: "sourced",
  sources: ["kkp.code.seed-proxy"],
});

export const clusterServicePods = fact({
  id: "sizing.cluster-service-pods",
  statement: "25 pods are kept for storage driver, cluster network, DNS and machine-controller of the cluster itself.",
  value: 25,
  certainty: "planning",
  sources: ["kubernetes.large-clusters"],
});

export const mlaRequests = fact<Requests>({
  id: "sizing.mla-requests",
  statement: "The MLA stack of master or Seed requests 3,173 milli-CPU and 7,088 MiB apart from what runs on every node; 11 pods are counted for it. The documentation names 2 CPU and 4 GB as its minimum, which the charts go beyond.",
  value: { cpu: 3173, memory: 7088, pods: 11 },
  certainty: "derived",
  sources: ["kkp.code.monitoring-values"],
});

export const userClusterMlaRequests = fact<Requests>({
  id: "sizing.user-cluster-mla-requests",
  statement: "The user-cluster MLA stack needs at least 2 vCPU and 14 GB of memory, read as GiB; 40 pods are counted for it, two of them for the identity-aware proxy.",
  value: { cpu: 2000, memory: 14336, pods: 40 },
  certainty: "derived",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
});

export const meteringRequests = fact<Requests>({
  id: "sizing.metering-requests",
  statement: "Metering adds a Prometheus that requests 250 milli-CPU and 512 MiB.",
  value: { cpu: 250, memory: 512, pods: 0 },
  certainty: "sourced",
  sources: ["kkp.code.metering"],
});

export const vpaRequests = fact<Requests>({
  id: "sizing.vpa-requests",
  statement: "The vertical pod autoscaler requests 150 milli-CPU and 768 MiB.",
  value: { cpu: 150, memory: 768, pods: 0 },
  certainty: "sourced",
  sources: ["kkp.code.configuration-defaults"],
});
