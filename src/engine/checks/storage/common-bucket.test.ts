import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { commonBucket } from "./common-bucket.ts";

const seed = "storage.clusters.seed";
const backedUp = (s3Endpoint: string | undefined, bucket: string | undefined, more = {}) => findingsOf(commonBucket, referenceAnswers({ [`${seed}.backupTarget`]: "s3", [`${seed}.s3Endpoint`]: s3Endpoint, [`${seed}.bucket`]: bucket, ...more }));

test.each(["kkpbackup", "kubermatic-etcd-backups"])("%s at AWS is somebody else's", (bucket) => {
  expect(backedUp("s3.eu-central-1.amazonaws.com", bucket)).toMatchObject([{ severity: "warning", title: `${bucket} at s3.eu-central-1.amazonaws.com is most likely somebody else's`, answers: [`${seed}.bucket`] }]);
});

test("the bucket for further backups is looked at as well", () => {
  const further = { "storage.further": ["velero"], "storage.store": "s3.fr-par.scw.cloud", "storage.furtherBucket": "kkpbackup" };
  expect(findingsOf(commonBucket, referenceAnswers(further))).toMatchObject([{ answers: ["storage.furtherBucket"] }]);
});

test.each(["s3.eu-central-1.wasabisys.com", "oss-eu-central-1.aliyuncs.com", "obs.eu-de.myhuaweicloud.com", "storage.googleapis.com", "fra1.digitaloceanspaces.com", "fsn1.your-objectstorage.com", "s3.eu-central-003.backblazeb2.com", "bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com"])("all customers share the names at %s", (host) => {
  expect(backedUp(host, "kkpbackup")).toMatchObject([{ title: `kkpbackup at ${host} is most likely somebody else's` }]);
});

test.each<[string, string | undefined, string | undefined]>([
  ["a store of one's own", "s3.example.com", "kkpbackup"],
  ["a store that has the account in its name", "0a1b2c.r2.cloudflarestorage.com", "kkpbackup"],
  ["a name of one's own", "s3.eu-central-1.amazonaws.com", "acme-kkpbackup"],
  ["a name that nobody gave", "s3.eu-central-1.amazonaws.com", undefined],
  ["a store that nobody named", undefined, "kkpbackup"],
])("silent: %s", (_name, host, bucket) => {
  expect(backedUp(host, bucket)).toEqual([]);
});

test("a platform that runs has its bucket already", () => {
  expect(backedUp("s3.eu-central-1.amazonaws.com", "kkpbackup", { "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
});
