import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, HELD_BEFORE, referencePlan, type Changes } from "../../testing/reference.ts";

const SAVED: Changes = { "project.edition": "EE", "storage.further": ["user-clusters"], "storage.store": "s3.example.com", "storage.storeRegion": "eu-central-1" };
const OF_IT = /user-cluster-backup|store-user-clusters|storage\.location|storage-location|store-further/;

const idsOf = (changes: Changes): readonly string[] => {
  const { accounts, checklist, firewall, runbook, settings } = referencePlan(changes);
  return [...accounts, ...checklist, ...firewall.flows, ...runbook, ...settings].map(({ id }) => id).filter((id) => OF_IT.test(id));
};

test("the whole way: switch, location, buckets with keys, rows and a trial", () => {
  expect(idsOf(SAVED)).toEqual([
    "account.user-cluster-backups",
    "todo.store-user-clusters",
    "todo.account.user-cluster-backups",
    "flow.store-further[seed]",
    "flow.workers-store-further[fra-vsphere]",
    "flow.users-store-further[users]",
    "step.user-cluster-backup",
    "setting.storage.location-url",
    "setting.storage.location-region",
    "setting.storage.location-path-style",
    "setting.storage.location-checksum",
    "setting.dashboard.user-cluster-backups",
  ]);
});

test("the location leads to the store of the plan", () => {
  const fields = referencePlan(SAVED).settings.filter(({ object }) => object === "ClusterBackupStorageLocation of each project");
  expect(fields.map(({ field, value }) => [field, value.kind === "known" && value.value])).toEqual([
    ["spec.config.s3Url", "https://s3.example.com"],
    ["spec.config.region", "eu-central-1"],
    ["spec.config.s3ForcePathStyle", "true"],
    ["spec.config.checksumAlgorithm", '""'],
  ]);
  const open = referencePlan({ ...SAVED, "storage.store": undefined, "storage.storeRegion": undefined });
  expect(open.openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(["storage.store", "storage.storeRegion"]));
  expect(open.checklist.find(({ id }) => id === "todo.store-user-clusters")?.blockedBy).toEqual(["storage.store", "storage.storeRegion"]);
});

test("a backup is made and restored where workers write it, once a user cluster stands", () => {
  const { runbook, tools } = referencePlan({ ...SAVED, "project.release": "2.29" });
  const ids = runbook.map(({ id }) => id);
  expect(ids.indexOf("step.user-cluster-backup")).toBeGreaterThan(ids.indexOf("step.acceptance"));
  const step = runbook.find(({ id }) => id === "step.user-cluster-backup");
  expect(step?.text).toContain("a user cluster in fra-vsphere");
  expect(step?.commands).toEqual(expect.arrayContaining(['velero backup create "$BACKUP" --include-namespaces backup-trial --wait', 'velero restore create "$BACKUP" --from-backup "$BACKUP" --wait', "kubectl -n backup-trial get configmap backup-trial"]));
  // The release of Velero that KKP 2.29 brings into user clusters.
  expect(tools.find(({ id }) => id === "tool.velero")?.version).toBe("1.14.0");
});

test("the platform's own store keeps an item of its own", () => {
  const both = referencePlan({ ...SAVED, "storage.further": ["velero", "user-clusters"], "storage.furtherBucket": "kkp" }).checklist;
  expect(both.filter(({ id }) => /todo\.store-/.test(id)).map(({ title }) => title)).toEqual([
    "S3 for further backups, with the bucket kkp and keys for it",
    "A bucket and keys for each project that backs up user clusters, in the S3 for further backups",
  ]);
});

test.each([
  ["the Community Edition", { ...SAVED, "project.edition": "CE" }],
  ["no backup of user clusters", { ...SAVED, "storage.further": [] }],
])("%s needs none of it", (_how, changes) => {
  expect(idsOf(changes)).toEqual([]);
});

test("an upgrade leaves it as it is, unless it comes along", () => {
  const upgrade = { ...SAVED, ...HELD_BEFORE, "project.release": "2.31", "project.upgradeFrom": "2.30" };
  const done = (newSecrets: readonly string[]) => idsOf({ ...upgrade, "access.newSecrets": newSecrets }).filter((id) => /^(todo|step|setting\.dashboard)/.test(id));
  expect(done([])).toEqual([]);
  expect(done(["further-backups"])).toEqual(["todo.store-user-clusters", "todo.account.user-cluster-backups", "step.user-cluster-backup", "setting.dashboard.user-cluster-backups"]);
});

// KKP 2.28 and 2.29 restore volumes with an image that only a ConfigMap names; the plugin lies below docker.io for them alone.
test.each([
  ["2.28", "EE", ["velero", "user-clusters"], ["docker.io/velero/velero-restore-helper:v1.14.0"]],
  ["2.29", "EE", ["user-clusters"], ["docker.io/velero/velero-restore-helper:v1.14.0"]],
  ["2.30", "EE", ["user-clusters"], []],
  ["2.31", "EE", ["velero"], ["docker.io/velero/velero-plugin-for-aws:v1.13.2"]],
  ["2.29", "CE", ["velero"], ["docker.io/velero/velero-plugin-for-aws:v1.10.0"]],
])("KKP %s %s without internet mirrors for %j what no list names", (release, edition, further, images) => {
  const answers = changed(starterAnswers("air-gapped-bank"), { "project.release": release, "project.edition": edition, "storage.further": further });
  expect(planFrom(answers).runbook.find(({ id }) => id === "step.mirror")?.text.match(/docker\.io\/velero\/[a-z-]+:v[\d.]+/g) ?? []).toEqual(images);
});

test.each<[string, Changes, string]>([
  ["looks for buckets where nothing else is saved", SAVED, "KKP on seed looks for the bucket of each project again and again, and lists it for the dashboard."],
  ["writes what the platform saves", { ...SAVED, "storage.further": ["velero", "user-clusters"] }, "seed writes there at any time of the day, and reads when something is restored or queried."],
])("the master %s", (_how, changes, why) => {
  expect(referencePlan(changes).firewall.flows.find(({ id }) => id === "flow.store-further[seed]")?.why).toBe(why);
});
