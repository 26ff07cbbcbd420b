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

test.each<[string, string | undefined, string | undefined]>([
  ["a store of one's own", "s3.example.com", "kkpbackup"],
  ["a name of one's own", "s3.eu-central-1.amazonaws.com", "acme-kkpbackup"],
  ["a name that nobody gave", "s3.eu-central-1.amazonaws.com", undefined],
  ["a store that nobody named", undefined, "kkpbackup"],
])("silent: %s", (_name, host, bucket) => {
  expect(backedUp(host, bucket)).toEqual([]);
});

test("a platform that runs has its bucket already", () => {
  expect(backedUp("s3.eu-central-1.amazonaws.com", "kkpbackup", { "project.release": "2.31", "project.upgradeFrom": "2.30" })).toEqual([]);
});
