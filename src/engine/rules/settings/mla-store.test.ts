import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { mlaStoreFields } from "./mla-store.ts";

const OUTSIDE = { "monitoring.userClusterMla": true, "monitoring.objectStore": "s3", "monitoring.objectStoreAddress": "s3.example.com", "monitoring.objectStoreRegion": "eu-central-1" };

const shown = (rows: ReturnType<typeof valueOf<ReturnType<typeof planFrom>["settings"]>>) => rows.map(({ field, value }) => `${field} = ${value.kind === "known" ? value.value : value.kind}`);

test("five parts of the values lead to the store, and the Secret of the pods is not made by the chart", () => {
  const rows = valueOf(mlaStoreFields, referenceAnswers(OUTSIDE), "seed");
  expect(shown(rows).slice(0, 6)).toEqual([
    "mlaSecrets.minio.enabled = false",
    "cortex.config.blocks_storage.s3 = endpoint s3.example.com, region eu-central-1, insecure false, bucket_name cortex",
    "cortex.config.ruler_storage.s3 = endpoint s3.example.com, region eu-central-1, insecure false, bucket_name cortex-ruler",
    "cortex.config.alertmanager_storage.s3 = endpoint s3.example.com, region eu-central-1, insecure false, bucket_name alertmanager",
    "loki-distributed.loki.storageConfig.aws = endpoint s3.example.com, region eu-central-1, insecure false, bucketnames loki",
    "loki-distributed.loki.structuredConfig.ruler.storage.s3 = endpoint s3.example.com, region eu-central-1, insecure false, bucketnames loki-ruler",
  ]);
  expect(rows.map(({ field }) => field).slice(6)).toEqual(["cortex.compactor.extraArgs", "cortex.compactor.env"]);
  expect(new Set(rows.map(({ object }) => object))).toEqual(new Set(["seed/values-usercluster-mla.yaml"]));
});

test("an address that nobody has named yet stays open", () => {
  const rows = valueOf(mlaStoreFields, referenceAnswers({ ...OUTSIDE, "monitoring.objectStoreAddress": undefined }), "seed");
  expect(rows.map(({ value }) => value.kind).slice(0, 3)).toEqual(["known", "open", "open"]);
});

test("Loki signs for no real region unless one is named, so that a region nobody has named stays open as well", () => {
  const rows = valueOf(mlaStoreFields, referenceAnswers({ ...OUTSIDE, "monitoring.objectStoreRegion": undefined }), "seed");
  expect(rows.slice(1, 6).map(({ value }) => value)).toEqual(Array.from({ length: 5 }, () => ({ kind: "open", question: "monitoring.objectStoreRegion" })));
});

test.each([
  ["MinIO in the Seed", { "monitoring.userClusterMla": true, "monitoring.objectStore": "minio" }],
  ["no user-cluster MLA", { "monitoring.userClusterMla": false }],
])("%s needs none of it", (_how, changes) => {
  expect(cellOf(mlaStoreFields, referenceAnswers(changes), "seed").outcome.kind).toBe("not-applicable");
  const { secrets, accounts, runbook } = referencePlan(changes);
  expect([...secrets, ...accounts, ...runbook].filter(({ id }) => id.includes("mla-store"))).toEqual([]);
});

test("whoever runs the store is asked for buckets and keys, which the runbook enters before the stack", () => {
  const { secrets, accounts, checklist, runbook } = referencePlan(OUTSIDE);
  expect(secrets.find(({ id }) => id === "secret.mla-store")).toMatchObject({ name: "kkp/mla-store", files: ["Secret mla/minio of seed"] });
  expect(accounts.find(({ id }) => id === "account.mla-store")).toMatchObject({ team: "storage", where: "S3 of the user-cluster MLA", fields: ["rootUser", "rootPassword"], permissions: ["Read, write, list and delete objects in the buckets cortex, cortex-ruler, alertmanager, loki and loki-ruler"] });
  const item = checklist.find(({ id }) => id.endsWith("store-mla"));
  expect(item?.title).toBe("S3 of the user-cluster MLA with the buckets cortex, cortex-ruler, alertmanager, loki and loki-ruler, and keys for them");
  expect(item?.verify).toContain("cortex and loki delete objects 1 day after the retention");
  const ids = runbook.map(({ id }) => id);
  expect(ids.indexOf("step.mla-store[seed]")).toBe(ids.indexOf("step.user-cluster-mla[seed]") - 1);
  expect(runbook.find(({ id }) => id === "step.mla-store[seed]")?.commands.join("\n")).toContain("kubectl -n mla create secret generic minio --from-file=rootUser=seed/mla-access-key --from-file=rootPassword=seed/mla-secret-key");
  expect(runbook.find(({ id }) => id === "step.user-cluster-mla[seed]")?.text).toContain("leads Cortex and Loki to the S3 outside");
});

test("Seeds that share a store keep their blocks apart", () => {
  const { settings, checklist } = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), OUTSIDE));
  const buckets = settings.flatMap(({ id, value }) => (id.startsWith("setting.monitoring.store-blocks") && value.kind === "known" ? [/bucket_name (\S+)$/.exec(value.value)?.[1]] : []));
  expect(buckets.length).toBeGreaterThan(1);
  expect(new Set(buckets).size).toBe(buckets.length);
  for (const bucket of buckets) expect(checklist.find(({ id }) => id.endsWith("store-mla"))?.title).toContain(bucket);
});

test("a prefix stands in front of the names in the charts", () => {
  const { settings, checklist, assumptions } = referencePlan({ ...OUTSIDE, "monitoring.bucketPrefix": "acme-kkp" });
  const blocks = settings.find(({ id }) => id === "setting.monitoring.store-blocks[seed]")?.value;
  expect(blocks).toEqual({ kind: "known", value: "endpoint s3.example.com, region eu-central-1, insecure false, bucket_name acme-kkp-cortex" });
  expect(checklist.find(({ id }) => id.endsWith("store-mla"))?.title).toContain("the buckets acme-kkp-cortex, acme-kkp-cortex-ruler, acme-kkp-alertmanager, acme-kkp-loki and acme-kkp-loki-ruler,");
  expect(assumptions.map(({ path }) => path)).not.toContain("monitoring.bucketPrefix");
});

test("a store of one's own gives the names in the charts, which the plan lists as assumed", () => {
  expect(referencePlan(OUTSIDE).assumptions.find(({ path }) => path === "monitoring.bucketPrefix")).toMatchObject({ value: "none" });
});

test.each(["s3.eu-central-1.amazonaws.com", "s3.fr-par.scw.cloud", "fsn1.your-objectstorage.com"])("%s is no store of one's own, so its buckets have no assumed names", (host) => {
  const { settings, checklist, assumptions, openPoints } = referencePlan({ ...OUTSIDE, "monitoring.objectStoreAddress": host });
  const open = { kind: "open", question: "monitoring.bucketPrefix" };
  expect(settings.filter(({ id, field }) => id.startsWith("setting.monitoring.store-") && /storage|s3/i.test(field) && !field.includes("compactor")).map(({ value }) => value).filter(({ kind }) => kind === "open")).toEqual([open, open, open, open, open]);
  expect(checklist.find(({ id }) => id.endsWith("store-mla"))).toMatchObject({ title: "S3 of the user-cluster MLA with the buckets for cortex, cortex-ruler, alertmanager, loki and loki-ruler, and keys for them", blockedBy: ["monitoring.bucketPrefix"] });
  expect(assumptions.map(({ path }) => path)).not.toContain("monitoring.bucketPrefix");
  expect(openPoints.map(({ path }) => path)).toContain("monitoring.bucketPrefix");
});
