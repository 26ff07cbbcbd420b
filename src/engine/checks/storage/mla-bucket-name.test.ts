import { expect, test } from "vitest";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { mlaBucketName } from "./mla-bucket-name.ts";

const found = (bucketPrefix: string | undefined, objectStore = "s3") =>
  findingsOf(mlaBucketName, referenceAnswers({ "monitoring.userClusterMla": true, "monitoring.objectStore": objectStore, "monitoring.objectStoreAddress": "s3.example.com", "monitoring.objectStoreRegion": "us-east-1", "monitoring.bucketPrefix": bucketPrefix }));

test("S3 takes 63 characters, of which -cortex-ruler and -alertmanager are 13", () => {
  expect(found("a".repeat(50))).toEqual([]);
  expect(found("a".repeat(52))).toMatchObject([{ severity: "blocker", remedy: "Choose a prefix that is shorter by 2 or more.", answers: ["monitoring.bucketPrefix"] }]);
  expect(found("a".repeat(52))[0]?.message).toContain("65 characters and S3 takes 63");
});

test("names in the charts are short enough, and MinIO in the Seed has no prefix", () => {
  expect(found(undefined)).toEqual([]);
  expect(found("a".repeat(60), "minio")).toEqual([]);
});
