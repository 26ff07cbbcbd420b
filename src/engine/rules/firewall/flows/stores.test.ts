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

const S3 = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.example.com" };
const MLA = { "monitoring.userClusterMla": true, "monitoring.objectStore": "s3" };
const toStores = (changes: Changes) =>
  referencePlan({ "storage.store": "s3.example.com", "storage.further": ["velero"], ...changes }).firewall.flows.filter(({ refs }) => refs.includes("E8")).map(({ id, reason }) => `${id} ${reason}`);
const PROXY = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128, "network.proxiedHosts": ["s3.example.com"] };
const SNAPSHOTS = "etcd snapshots of user clusters";

test.each<[string, Changes, readonly string[]]>([
  ["one host and port is one row that names all its purposes", { ...S3, ...MLA, "monitoring.objectStoreAddress": "S3.example.com" }, [`flow.E8[seed] ${SNAPSHOTS}; Further backups; Blocks of metrics and logs`]],
  ["so is one without etcd backups there", { ...MLA, "storage.clusters.seed.backupTarget": "minio", "monitoring.objectStoreAddress": "s3.example.com" }, ["flow.store-further[seed] Further backups; Blocks of metrics and logs"]],
  ["none is shared where a proxy leads to it, which not every program is told", { ...S3, ...PROXY }, ["flow.E8[seed] A snapshot is looked up before a restore", "flow.store-further[seed] Further backups", `flow.E8-past[seed] ${SNAPSHOTS}`]],
  ["another port is another row", { ...S3, "storage.storePort": 9000 }, [`flow.E8[seed] ${SNAPSHOTS}`, "flow.store-further[seed] Further backups"]],
  ["another host is another row", { ...S3, ...MLA, "monitoring.objectStoreAddress": "mla.example.com" }, [`flow.E8[seed] ${SNAPSHOTS}; Further backups`, "flow.store-mla[seed] Blocks of metrics and logs"]],
  ["rows beside the etcd backups wait for a host that may be the same", { ...S3, ...MLA, "storage.store": "other.example.com", "monitoring.objectStoreAddress": undefined }, [`flow.E8[seed] ${SNAPSHOTS}`]],
  ["one store alone waits for no host", { "storage.clusters.seed.backupTarget": "minio", "storage.store": undefined }, ["flow.store-further[seed] Further backups"]],
  [
    "hosts with the bucket in front differ from store to store",
    { ...S3, ...MLA, "storage.clusters.seed.s3Endpoint": "s3.eu-central-1.amazonaws.com", "storage.store": "s3.eu-central-1.amazonaws.com", "monitoring.objectStoreAddress": "s3.eu-central-1.amazonaws.com" },
    [`flow.E8[seed] ${SNAPSHOTS}`, "flow.store-further[seed] Further backups", "flow.store-mla[seed] Blocks of metrics and logs"],
  ],
])("%s", (_title, changes, expected) => {
  expect(toStores(changes)).toEqual(expected);
});
