import { expect, test } from "vitest";
import { cellOf, changed, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { storeRootFields } from "./store-root.ts";

const S3: Changes = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.bank.example" };
const MLA: Changes = { "monitoring.userClusterMla": true, "monitoring.objectStore": "s3", "monitoring.objectStoreAddress": "s3.bank.example", "monitoring.objectStoreRegion": "us-east-1" };
const FURTHER: Changes = { "storage.further": ["velero", "platform-etcd", "mirror"], "storage.store": "s3.bank.example", "storage.storeRegion": "us-east-1", "storage.furtherBucket": "kkp" };
const PRIVATE: Changes = { "storage.storeRoot": "private" };

const fields = (changes: Changes) => referencePlan(changes).settings.filter(({ id }) => /[-.](store-)?root/.test(id) && !id.includes("ldap")).map(({ object, field, value }) => `${object} ${field}: ${value.kind === "known" ? value.value : value.kind}`);
const step = (changes: Changes, id: string) => referencePlan(changes).runbook.find((one) => one.id === id);

test("etcd backups are checked against KKP's bundle, and the exporter against a ConfigMap of its own", () => {
  expect(fields({ ...S3, ...PRIVATE })).toEqual([
    "ConfigMap kubermatic/platform-ca-bundle data: ca-bundle.pem: private root and public roots",
    "KubermaticConfiguration spec.caBundle: kind ConfigMap, name platform-ca-bundle",
    "seed/values-seed.yaml s3Exporter.caBundleConfigMap: store-root",
  ]);
  expect(step({ ...S3, ...PRIVATE }, "step.private-root")).toMatchObject({ title: "Give KKP the root of the object stores" });
  expect(step({ ...S3, ...PRIVATE }, "step.private-root")?.commands[0]).toBe('cat "$KUBERMATIC_CHARTS_DIRECTORY"/kubermatic-operator/static/ca-bundle.pem store-root.crt > ca-bundle.pem');
  expect(step({ ...S3, ...PRIVATE }, "step.store-root[seed]")?.commands.slice(1)).toEqual([
    "kubectl create namespace kube-system --dry-run=client -o yaml | kubectl apply -f -",
    "kubectl -n kube-system create configmap store-root --from-file=cabundle.pem=store-root.crt --dry-run=client -o yaml | kubectl apply -f -",
    "curl -sSI --cacert store-root.crt https://s3.bank.example | head -n 1",
  ]);
});

test("a private root of the platform stands beside that of the stores", () => {
  expect(step({ ...S3, ...PRIVATE, "certificates.rootTrust": "private" }, "step.private-root")?.commands[0]).toMatch(/ca-bundle\.pem ca\.crt store-root\.crt > ca-bundle\.pem$/);
});

test("each part of further backups takes the root in its own way", () => {
  expect(fields({ ...FURTHER, ...PRIVATE })).toEqual([
    "seed/values-velero.yaml velero.configuration.backupStorageLocation[].caCert: store-root.crt in Base64, as one line",
    "kubeone.yaml of seed certificateAuthority.file: ca-bundle.pem, public roots and the root of the store",
    "seed/minio-mirror.yaml volumes and volumeMounts: ca.crt of the ConfigMap store-root as /etc/ssl/certs/store-root.crt",
  ]);
  expect(step({ ...FURTHER, ...PRIVATE }, "step.kubeone[seed]")?.commands).toContain('cat "$KUBERMATIC_CHARTS_DIRECTORY"/kubermatic-operator/static/ca-bundle.pem store-root.crt > seed/ca-bundle.pem');
  expect(step({ ...FURTHER, ...PRIVATE }, "step.store-root[seed]")?.commands).toContain("kubectl -n minio create configmap store-root --from-file=ca.crt=store-root.crt --dry-run=client -o yaml | kubectl apply -f -");
});

test.each([["2.28", "cortex-runtime-config of the chart in both lists of each part, and /tmp in that of alertmanager"], ["2.31", "/tmp in the list of alertmanager"]] as const)("in KKP %s the lists of Cortex keep %s", (release, kept) => {
  const { settings, runbook } = referencePlan({ ...MLA, ...PRIVATE, "project.release": release, "project.upgradeFrom": "none" });
  expect(settings.find(({ id }) => id === "setting.monitoring.store-root-cortex[seed]")?.why).toContain(kept);
  expect(runbook.find(({ id }) => id === "step.store-root[seed]")?.commands).toContain("kubectl -n mla create configmap store-root --from-file=ca.crt=store-root.crt --dry-run=client -o yaml | kubectl apply -f -");
});

test("the storage team hands the root over, and proofs of its stores use it", () => {
  const { checklist } = referencePlan({ ...S3, ...PRIVATE });
  expect(checklist.find(({ id }) => id === "todo.store-root")).toMatchObject({ team: "storage", title: "Root certificate of the object stores as store-root.crt, in PEM" });
  expect(checklist.find(({ id }) => id === "todo.bucket[seed]")?.verify).toContain("--endpoint-url https://s3.bank.example --ca-bundle store-root.crt`");
});

test("a store that everybody uses asks nothing and adds nothing", () => {
  const plan = referencePlan({ "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.eu-central-1.amazonaws.com" });
  expect(plan.openPoints.map(({ question }) => question)).not.toContain("storage.storeRoot");
  expect(plan.checklist.map(({ id }) => id)).not.toContain("todo.store-root");
  expect(plan.settings.filter(({ id }) => /[-.](store-)?root/.test(id) && !id.includes("ldap"))).toEqual([]);
});

test("until somebody says who signs, the places of the root wait", () => {
  expect(cellOf(storeRootFields, referenceAnswers(S3), "seed").outcome).toMatchObject({ kind: "waiting" });
  expect(cellOf(storeRootFields, changed(referenceAnswers(S3), { "storage.storeRoot": "public" }), "seed").outcome.kind).toBe("not-applicable");
});
