import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const mountedRoot = fact({
  id: "trust.mounted-root",
  statement: "A program in Go trusts the bundle of its image and, beside it, each file in the folder /etc/ssl/certs, so that a root that is mounted there needs no field of the program.",
  value: { folder: "/etc/ssl/certs" },
  certainty: "sourced",
  sources: ["go.code.roots"],
});

export const storeRootFile = fact({
  id: "trust.store-root",
  statement: "The S3 exporter trusts cabundle.pem of the ConfigMap that its values name, in its own namespace kube-system, in place of the roots of its image; pods of Cortex, Loki and rclone take a root from a ConfigMap of their own namespaces, mla and minio.",
  value: { file: "store-root.crt", configMap: "store-root", key: "ca.crt", exporterField: "s3Exporter.caBundleConfigMap", exporterKey: "cabundle.pem" },
  certainty: "sourced",
  sources: ["kkp.code.s3-exporter-values", "kkp.code.s3-exporter-deployment"],
});

export const bundleReaders = fact({
  id: "trust.bundle-readers",
  statement: "Jobs that write and delete etcd backups check the store against KKP's CA bundle, and so do the Jobs that write reports of metering and the API that lists them. KKP copies the bundle to each Seed as ca-bundle, while the Jobs of metering mount a ConfigMap of the name in spec.caBundle there, which nobody makes on a Seed apart from the master.",
  value: { etcd: "etcd backups", metering: "reports of metering", key: "ca-bundle.pem", namespace: "kubermatic", copied: "ca-bundle" },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults", "kkp.code.metering-jobs", "kkp.code.metering-reconciler", "kkp.code.seed-bundle", "kkp.code.report-list"],
});

export const veleroRoot = fact({
  id: "trust.velero",
  statement: "Velero trusts a root that a backup location holds in caCert, in Base64, in place of those of its image; no ConfigMap enters.",
  value: { field: "configuration.backupStorageLocation[].caCert" },
  certainty: "sourced",
  sources: ["velero.chart-values"],
});

export const kubeoneRoot = fact({
  id: "trust.kubeone",
  statement: "KubeOne hands the file of certificateAuthority.file as the only bundle to the pods of its cloud addons, of machine-controller and operating-system-manager, and of the addon backups-restic; a path that is not absolute begins beside kubeone.yaml. Its release 1.10 does not know the field.",
  value: { field: "certificateAuthority.file", file: "ca-bundle.pem", lacking: ["1.10"] },
  certainty: "sourced",
  sources: ["kubeone.types", "kubeone.types-1.10", "kubeone.code.ca-bundle", "kubeone.code.addon-bundle"],
});

export const cortexLists = fact<Readonly<Record<ReleaseId, string>>>({
  id: "trust.cortex-lists",
  statement: "Up to KKP 2.29 all parts of Cortex mount the ConfigMap cortex-runtime-config as /etc/cortex-runtime-cfg by their lists extraVolumes and extraVolumeMounts; in all releases the Alertmanager of Cortex mounts its volume storage as /tmp. Helm replaces lists as a whole.",
  value: {
    "2.28": "cortex-runtime-config of the chart in both lists of each part, and /tmp in that of alertmanager",
    "2.29": "cortex-runtime-config of the chart in both lists of each part, and /tmp in that of alertmanager",
    "2.30": "/tmp in the list of alertmanager",
    "2.31": "/tmp in the list of alertmanager",
  },
  certainty: "sourced",
  sources: ["kkp.code.mla-values"],
});

export const alertRoot = fact({
  id: "trust.alertmanager",
  statement: "The chart of Alertmanager mounts Secrets of its namespace monitoring by the list extraSecretMounts, which KKP leaves empty; its other lists of volumes hold templates of KKP and would be replaced.",
  value: { field: "alertmanager.extraSecretMounts", namespace: "monitoring", secret: "alert-root", key: "ca.crt", file: "alert-root.crt" },
  certainty: "sourced",
  sources: ["alertmanager.chart", "kkp.code.alertmanager-values"],
});

export const apiRootFile = fact({
  id: "trust.api-root",
  statement: "On Linux a program in Go, such as Terraform and its providers, trusts the file that SSL_CERT_FILE names in place of the bundle of the system.",
  value: { file: "api-root.crt", volumeFile: "volume-api-root.crt", variable: "SSL_CERT_FILE" },
  certainty: "sourced",
  sources: ["go.code.root-variables"],
});

export const storeRootFacts: readonly Fact<unknown>[] = [apiRootFile, mountedRoot, storeRootFile, bundleReaders, veleroRoot, kubeoneRoot, cortexLists, alertRoot];
