import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../../testing/reference.ts";

const callers = (changes: Changes) =>
  referencePlan({ "storage.store": "s3.example.com", ...changes }).firewall.flows.filter(({ destination }) => destination === "store-further").map(({ source }) => source);

test.each([
  ["Velero runs in every cluster of the platform", { "storage.further": ["velero"] }, ["nodes[seed]"]],
  ["KubeOne's addon saves etcd of a cluster that it built", { "storage.further": ["platform-etcd"] }, ["nodes[seed]"]],
  ["nothing on a managed cluster saves its etcd", { "storage.further": ["platform-etcd"], "infrastructure.clusters.seed.provisioning": "managed" }, []],
  ["the MinIO of a Seed is copied from there", { "storage.further": ["mirror"], "storage.clusters.seed.backupTarget": "minio" }, ["nodes[seed]"]],
  ["without a MinIO nothing is copied", { "storage.further": ["mirror"], "storage.clusters.seed.backupTarget": "s3" }, []],
] as const)("%s", (_title, changes, expected) => {
  expect(callers(changes)).toEqual(expected);
});
