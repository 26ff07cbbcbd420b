import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { changed, HELD_BEFORE, referencePlan, type Changes } from "../../testing/reference.ts";

const UPGRADE: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
const plan = (added: readonly string[], changes: Changes = {}) => referencePlan({ ...UPGRADE, ...changes, "access.newSecrets": added });
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const without = (all: readonly string[], known: readonly string[]) => all.filter((id) => !known.includes(id));
/** What items and steps a plan has more where something is new. */
const more = (added: string, changes: Changes = {}) => {
  const [before, after] = [plan([], changes), plan([added], changes)];
  return { items: without(ids(after.checklist), ids(before.checklist)), steps: without(ids(after.runbook), ids(before.runbook)), gone: [...without(ids(before.checklist), ids(after.checklist)), ...without(ids(before.runbook), ids(after.runbook))] };
};
const item = (made: ReturnType<typeof plan>, id: string) => made.checklist.find((one) => one.id === id);
const step = (made: ReturnType<typeof plan>, id: string) => made.runbook.find((one) => one.id === id);

const FURTHER: Changes = { "storage.further": ["velero"], "storage.store": "s3.example.com", "storage.furtherBucket": "kkp", "storage.storeRegion": "eu-central-1" };
const S3: Changes = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com", "storage.clusters.seed.bucket": "kkp-etcd" };
const MINIO: Changes = { "storage.clusters.seed.backupTarget": "minio", "storage.clusters.seed.minioSize": undefined, "storage.clusters.seed.minioClass": undefined };

describe("further backups that come with an upgrade", () => {
  test("bring store, account and step as an installation does", () => {
    expect(more("further-backups", FURTHER)).toEqual({ items: ["todo.store-further", "todo.account.backup-store"], steps: [], gone: [] });
    expect(step(plan(["further-backups"], FURTHER), "step.velero[seed]")?.title).toBe("Install Velero on seed");
    expect(step(plan([], FURTHER), "step.velero[seed]")?.title).toBe("Upgrade Velero on seed");
  });

  test("open the row to the store beside those to the new entry", () => {
    const [before, after] = [plan([], FURTHER), plan(["further-backups"], FURTHER)].map((made) => item(made, "todo.firewall-flows"));
    const count = Number(before?.title.split(" ")[0]);
    expect(after?.title).toBe(`${count + 1} firewall rows opened for Envoy Gateway and S3 for further backups`);
    expect(after?.verify).toContain("each row of the firewall table that leads to Envoy Gateway and S3 for further backups");
  });

  test("that copy MinIO bring the copy", () => {
    const copied: Changes = { ...MINIO, "storage.clusters.seed.minioSize": 100, "storage.clusters.seed.minioClass": "kubermatic-backup", ...FURTHER, "storage.further": ["mirror"] };
    expect(more("further-backups", copied)).toEqual({ items: ["todo.store-further", "todo.account.backup-store"], steps: ["step.minio-mirror[seed]"], gone: [] });
  });

  test("of etcd want KubeOne to bring its addon first", () => {
    const saved: Changes = { ...FURTHER, "storage.further": ["platform-etcd"] };
    expect(more("further-backups", saved).steps).toEqual(["step.platform-etcd[seed]"]);
    const made = step(plan(["further-backups"], saved), "step.platform-etcd[seed]");
    expect(made?.text).toContain("`kubeone apply` brings it first");
  });
});

describe("backups of etcd that come with an upgrade", () => {
  test("to S3 bring bucket, account, credentials and the destination in the Seed object", () => {
    expect(more("backups", S3)).toEqual({ items: ["todo.bucket[seed]", "todo.account.backup-bucket[seed]"], steps: ["step.s3-credentials[seed]", "step.seed-additions[seed]", "step.dashboard-switches"], gone: [] });
    expect(item(plan(["backups"], S3), "todo.firewall-flows")?.title).toContain("Envoy Gateway and S3 for seed");
    expect(step(plan(["backups"], S3), "step.seed-additions[seed]")?.commands).toContain("kubectl apply -f seed/seed.yaml");
  });

  test("to MinIO bring class, volume and bucket, and nobody is asked about a claim that is not there", () => {
    const made = plan(["backups"], MINIO);
    expect(more("backups", MINIO)).toEqual({ items: ["todo.class.kubermatic-backup[seed]", "todo.account.backup-bucket[seed]"], steps: ["step.backup-class[seed]", "step.seed-additions[seed]", "step.dashboard-switches"], gone: [] });
    expect(made.openPoints.filter(({ path }) => path.includes("minio"))).toEqual([]);
    expect(made.storage.volumes.find(({ id }) => id === "volume.backup[seed]")).toMatchObject({ storageClass: "kubermatic-backup", size: 100 });
    expect(step(made, "step.seed-charts[seed]")?.title).toBe("Install backup storage on seed");
    expect(step(made, "step.seed-charts[seed]")?.text).toContain("The Job makes the bucket");
    expect(made.settings.find(({ field }) => field === "minio.storeSize")?.value).toEqual({ kind: "known", value: "100Gi" });
  });

  test("that were there stay as they run", () => {
    expect(plan([], MINIO).openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(["storage.clusters.seed.minioSize", "storage.clusters.seed.minioClass"]));
  });
});

describe("interfaces that come with an upgrade", () => {
  const single: Changes = { "dns.platformNames": "single", "monitoring.platformUis": ["grafana"], "monitoring.userClusterMla": false, "project.release": "2.30", "project.upgradeFrom": "2.29", "loadBalancer.entry": "standard", "loadBalancer.clusters.seed.keepEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepFormerEntry": undefined };
  test("get a record, and a supplied certificate is made anew", () => {
    const made = plan(["interfaces"], single);
    expect(item(made, "todo.records")?.title).toBe("1 DNS record entered");
    expect(made.dns.records.find(({ name }) => name.startsWith("grafana."))?.when).toBe("Any time, the address is fixed by this plan");
    expect(made.certificates.requests[0]?.inUse).toBeUndefined();
    expect(item(made, "todo.certificate[seed]")?.title).toMatch(/^Certificate with /);
    expect(ids(made.runbook)).toEqual(expect.arrayContaining(["step.supplied-certificates[seed]", "step.interface-names[seed]"]));
  });

  test("are there otherwise", () => {
    const made = plan([], single);
    expect(item(made, "todo.records")).toBeUndefined();
    expect(ids(made.runbook)).not.toContain("step.interface-names[seed]");
  });
});

test("the user-cluster MLA that comes with an upgrade brings its store, keys and names", () => {
  const outside: Changes = { "monitoring.userClusterMla": true, "monitoring.objectStore": "s3", "monitoring.mlaStore": "s3.mla.example.com", "monitoring.seedUis": ["grafana"] };
  const { items, steps } = more("user-cluster-mla", outside);
  expect(items).toEqual(expect.arrayContaining(["todo.store-mla", "todo.account.mla-store"]));
  expect(steps).toContain("step.mla-store[seed]");
  const made = plan(["user-cluster-mla"], outside);
  expect(step(made, "step.user-cluster-mla[seed]")?.title).toBe("Install user-cluster MLA on seed");
  expect(item(made, "todo.firewall-flows")?.title).toContain("S3 of the user-cluster MLA");
});

test("volumes of a monitoring that is new get the sizes of the plan, and room on their class", () => {
  const made = plan(["mla"], { "monitoring.mla": true });
  expect(made.settings.find(({ field }) => field === "prometheus.storageSize")?.value).not.toEqual({ kind: "known", value: "as it runs" });
  expect(step(made, "step.mla[seed]")?.title).toBe("Install monitoring, logging and alerting on seed");
  const room = made.storage.volumes.filter(({ title }) => ["Prometheus", "Alertmanager", "Loki"].includes(title)).reduce((sum, { total }) => sum + total, 0);
  expect(item(made, "todo.class.kubermatic-fast[seed]")?.title).toContain(`${room.toLocaleString("en")} GiB more for kubermatic-fast of seed`);
});

test("a monitoring that is new has neither interfaces nor secrets of them yet", () => {
  const made = plan(["mla"], { "monitoring.mla": true, "monitoring.platformUis": ["grafana"] });
  expect(made.secrets.find(({ name }) => name === "kkp/client/grafana")?.inUse).toBeUndefined();
  expect(made.secrets.find(({ name }) => name === "kkp/auth/sa")?.inUse).toBe(true);
});

test("a source of logins that is new is prepared, and rows lead there", () => {
  const { items } = more("identity-source");
  expect(items.length).toBeGreaterThan(0);
  expect(items.every((id) => id.startsWith("todo.preparation.") || id === "todo.redirect-uris")).toBe(true);
});

test("alerts that are new name their receiver, and the row to it is opened", () => {
  const managed: Changes = { "monitoring.mla": true, "access.service": "managed", "access.serviceHours": "always", "access.alertReceiver": "alerts.example.com", "access.alertPort": 443, "access.alertForm": "webhook" };
  const [before, after] = [plan([], managed), plan(["alerts"], managed)];
  const field = (made: typeof before) => made.settings.find(({ id }) => id.includes("monitoring.alert-receiver"))?.value;
  expect(field(before)).toEqual({ kind: "known", value: "as it runs" });
  expect(field(after)).not.toEqual({ kind: "known", value: "as it runs" });
  expect(item(after, "todo.firewall-flows")?.title).toMatch(/Receiver of alerts|receiver of alerts|Alert/);
});

test("an installation is asked nothing of this and changes by none of it", () => {
  const answers = installationAnswers("setup-checklist");
  expect(ids(planFrom(changed(answers, { "access.newSecrets": ["backups", "interfaces"] })).checklist)).toEqual(ids(planFrom(answers).checklist));
});
