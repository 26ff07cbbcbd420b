import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { otherBucketNames } from "./other-bucket-names.ts";

const found = (changes: Changes) => findingsOf(otherBucketNames, referenceAnswers(changes));
const VELERO: Changes = { "storage.further": ["velero"], "storage.store": "s3.example.com" };
const METERING: Changes = { "project.edition": "EE", "infrastructure.seedExtras": ["metering"] };

test.each(["KKP", "kkp_further", "kk", "kkp-", "kkp..further", "10.20.0.9", "a".repeat(64)])("S3 refuses %s", (bucket) => {
  expect(found({ ...VELERO, "storage.furtherBucket": bucket })).toMatchObject([{ severity: "blocker", title: `No bucket can be called ${bucket}`, answers: ["storage.furtherBucket"] }]);
});

test("the sentence names bucket, length and rules", () => {
  expect(found({ ...VELERO, "storage.furtherBucket": "KKP" })[0]?.message).toBe(
    "The bucket for further backups has 3 characters; S3 takes 3 to 63, lower-case letters, digits, dots and hyphens, with a letter or digit at both ends, no two dots in a row, and no IP address. Whoever creates it is refused, and nothing is written.",
  );
});

test("the bucket of metering is looked at as well", () => {
  expect(found({ ...METERING, "storage.meteringBucket": "ab" })).toMatchObject([{ answers: ["storage.meteringBucket"] }]);
});

test.each<[string, Changes]>([
  ["a name that S3 takes", { ...VELERO, "storage.furtherBucket": "kkp.further-1" }],
  ["the longest", { ...VELERO, "storage.furtherBucket": "a".repeat(63) }],
  ["a name that nobody gave", VELERO],
  ["a bucket that nothing needs", { "storage.further": [], "storage.furtherBucket": "KKP" }],
])("silent: %s", (_name, changes) => expect(found(changes)).toEqual([]));
