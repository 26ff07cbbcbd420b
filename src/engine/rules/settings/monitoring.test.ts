import { expect, test } from "vitest";
import { cellOf, referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { mlaFields, userClusterMlaClasses, userClusterMlaFields } from "./monitoring.ts";

const shown = (rows: readonly { readonly field: string; readonly value: { readonly kind: string } }[]) => rows.map(({ field, value }) => `${field} = ${"value" in value ? String(value.value) : value.kind}`);

test("stacks with the times and sizes of the product need no field", () => {
  expect(shown(valueOf(mlaFields, referenceAnswers(), "seed")).filter((row) => !row.startsWith("prometheus.ruleFiles"))).toEqual([]);
  expect(cellOf(userClusterMlaFields, referenceAnswers(), "seed").outcome.kind).toBe("not-applicable");
});

test("times of one's own grow the volumes, under the key that the chart of Loki reads", () => {
  const rows = valueOf(mlaFields, referenceAnswers({ "monitoring.retention": "own", "monitoring.metricsDays": 30, "monitoring.logsDays": 60 }), "seed");
  expect(shown(rows).slice(-4)).toEqual([
    "prometheus.tsdb.retentionTime = 30d",
    "prometheus.storageSize = 200Gi",
    "loki.loki.limits_config.retention_period = 1440h",
    "loki.singleBinary.persistence.size = 30Gi",
  ]);
  expect(rows.at(-1)?.why).toBe("The documentation names loki.persistence.size, which no chart of these releases reads.");
});

test("a class of its own is named in three charts", () => {
  const rows = valueOf(mlaFields, referenceAnswers({ "monitoring.storage": "own" }), "seed");
  expect(shown(rows).slice(-3)).toEqual([
    "prometheus.storageClass = kubermatic-mla",
    "alertmanager.persistence.storageClass = kubermatic-mla",
    "loki.singleBinary.persistence.storageClass = kubermatic-mla",
  ]);
});

test("a class of its own is named in every chart of the user-cluster MLA that keeps a volume", () => {
  const of = (store: string) => shown(valueOf(userClusterMlaClasses, referenceAnswers({ "monitoring.storage": "own", "monitoring.objectStore": store }), "seed"));
  expect(of("minio")).toHaveLength(9);
  expect(of("minio")[0]).toBe("minio.persistence.storageClass = kubermatic-mla");
  expect(of("s3")).toEqual(of("minio").slice(1));
  expect(cellOf(userClusterMlaClasses, referenceAnswers(), "seed").outcome.kind).toBe("not-applicable");
});

test("objects of user clusters expire one day after the retention", () => {
  const rows = valueOf(userClusterMlaFields, referenceAnswers({ "monitoring.expectedLoad": "stated", "monitoring.userRetention": 14 }), "seed");
  expect(shown(rows)[0]).toBe("lifecycleMgr.buckets[].expirationDays = 15");
  expect(shown(rows)[1]).toMatch(/^minio\.persistence\.size = \d+Gi$/);
});

test("a stated load sets number, requests and volume of the pods of Cortex that carry it", () => {
  const load = { "monitoring.expectedLoad": "stated", "monitoring.series": 500000, "monitoring.scrapeInterval": 15, "monitoring.logs": 1 };
  const plan = referencePlan(load);
  const fields = new Map(plan.settings.filter(({ id }) => /^setting\.monitoring\.(ingester|distributor)/.test(id)).map(({ field, value }) => [field, value.kind === "known" ? value.value : ""]));
  const replicas = Number(fields.get("cortex.ingester.replicas"));
  // 6,000,000 series × 3 × 15 GiB = 276,480 MiB; three on workers of 32 GiB would want 92,160 each.
  expect(replicas).toBeGreaterThan(276480 / (32 * 1024));
  expect(fields.get("cortex.ingester.resources.requests.memory")).toBe(`${Math.ceil(276480 / replicas)}Mi`);
  // 400,000 samples ÷ 20,000 a core = 20 cores
  const distributors = Number(fields.get("cortex.distributor.replicas"));
  expect(fields.get("cortex.distributor.resources.requests.cpu")).toBe(`${Math.ceil(20000 / distributors)}m`);
  expect(plan.storage.volumes.find(({ title }) => title === "Cortex ingesters")).toMatchObject({ count: replicas });
  expect(plan.monitoring.components.find(({ id }) => id === "monitoring.user-cluster-mla.cortex[seed]")?.detail).toContain(`${replicas} replicas`);
  const small = referencePlan({ ...load, "monitoring.series": 1000 }).settings.map(({ field }) => field);
  expect(small).not.toContain("cortex.ingester.replicas");
  expect(small).not.toContain("cortex.ingester.persistentVolume.size");
  // 3,000,000 series on each of three ingesters of large workers: 3 × 19 × 365 ÷ 1440 × 2 = 28.9 GiB
  const large = referencePlan({ ...load, "monitoring.series": 250000, "infrastructure.clusters.seed.workerMemory": 256 }).settings;
  expect(large.find(({ field }) => field === "cortex.ingester.persistentVolume.size")?.value).toEqual({ kind: "known", value: "29Gi" });
});
