import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, referencePlan, valueOf, type Changes } from "../../testing/reference.ts";
import { mirrorFields, veleroFields } from "./further-backups.ts";

const BOTH = { "storage.further": ["velero", "mirror"], "storage.store": "s3.example.com", "storage.storeRegion": "eu-central-1", "storage.furtherBucket": "kkp-further" };

const shown = (rows: ReturnType<typeof planFrom>["settings"]) => rows.map(({ object, field, value }) => `${object} ${field}: ${value.kind === "known" ? value.value : value.kind}`);

test("Velero gets its store, its plugin and its keys, or it saves nothing", () => {
  expect(shown(valueOf(veleroFields, referenceAnswers({ ...BOTH, "project.release": "2.31" }), "seed"))).toEqual([
    "seed/values-velero.yaml velero.backupsEnabled: true",
    "seed/values-velero.yaml velero.initContainers: velero-plugin-for-aws, image docker.io/velero/velero-plugin-for-aws:v1.13.2, /target on the volume plugins",
    "seed/values-velero.yaml velero.configuration.backupStorageLocation[]: name default, provider aws, bucket kkp-further, prefix seed/velero, config s3Url https://s3.example.com, s3ForcePathStyle true, checksumAlgorithm \"\" and region eu-central-1",
    "seed/values-velero.yaml velero.credentials.secretContents.cloud: [default] with aws_access_key_id and aws_secret_access_key of <fill-in:kkp/backup-store>",
  ]);
});

test("Velero adds no checksum to uploads but at AWS, for the platform as for user clusters", () => {
  const rows = (store: string | undefined) => shown(referencePlan({ ...BOTH, "project.edition": "EE", "storage.further": ["velero", "user-clusters"], "storage.store": store }).settings.filter(({ id }) => /velero-location|location-checksum/.test(id)));
  expect(rows("s3.eu-central-1.amazonaws.com").join()).not.toContain("checksum");
  expect(rows("s3.example.com")).toEqual([
    expect.stringContaining('s3ForcePathStyle true, checksumAlgorithm "" and region eu-central-1'),
    'ClusterBackupStorageLocation of each project spec.config.checksumAlgorithm: ""',
  ]);
  expect(rows(undefined)).toEqual(["seed/values-velero.yaml velero.configuration.backupStorageLocation[]: open"]);
});

test("the copy of MinIO has schedule, folder and both ends", () => {
  expect(shown(valueOf(mirrorFields, referenceAnswers(BOTH), "seed"))).toEqual([
    "seed/minio-mirror.yaml spec.schedule: */30 * * * *",
    "seed/minio-mirror.yaml image: docker.io/rclone/rclone:1.75.0",
    "seed/minio-mirror.yaml args: sync source:kkpbackup target:kkp-further/seed/minio",
    "seed/minio-mirror.yaml RCLONE_CONFIG_SOURCE_*: TYPE s3, PROVIDER Minio, ENDPOINT http://minio.minio.svc.cluster.local:9000, ACCESS_KEY_ID and SECRET_ACCESS_KEY from accessKey and secretKey of the Secret minio",
    "seed/minio-mirror.yaml RCLONE_CONFIG_TARGET_*: TYPE s3, ENDPOINT https://s3.example.com, REGION eu-central-1, ACCESS_KEY_ID and SECRET_ACCESS_KEY of <fill-in:kkp/backup-store>",
  ]);
  expect(cellOf(mirrorFields, referenceAnswers({ ...BOTH, "storage.clusters.seed.backupTarget": "s3" }), "seed").outcome.kind).toBe("not-applicable");
});

test("what nobody has named stays open and holds the line of the storage team", () => {
  const open = referencePlan({ ...BOTH, "storage.furtherBucket": undefined });
  expect(open.settings.find(({ id }) => id === "setting.storage.velero-location[seed]")?.value).toEqual({ kind: "open", question: "storage.furtherBucket" });
  expect(open.checklist.find(({ id }) => id.endsWith("store-further"))?.blockedBy).toContain("storage.furtherBucket");
  const regionless = referencePlan({ ...BOTH, "storage.storeRegion": undefined });
  for (const id of ["setting.storage.velero-location[seed]", "setting.storage.mirror-target[seed]"]) expect(regionless.settings.find((row) => row.id === id)?.value).toEqual({ kind: "open", question: "storage.storeRegion" });
  expect(regionless.checklist.find(({ id }) => id.endsWith("store-further"))?.blockedBy).toContain("storage.storeRegion");
  const offline = referencePlan({ ...BOTH, "network.places.main.internet": "offline", "network.mirrorPort": 443 });
  expect(offline.settings.find(({ id }) => id === "setting.storage.velero-plugin[seed]")?.value).toEqual({ kind: "open", question: "network.mirrorRegistry" });
});

test("the storage team is asked for the bucket and the keys of it", () => {
  const { accounts, checklist, runbook } = referencePlan(BOTH);
  expect(accounts.find(({ id }) => id === "account.backup-store")).toMatchObject({ team: "storage", where: "S3 for further backups", permissions: ["Read, write, list and delete objects in the bucket"] });
  expect(checklist.find(({ id }) => id.endsWith("store-further"))?.title).toBe("S3 for further backups, with the bucket kkp-further and keys for it");
  for (const [step, file] of [["velero", "values-velero"], ["minio-mirror", "minio-mirror"]] as const) expect(runbook.find(({ id }) => id === `step.${step}[seed]`)?.commands.find((line) => line.startsWith("if grep"))).toContain(`seed/${file}.yaml`);
  expect(referencePlan({ "storage.further": ["user-clusters"], "storage.store": "s3.example.com" }).accounts.map(({ id }) => id)).not.toContain("account.backup-store");
});

test("each cluster whose etcd KubeOne saves has a bucket that item, account and field call the same", () => {
  const of = (changes: Changes) => {
    const { accounts, checklist, settings } = referencePlan({ ...BOTH, ...changes });
    const bucket = settings.find(({ id }) => id === "setting.storage.platform-etcd-bucket[seed]")?.value;
    return [checklist.find(({ id }) => id.endsWith("store-further"))?.title, accounts.find(({ id }) => id === "account.backup-store")?.permissions[0], bucket?.kind === "known" ? bucket.value : undefined];
  };
  expect(of({ "storage.further": ["velero", "platform-etcd"] })).toEqual([
    "S3 for further backups, with the bucket kkp-further and a bucket for etcd of seed, and keys for them",
    "Read, write, list and delete objects in the bucket and in a bucket for etcd of seed",
    "s3:s3.example.com/<fill-in: bucket for etcd of seed>",
  ]);
  expect(of({ "storage.further": ["platform-etcd"], "storage.furtherBucket": undefined }).slice(0, 2)).toEqual(["S3 for further backups, with a bucket for etcd of seed, and keys for it", "Read, write, list and delete objects in a bucket for etcd of seed"]);
  const many = planFrom(changed(starterAnswers("large-data-centre"), { "storage.furtherBucket": "kkp-further" }));
  const title = many.checklist.find(({ id }) => id.endsWith("store-further"))?.title ?? "";
  const words = /a (bucket each for etcd of .+), and keys for them$/.exec(title)?.[1] ?? "";
  const asked = words.replace("bucket each for etcd of ", "").split(/, | and /);
  expect(many.accounts.find(({ id }) => id === "account.backup-store")?.permissions[0]).toContain(words);
  const named = many.settings.flatMap(({ id, value }) => (id.startsWith("setting.storage.platform-etcd-bucket[") && value.kind === "known" ? [/<fill-in: bucket for etcd of (.+)>$/.exec(value.value)?.[1]] : []));
  expect(named.length).toBeGreaterThan(1);
  expect([...asked].sort()).toEqual([...named].sort());
});

test("each platform cluster has a folder of its own", () => {
  const places = planFrom(starterAnswers("large-data-centre")).settings.flatMap(({ id, value }) => (id.startsWith("setting.storage.velero-location") && value.kind === "known" ? [/prefix (\S+),/.exec(value.value)?.[1]] : []));
  expect(places.length).toBeGreaterThan(1);
  expect(new Set(places).size).toBe(places.length);
});

test("without internet the copy of MinIO starts from the private registry, which holds its image", () => {
  const OFFLINE = { ...BOTH, "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 5000, "network.mirrorTrust": "private" };
  const listed = (changes: Changes) => referencePlan({ ...OFFLINE, ...changes }).runbook.find(({ id }) => id === "step.mirror")?.text ?? "";
  expect(shown(valueOf(mirrorFields, referenceAnswers(OFFLINE), "seed"))).toContain("seed/minio-mirror.yaml image: registry.example.com:5000/rclone/rclone:1.75.0");
  expect(listed({})).toContain("docker.io/rclone/rclone:1.75.0 for the copy of MinIO");
  expect(listed({ "storage.further": ["velero"] })).not.toContain("rclone");
  expect(listed({ "storage.clusters.seed.backupTarget": "s3" })).not.toContain("rclone");
});

test("the addon that saves etcd is told the region of its store", () => {
  const region = (changes: Changes) => referencePlan({ ...BOTH, "storage.further": ["platform-etcd"], ...changes }).settings.find(({ field }) => field === "addons.addons[backups-restic].params.awsDefaultRegion")?.value;
  expect(region({})).toEqual({ kind: "known", value: "eu-central-1" });
  expect(region({ "storage.storeRegion": undefined })).toEqual({ kind: "open", question: "storage.storeRegion" });
});
