import { expect, test } from "vitest";
import { rule } from "../../kernel/rule.ts";
import { referenceAnswers, valueOf, type Changes } from "../../testing/reference.ts";
import { roomFor, volumeCounts, type VolumeCounts } from "./volume-counts.ts";

const counted = (dedicated: boolean) =>
  rule<VolumeCounts | undefined>({ id: "test.volumes", title: "Volumes", per: "cluster", sources: [], derive: (read, cluster) => volumeCounts(read, cluster, dedicated) });
const onHetzner = (changes: Changes, dedicated = false) => valueOf(counted(dedicated), referenceAnswers({ "infrastructure.clusters.seed.provider": "hetzner", "storage.clusters.seed.fastClass": "provider", ...changes }), "seed");
const bare: Changes = { "monitoring.mla": false, "monitoring.userClusterMla": false, "storage.clusters.seed.backupTarget": "s3", "infrastructure.seedExtras": [] };

test("what a cluster keeps beside etcd of user clusters is counted once, and apart where the MLA has workers of its own", () => {
  const [none, minio, mla] = [onHetzner(bare), onHetzner({ ...bare, "storage.clusters.seed.backupTarget": "minio" }), onHetzner({ ...bare, "monitoring.mla": true })];
  expect(none).toMatchObject({ etcd: 36, each: 3, others: 0, apart: 0 });
  expect(minio).toMatchObject({ others: 1, apart: 0 });
  expect(mla?.others).toBeGreaterThan(1);
  expect(mla?.apart).toBe(0);
  expect(onHetzner({ ...bare, "project.edition": "EE", "infrastructure.seedExtras": ["metering"] })).toMatchObject({ others: 1 });
  expect(onHetzner({ ...bare, "monitoring.mla": true }, true)).toMatchObject({ others: 0, apart: mla?.others });
});

test("a master keeps no backups, whatever was answered while it was a Seed", () => {
  expect(onHetzner({ ...bare, "infrastructure.clusters.seed.role": "master", "storage.clusters.seed.backupTarget": "minio" })).toMatchObject({ etcd: 0, others: 0 });
});

test("small user clusters find the room that larger ones and all others leave", () => {
  const counts: VolumeCounts = { perMachine: 25, etcd: 30, each: 3, others: 7, apart: 5 };
  expect(roomFor(counts, 0)).toEqual({ perMachine: 25, base: 7, each: 3 });
  expect(roomFor(counts, 4)).toEqual({ perMachine: 25, base: 19, each: 3 });
  expect(roomFor(undefined, 4)).toBeUndefined();
});
