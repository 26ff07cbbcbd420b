import { expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { mlaFields, userClusterMlaFields } from "./monitoring.ts";

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

test("objects of user clusters expire one day after the retention", () => {
  const rows = valueOf(userClusterMlaFields, referenceAnswers({ "monitoring.expectedLoad": "stated", "monitoring.userRetention": 14 }), "seed");
  expect(shown(rows)[0]).toBe("lifecycleMgr.buckets[].expirationDays = 15");
  expect(shown(rows)[1]).toMatch(/^minio\.persistence\.size = \d+Gi$/);
});
