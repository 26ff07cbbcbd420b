import { describe, expect, test } from "vitest";
import { backupClass } from "../storage/classes.ts";
import { cellOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const RUNS: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const MINIO: Changes = { ...RUNS, "storage.clusters.seed.minioSize": 500, "storage.clusters.seed.minioClass": "minio-hdd" };
const GROWN: Changes = { "monitoring.retention": "own", "monitoring.metricsDays": 30, "monitoring.logsDays": 60 };

const rows = (changes: Changes) => new Map(referencePlan(changes).settings.map(({ field, value, why }) => [field, { value: value.kind === "known" ? value.value : value.kind, why }]));

describe("a MinIO that runs", () => {
  test("keeps the size and the class of its claim", () => {
    const fields = rows(MINIO);
    expect(fields.get("minio.storeSize")).toEqual({ value: "500Gi", why: "The claim of MinIO is there: helm fails where the file names a smaller size, and a larger one makes it grow where its class allows that." });
    expect(fields.get("minio.storageClass")?.value).toBe("minio-hdd");
  });

  test("leaves both open until they are stated, and the step goes on", () => {
    const fields = rows(RUNS);
    expect(fields.get("minio.storeSize")?.value).toBe("open");
    expect(fields.get("minio.storageClass")?.value).toBe("open");
    const step = referencePlan(RUNS).runbook.find(({ id }) => id === "step.seed-charts[seed]");
    expect(step?.text).toBe("seed/values-seed.yaml holds the keys. minio.storeSize and minio.storageClass stay those of the claim minio-data, which a command prints: helm fails on a smaller size and on another class. s3Exporter.bucket is kkpbackup.");
    expect(step?.commands).toContain("kubectl -n minio get persistentvolumeclaims minio-data");
  });

  test("stands in the table of volumes as it runs, and asks for no class", () => {
    expect(referencePlan(MINIO).storage.volumes.find(({ id }) => id === "volume.backup[seed]")).toMatchObject({ storageClass: "minio-hdd", size: 500 });
    expect(cellOf(backupClass, referenceAnswers(MINIO), "seed").outcome.kind).toBe("not-applicable");
  });

  test("a new one is planned", () => {
    const fields = rows({});
    expect(fields.get("minio.storeSize")).toEqual({ value: "100Gi", why: "The backups of this plan need so much; the claim grows later where its class allows that, and never becomes smaller." });
    expect(fields.get("minio.storageClass")?.value).toBe("kubermatic-backup");
  });
});

describe("volumes of the MLA that run", () => {
  test.each([["prometheus.storageSize", "200Gi"], ["loki.singleBinary.persistence.size", "30Gi"]])("%s is planned for a new one and kept on an upgrade", (field, planned) => {
    expect(rows(GROWN).get(field)?.value).toBe(planned);
    expect(rows({ ...RUNS, ...GROWN }).get(field)).toEqual({
      value: "as it runs",
      why: `A StatefulSet keeps the claims that it was made with, and helm fails where the file names another size. The plan would give a new one ${planned}.`,
    });
  });

  test("times change on an upgrade all the same", () => {
    expect(rows({ ...RUNS, ...GROWN }).get("prometheus.tsdb.retentionTime")?.value).toBe("30d");
  });

  test.each(["prometheus.storageClass", "minio.persistence.storageClass", "consul.server.storageClass"])("%s is kept", (field) => {
    expect(rows({ "monitoring.storage": "own" }).get(field)?.value).toBe("kubermatic-mla");
    expect(rows({ ...RUNS, "monitoring.storage": "own" }).get(field)).toEqual({ value: "as it runs", why: "A volume that runs stays on its class, and helm fails where the file names another." });
  });

  test("the store of the stated load may only grow", () => {
    const stated: Changes = { "monitoring.expectedLoad": "stated" };
    const planned = rows(stated).get("minio.persistence.size")?.value ?? "";
    expect(planned).toMatch(/^\d+Gi$/);
    expect(rows({ ...RUNS, ...stated }).get("minio.persistence.size")).toEqual({
      value: "as it runs",
      why: `A claim that runs never becomes smaller, and helm fails where the file names less. The plan would give a new one ${planned}, and a larger claim is taken where its class lets volumes grow.`,
    });
  });
});

test("classes that are there take no other fields", () => {
  expect([...rows(RUNS).keys()]).not.toContain("volumeBindingMode");
});
