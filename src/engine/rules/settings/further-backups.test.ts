import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { mirrorFields, veleroFields } from "./further-backups.ts";

const BOTH = { "storage.further": ["velero", "mirror"], "storage.store": "s3.example.com", "storage.furtherBucket": "kkp-further" };

const shown = (rows: ReturnType<typeof planFrom>["settings"]) => rows.map(({ object, field, value }) => `${object} ${field}: ${value.kind === "known" ? value.value : value.kind}`);

test("Velero gets its store, its plugin and its keys, or it saves nothing", () => {
  expect(shown(valueOf(veleroFields, referenceAnswers({ ...BOTH, "project.release": "2.31" }), "seed"))).toEqual([
    "seed/values-velero.yaml velero.backupsEnabled: true",
    "seed/values-velero.yaml velero.initContainers: velero-plugin-for-aws, image docker.io/velero/velero-plugin-for-aws:v1.13.2, /target on the volume plugins",
    "seed/values-velero.yaml velero.configuration.backupStorageLocation[]: name default, provider aws, bucket kkp-further, prefix seed/velero, config s3Url https://s3.example.com, s3ForcePathStyle true and region as the store names its own",
    "seed/values-velero.yaml velero.credentials.secretContents.cloud: [default] with aws_access_key_id and aws_secret_access_key of <fill-in:kkp/backup-store>",
  ]);
});

test("the copy of MinIO has schedule, folder and both ends", () => {
  expect(shown(valueOf(mirrorFields, referenceAnswers(BOTH), "seed"))).toEqual([
    "seed/minio-mirror.yaml spec.schedule: */30 * * * *",
    "seed/minio-mirror.yaml args: sync source:kkpbackup target:kkp-further/seed/minio",
    "seed/minio-mirror.yaml RCLONE_CONFIG_SOURCE_*: TYPE s3, PROVIDER Minio, ENDPOINT http://minio.minio.svc.cluster.local:9000, ACCESS_KEY_ID and SECRET_ACCESS_KEY from accessKey and secretKey of the Secret minio",
    "seed/minio-mirror.yaml RCLONE_CONFIG_TARGET_*: TYPE s3, ENDPOINT https://s3.example.com, ACCESS_KEY_ID and SECRET_ACCESS_KEY of <fill-in:kkp/backup-store>",
  ]);
  expect(cellOf(mirrorFields, referenceAnswers({ ...BOTH, "storage.clusters.seed.backupTarget": "s3" }), "seed").outcome.kind).toBe("not-applicable");
});

test("what nobody has named stays open and holds the line of the storage team", () => {
  const open = referencePlan({ ...BOTH, "storage.furtherBucket": undefined });
  expect(open.settings.find(({ id }) => id === "setting.storage.velero-location[seed]")?.value).toEqual({ kind: "open", question: "storage.furtherBucket" });
  expect(open.checklist.find(({ id }) => id.endsWith("store-further"))?.blockedBy).toContain("storage.furtherBucket");
});

test("the storage team is asked for the bucket and the keys of it", () => {
  const { accounts, checklist, runbook } = referencePlan(BOTH);
  expect(accounts.find(({ id }) => id === "account.backup-store")).toMatchObject({ team: "storage", where: "S3 for further backups", permissions: ["Read, write, list and delete objects in the bucket"] });
  expect(checklist.find(({ id }) => id.endsWith("store-further"))?.title).toBe("S3 for further backups, with the bucket kkp-further and keys for it");
  for (const [step, file] of [["velero", "values-velero"], ["minio-mirror", "minio-mirror"]] as const) expect(runbook.find(({ id }) => id === `step.${step}[seed]`)?.commands.find((line) => line.startsWith("! grep"))).toContain(`seed/${file}.yaml`);
  expect(referencePlan({ "storage.further": ["user-clusters"], "storage.store": "s3.example.com" }).accounts.map(({ id }) => id)).not.toContain("account.backup-store");
});

test("each platform cluster has a folder of its own", () => {
  const places = planFrom(starterAnswers("large-data-centre")).settings.flatMap(({ id, value }) => (id.startsWith("setting.storage.velero-location") && value.kind === "known" ? [/prefix (\S+),/.exec(value.value)?.[1]] : []));
  expect(places.length).toBeGreaterThan(1);
  expect(new Set(places).size).toBe(places.length);
});
