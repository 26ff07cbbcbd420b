import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { cortexTooLarge } from "./cortex-too-large.ts";
import { minimumTooSmall } from "./minimum-too-small.ts";
import { splitLoad } from "./split-load.ts";

const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";
const stated = { "monitoring.expectedLoad": "stated", "monitoring.series": 50000, "monitoring.scrapeInterval": 15, "monitoring.logs": 1, "monitoring.userRetention": 7 };

test.each(starterNames)("%s: silent", (name) => {
  expect([minimumTooSmall, splitLoad, cortexTooLarge].flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test("30 user clusters may stand on the minimum, 31 want a statement", () => {
  expect(findingsOf(minimumTooSmall, referenceAnswers({ [clusters]: 30 }))).toEqual([]);
  const [finding] = findingsOf(minimumTooSmall, referenceAnswers({ [clusters]: 31 }));
  // 31 × 50,000 ÷ 1,000,000 × 15 × 3 = 69.75
  expect(finding?.message).toContain("69.8 GiB for the ingesters alone");
  expect(findingsOf(minimumTooSmall, referenceAnswers({ [clusters]: 31, ...stated }))).toEqual([]);
});

test("a heavy load wants workers, storage and a store of its own", () => {
  // 40 × 50,000 ÷ 15 = 133,334 samples; 2 × 19 × 8 + 40 × 8 = 624 GiB
  const heavy = { ...stated, [clusters]: 40 };
  expect(findingsOf(splitLoad, referenceAnswers(heavy)).map(({ id }) => id)).toEqual(["monitoring.split-load[seed]#etcd", "monitoring.split-load[seed]#minio"]);
  const apart = { ...heavy, "monitoring.nodes": "dedicated", "monitoring.storage": "own", "monitoring.objectStore": "s3" };
  expect(findingsOf(splitLoad, referenceAnswers(apart))).toEqual([]);
  expect(findingsOf(splitLoad, referenceAnswers(stated))).toEqual([]);
});

test("what is just heavy enough stays, and either workers or storage in common is told", () => {
  const etcd = (changes: Changes) => findingsOf(splitLoad, referenceAnswers({ ...stated, ...changes })).filter(({ id }) => id.endsWith("#etcd"));
  // 30 × 50,000 ÷ 15 = 100,000 samples
  expect(etcd({ [clusters]: 30 })).toEqual([]);
  expect(etcd({ [clusters]: 31 })).toMatchObject([{ severity: "warning" }]);
  expect(etcd({ [clusters]: 31, "monitoring.nodes": "dedicated" })).toHaveLength(1);
  expect(etcd({ [clusters]: 31, "monitoring.storage": "own" })).toHaveLength(1);
});

test("500 GiB fit into the MinIO of the stack; more is advised against", () => {
  // 12 × 10,500 ÷ 1,000,000 × 19 GiB × 8 days = 19.2, which are 20, and 12 × 5 × 8 = 480 of logs
  const minio = (logs: number) => findingsOf(splitLoad, referenceAnswers({ ...stated, "monitoring.series": 10500, "monitoring.logs": logs }));
  expect(minio(5)).toEqual([]);
  expect(minio(6)).toMatchObject([{ id: "monitoring.split-load[seed]#minio", severity: "advice" }]);
});

test("ingesters that fit on no worker are told with their number, and larger workers heal it", () => {
  // 12 × 200,000 ÷ 1,000,000 × 15 GiB = 36,864 MiB for each of three
  const heavy = { ...stated, "monitoring.series": 200000 };
  const [finding, ...others] = findingsOf(cortexTooLarge, referenceAnswers(heavy));
  expect(others).toEqual([]);
  expect(finding?.title).toBe("3 ingesters of Cortex fit on no worker of seed");
  expect(finding?.message).toContain("36,864 MiB of each; a worker of 32 GiB");
  const memory = finding?.fixes[0]?.set[0]?.value;
  expect(memory).toBeGreaterThan(36);
  const healed = (value: number) => findingsOf(cortexTooLarge, referenceAnswers({ ...heavy, "infrastructure.clusters.seed.workerMemory": value }));
  expect(healed(Number(memory))).toEqual([]);
  expect(healed(Number(memory) - 1)).toHaveLength(1);
});

test("distributors are held to the CPU of a worker", () => {
  // 12 × 300,000 ÷ 5 ÷ 20,000 = 36 cores for two distributors
  const ids = findingsOf(cortexTooLarge, referenceAnswers({ ...stated, "monitoring.series": 300000, "monitoring.scrapeInterval": 5, "infrastructure.clusters.seed.workerMemory": 256 })).map(({ id }) => id);
  expect(ids).toEqual(["monitoring.cortex-too-large[seed]#distributor"]);
});
