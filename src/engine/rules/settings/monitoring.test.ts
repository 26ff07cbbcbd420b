import { expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { mlaSettings, userClusterMlaSettings } from "./monitoring.ts";

const shown = (rows: readonly { readonly field: string; readonly value: { readonly kind: string } }[]) => rows.map(({ field, value }) => `${field} = ${"value" in value ? String(value.value) : value.kind}`);

test("stacks with the times and sizes of the product need no field", () => {
  expect(cellOf(mlaSettings, referenceAnswers(), "seed").outcome.kind).toBe("not-applicable");
  expect(cellOf(userClusterMlaSettings, referenceAnswers(), "seed").outcome.kind).toBe("not-applicable");
});

test("times of one's own grow the volumes, under the key that the chart of Loki reads", () => {
  const rows = valueOf(mlaSettings, referenceAnswers({ "monitoring.retention": "own", "monitoring.metricsDays": 30, "monitoring.logsDays": 60 }), "seed");
  expect(shown(rows)).toEqual([
    "prometheus.tsdb.retentionTime = 30d",
    "prometheus.storageSize = 200Gi",
    "loki.loki.limits_config.retention_period = 1440h",
    "loki.singleBinary.persistence.size = 30Gi",
  ]);
  expect(rows.at(-1)?.why).toBe("The documentation writes loki.persistence.size, which the chart does not read.");
});

test("a class of its own is named in three charts", () => {
  const rows = valueOf(mlaSettings, referenceAnswers({ "monitoring.storage": "own" }), "seed");
  expect(shown(rows)).toEqual([
    "prometheus.storageClass = kubermatic-mla",
    "alertmanager.persistence.storageClass = kubermatic-mla",
    "loki.singleBinary.persistence.storageClass = kubermatic-mla",
  ]);
});

test("objects of user clusters expire one day after the retention", () => {
  const rows = valueOf(userClusterMlaSettings, referenceAnswers({ "monitoring.expectedLoad": "stated", "monitoring.userRetention": 14 }), "seed");
  expect(shown(rows)[0]).toBe("lifecycleMgr.buckets[cortex, loki].expirationDays = 15");
});
