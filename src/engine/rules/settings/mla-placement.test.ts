import { expect, test } from "vitest";
import type { Plan } from "../../plan/plan.ts";
import { referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const NEW = { "project.release": "2.31", "project.upgradeFrom": "none", "monitoring.nodes": "dedicated" };
const rows = (plan: Plan) => plan.settings.filter(({ id }) => id.startsWith("setting.monitoring.placement"));
const row = (changes: Changes, id: string) => rows(referencePlan(changes)).find((each) => each.id === `setting.monitoring.${id}[seed]`);
const PLACED = "nodeSelector dedicated: mla, tolerations [key dedicated, value mla, effect NoSchedule]";

test("every part of the stack of a Seed is brought to its workers", () => {
  const placed = row(NEW, "placement");
  expect(placed).toMatchObject({ object: "seed/values-seed-mla.yaml", value: { kind: "known", value: PLACED } });
  for (const part of ["prometheus", "alertmanager", "karma", "kube-state-metrics", "blackbox-exporter", "helm-exporter", "loki.singleBinary"]) expect(placed?.field).toContain(part);
});

test("and every part of that of user clusters, with Consul as text", () => {
  const placed = row(NEW, "placement-users");
  for (const part of ["cortex.ingester", "cortex.query_frontend", "cortex.memcached-blocks-index", "loki-distributed.queryFrontend", "loki-distributed.memcachedIndexWrites", "grafana", "alertmanagerProxy.authz", "minio"]) expect(placed?.field).toContain(part);
  expect(placed?.value).toEqual({ kind: "known", value: PLACED });
  expect(row(NEW, "placement-text")).toMatchObject({ field: "nodeSelector and tolerations below consul.server", value: { value: `${PLACED}, each as a text block` } });
});

test.each([
  ["2.28", false],
  ["2.29", false],
  ["2.30", true],
  ["2.31", true],
])("the cache of Cortex' query frontend is placed in the releases that run it: %s", (release, placed) => {
  const field = row({ ...NEW, "project.release": release }, "placement-users")?.field;
  expect(field).toContain("cortex.memcached-blocks");
  expect(field?.includes("cortex.memcached-frontend")).toBe(placed);
});

test("a store outside brings no MinIO to place", () => {
  expect(row({ ...NEW, "monitoring.objectStore": "s3", "monitoring.objectStoreEndpoint": "s3.example.com" }, "placement-users")?.field).not.toContain("minio");
});

test("logs of these workers are shipped by an agent that tolerates the taint and those of control planes", () => {
  expect(row(NEW, "placement-agent")).toMatchObject({
    field: "alloy.controller.tolerations",
    value: { value: "key dedicated, value mla, effect NoSchedule, beside key node-role.kubernetes.io/master, operator Exists, effect NoSchedule, and key node-role.kubernetes.io/control-plane, operator Exists, effect NoSchedule" },
  });
  expect(row({ ...NEW, "project.release": "2.28" }, "placement-agent")?.field).toBe("promtail.tolerations");
});

test("proxies are placed where some interface is exposed", () => {
  const shown = { ...NEW, "monitoring.platformUis": ["grafana"] };
  expect(row(shown, "placement")?.field).toMatch(/ and iap$/);
  expect(row({ ...NEW, "monitoring.platformUis": [] }, "placement")?.field).not.toContain("iap");
});

test("on shared workers nothing is placed", () => expect(rows(referencePlan({ ...NEW, "monitoring.nodes": "shared" }))).toEqual([]));

test("without a stack there is nothing to place", () => {
  expect(rows(referencePlan({ ...NEW, "monitoring.mla": false, "monitoring.userClusterMla": false }))).toEqual([]);
});
