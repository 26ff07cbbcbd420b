import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { backupRoutines } from "../storage/routines.ts";
import { fastClass } from "../storage/classes.ts";
import { mlaStorageClass } from "../storage/mla-class.ts";
import { clusterSizing } from "../sizing/workers.ts";
import { alerts } from "./alerts.ts";
import { monitoringLoad } from "./expected-load.ts";
import { mlaStack, userClusterMlaStack } from "./stacks.ts";

test("the reference setup shows five interfaces under their names", () => {
  const hosts = referencePlan().monitoring.components.flatMap(({ stack, host }) => (host === undefined ? [] : [`${stack} ${host}`]));
  expect(hosts).toEqual([
    "master-and-seed prometheus.kubermatic.example.com",
    "master-and-seed alertmanager.kubermatic.example.com",
    "master-and-seed grafana.kubermatic.example.com",
    "user-cluster grafana.seed.kubermatic.example.com",
    "user-cluster alertmanager.seed.kubermatic.example.com",
  ]);
});

test("Prometheus keeps 15 days and Loki 30", () => {
  const details = Object.fromEntries(valueOf(mlaStack, referenceAnswers(), "seed").map(({ title, detail }) => [title, detail]));
  expect(details).toMatchObject({
    Prometheus: "2 replicas, keeps 15 days, 2 × 100 GiB, version 2.51.1",
    Loki: "1 replica, keeps 30 days, 1 × 15 GiB, version 2.9.6",
    Grafana: "1 replica, no volume, version 10.4.1",
    Alloy: "one on each node, no volume, version 1.9.2",
  });
});

test("2.28 ships logs with promtail", () => {
  expect(valueOf(mlaStack, referenceAnswers({ "project.release": "2.28" }), "seed").at(-1)?.title).toBe("promtail");
});

test.each([
  ["2.28", { Cortex: "1.14.1", Consul: "1.14.2", Grafana: "10.2.2", Loki: "2.9.2" }],
  ["2.29", { Cortex: "1.14.1", Consul: "1.14.2", Grafana: "10.2.2", Loki: "2.9.2" }],
  ["2.30", { Cortex: "1.20.0", Consul: "1.22.2", Grafana: "10.2.2", Loki: "2.9.2" }],
  ["2.31", { Cortex: "1.20.0", Consul: "1.22.2", Grafana: "13.0.1", Loki: "2.9.2" }],
])("KKP %s brings its own versions of the stack for user clusters", (release, expected) => {
  const versions = Object.fromEntries(valueOf(userClusterMlaStack, referenceAnswers({ "project.release": release }), "seed").map(({ title, detail }) => [title, detail.split("version ")[1]]));
  expect(versions).toMatchObject(expected);
});

test("a stated retention stands beside the components that keep it", () => {
  const answers = referenceAnswers({ "monitoring.expectedLoad": "stated", "monitoring.userRetention": 14 });
  const details = Object.fromEntries(valueOf(userClusterMlaStack, answers, "seed").map(({ title, detail }) => [title, detail]));
  expect(details["Cortex"]).toBe("3 replicas, keeps 14 days, deleted after 15, 3 × 10 GiB and 4 × 2 GiB, version 1.20.0");
  // 12 × 50,000 ÷ 1,000,000 × 19 × 15 = 171, and 12 × 1 × 15 = 180 of logs
  expect(details["MinIO"]).toBe("1 replica, keeps 15 days, 1 × 351 GiB");
});

test("an additional Seed has both stacks and only its own names", () => {
  const { components } = planFrom(starterAnswers("vsphere-plus-azure-seed")).monitoring;
  const hosts = components.filter(({ cluster }) => cluster === "azure-seed").flatMap(({ host }) => host ?? []);
  expect(hosts).toEqual(["grafana.azure-seed.kubermatic.example.com", "alertmanager.azure-seed.kubermatic.example.com"]);
});

test("without MLA there is nothing", () => {
  expect(planFrom(starterAnswers("proof-of-concept")).monitoring.components).toEqual([]);
});

describe("the stated load of user clusters", () => {
  const stated = { "monitoring.expectedLoad": "stated", "monitoring.series": 50000, "monitoring.scrapeInterval": 15, "monitoring.logs": 2, "monitoring.userRetention": 7 };

  test("12 user clusters of 50,000 series: 40,000 samples a second, 27 GiB of ingesters, 92 GiB of metrics, 192 of logs", () => {
    const load = valueOf(monitoringLoad, referenceAnswers(stated), "seed");
    // 600,000 ÷ 15; 0.6 × 3 × 15 × 1,024; 40,000 ÷ 20,000; 0.6 × 19 × 8 = 91.2; 12 × 2 × 8
    expect(load).toMatchObject({ series: 600000, samples: 40000, memory: 27648, cpu: 2000, storage: 92 + 192 });
    expect(load.arithmetic).toHaveLength(5);
    expect(load.arithmetic[1]).toBe("Ingesters: 600,000 ÷ 1,000,000 × 3 replicas × 15 GiB = 27,648 MiB.");
  });

  test("a whole number of MiB stays whole", () => {
    // 12 × 43,750 ÷ 1,000,000 × 3 × 15 × 1,024
    expect(valueOf(monitoringLoad, referenceAnswers({ ...stated, "monitoring.series": 43750 }), "seed").memory).toBe(24192);
  });

  test("workers and the volume of MinIO grow with it", () => {
    const answers = referenceAnswers(stated);
    expect(valueOf(clusterSizing, answers, "seed")).toMatchObject({ cpu: 21653 + 2000, memory: 57728 + 27648 });
    expect(valueOf(userClusterMlaVolumeNeeds, answers, "seed")[0]).toMatchObject({ title: "MinIO of the user-cluster MLA", size: 284 });
  });

  test("S3 outside takes the volume away and the installer's flags along", () => {
    const plan = referencePlan({ ...stated, "monitoring.objectStore": "s3", "monitoring.objectStoreAddress": "s3.example.com" });
    expect(plan.storage.volumes.some(({ title }) => title === "MinIO of the user-cluster MLA")).toBe(false);
    expect(plan.runbook.find(({ id }) => id === "step.user-cluster-mla[seed]")?.commands.join(" ")).toContain("--mla-skip-minio --mla-skip-minio-lifecycle-mgr");
    expect(plan.firewall.flows.find(({ id }) => id === "flow.store-mla[seed]")).toMatchObject({ source: "nodes[seed]", destination: "store-mla", ports: "443" });
  });

  test("without a statement the documented minimum stands", () => {
    expect(cellOf(monitoringLoad, referenceAnswers(), "seed").outcome.kind).toBe("not-applicable");
  });
});

test("longer retention grows the volumes in proportion", () => {
  const own = { "monitoring.retention": "own", "monitoring.metricsDays": 45, "monitoring.logsDays": 10 };
  expect(valueOf(mlaVolumeNeeds, referenceAnswers(own), "seed").map(({ size }) => size)).toEqual([300, 0.1, 15]);
  expect(valueOf(mlaStack, referenceAnswers(own), "seed")[0]?.detail).toBe("2 replicas, keeps 45 days, 2 × 300 GiB, version 2.51.1");
});

test("workers of their own carry the MLA stacks", () => {
  const sizing = valueOf(clusterSizing, referenceAnswers({ "monitoring.nodes": "dedicated" }), "seed");
  // Platform: 16,480 m, 36,304 MiB, 285 pods ÷ 77 = 4, and 1; MLA: 5,173 m, 21,424 MiB, 51 pods: 3, and 1.
  expect(sizing).toMatchObject({ workers: 9, dedicated: 4, cpu: 21653 });
  expect(sizing.arithmetic.join(" ")).toContain("5 + 4 = 9 workers.");
});

test("a class of its own takes the MLA volumes away from etcd", () => {
  const answers = referenceAnswers({ "monitoring.storage": "own" });
  expect(valueOf(fastClass, answers, "seed")[0]?.capacity).toBe(180);
  expect(valueOf(mlaStorageClass, answers, "seed")[0]).toMatchObject({ name: "kubermatic-mla", capacity: 383.3 });
});

test("alerts name what to change, and stay away without anything that measures", () => {
  expect(valueOf(alerts, referenceAnswers()).map(({ id, installed }) => [id, installed])).toContainEqual(["alert.etcd-quota", true]);
  expect(valueOf(alerts, referenceAnswers())[0]?.why).toBe("etcd takes no more writes once its quota is full, so nothing in the user cluster can be changed. An installed rule fires it for each of 12 user clusters of this plan.");
  // The rules that come with KKP speak of etcd's size alone; its latencies and the API server stand on panels.
  expect(valueOf(alerts, referenceAnswers()).map(({ id, installed }) => [id, installed])).toEqual([["alert.etcd-quota", true], ["alert.etcd-growth", true], ["alert.etcd-fsync", false], ["alert.etcd-commit", false], ["alert.api-server", false]]);
  expect(valueOf(alerts, referenceAnswers()).find(({ id }) => id === "alert.etcd-fsync")?.why).toContain("No installed rule fires it; a panel or a rule of your own has to watch 12 user clusters.");
  expect(cellOf(alerts, referenceAnswers({ "monitoring.mla": false })).outcome.kind).toBe("not-applicable");
});

test("copies of etcd and PKI have a store, a row, the addon's field and, where others built the cluster, a line of the checklist", () => {
  const further = { "storage.further": ["platform-etcd"], "storage.store": "s3.example.com" };
  const plan = referencePlan(further);
  expect(plan.storage.routines[0]?.where).toEqual({ kind: "known", value: "s3.example.com" });
  expect(plan.firewall.flows.filter(({ destination }) => destination === "store-further").map(({ source }) => source)).toEqual(["nodes[seed]"]);
  const bucket = (store?: string) => referencePlan({ "storage.further": ["platform-etcd"], "storage.store": store }).settings.find(({ id }) => id === "setting.storage.platform-etcd-bucket[seed]")?.value;
  expect(bucket("s3.example.com")).toEqual({ kind: "known", value: "s3:s3.example.com/<fill-in: bucket for etcd of seed>" });
  expect(bucket()).toMatchObject({ kind: "open", question: "storage.store" });
  expect(plan.settings.find(({ object, field }) => object === "kubeone.yaml of seed" && field === "addons.addons")?.value).toEqual({ kind: "known", value: "backups-restic with s3Bucket, resticPassword and awsDefaultRegion" });
  const existing = referencePlan({ ...further, "infrastructure.clusters.seed.provisioning": "existing" });
  expect(existing.settings.some(({ field }) => field === "addons.addons")).toBe(false);
  expect(existing.checklist.map(({ title }) => title)).toContain("etcd and PKI of seed saved every 30 minutes and kept 24 hours, encrypted");
});

test("machines and volumes that others save have a line for them", () => {
  const items = referencePlan({ "storage.further": ["machines", "mla"] }).checklist.filter(({ id }) => id.startsWith("todo.saved-"));
  expect(items.map(({ team, title }) => [team, title])).toEqual([
    ["infrastructure", "Control-plane machines of seed copied every day, kept 3 days"],
    ["storage", "Volumes of the MLA stack of seed copied every 6 hours, kept 168 hours"],
  ]);
});

test("routines name only the clusters that have what they save", () => {
  const further = { "storage.further": ["velero", "platform-etcd", "machines", "mirror"], "storage.store": "s3.example.com" };
  const titles = (changes: Parameters<typeof referencePlan>[0]) => referencePlan({ ...further, ...changes }).storage.routines.map(({ title }) => title);
  expect(titles({ "infrastructure.clusters.seed.provisioning": "managed" })).toEqual([expect.stringContaining("Objects of seed"), "Copy of the backup MinIO of seed"]);
  expect(titles({ "storage.clusters.seed.backupTarget": "s3" })).toEqual([expect.stringContaining("Objects of seed"), "etcd and PKI of seed", "Control-plane machines of seed"]);
});

test("further backups have a schedule, a place and the flows they need", () => {
  const further = { "storage.further": ["velero", "user-clusters", "platform-etcd"], "storage.store": "s3.example.com" };
  expect(valueOf(backupRoutines, referenceAnswers(further)).map(({ id, every }) => [id, every])).toEqual([
    ["routine.velero", "hour"],
    ["routine.user-clusters", "schedule of the users"],
    ["routine.platform-etcd", "30 minutes"],
  ]);
  const plan = referencePlan(further);
  expect(plan.firewall.flows.filter(({ destination }) => destination === "store-further").map(({ source }) => source)).toEqual(["nodes[seed]", "workers[fra-vsphere]", "users"]);
  expect(plan.runbook.find(({ id }) => id === "step.velero[seed]")?.text).toContain("s3.example.com");
});
