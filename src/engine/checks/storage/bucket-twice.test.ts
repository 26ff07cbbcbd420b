import { expect, test } from "vitest";
import { answersOf, findingsOf } from "../../testing/reference.ts";
import { bucketTwice } from "./bucket-twice.ts";

type Store = readonly [host: string | undefined, bucket: string | undefined];

/** Two Seeds with a bucket each, by endpoint and name. */
const asked = (...stores: readonly Store[]) =>
  findingsOf(
    bucketTwice,
    answersOf(
      Object.fromEntries(
        stores.flatMap(([host, bucket], at) => [
          [`infrastructure.clusters.s${at}.role`, at === 0 ? "master-and-seed" : "seed"],
          [`storage.clusters.s${at}.backupTarget`, "s3"],
          [`storage.clusters.s${at}.s3Endpoint`, host],
          [`storage.clusters.s${at}.bucket`, bucket],
        ]),
      ),
    ),
  ).map(({ title, message }) => `${title}: ${message}`);

const [FRANKFURT, IRELAND] = ["s3.eu-central-1.amazonaws.com", "s3.eu-west-1.amazonaws.com"];

test("AWS gives a name once in all regions", () => {
  expect(asked([FRANKFURT, "kkp"], [IRELAND, "kkp"])).toEqual([
    "A second bucket cannot be called kkp: s0 asks s3.eu-central-1.amazonaws.com for it and s1 asks s3.eu-west-1.amazonaws.com; a name exists once below amazonaws.com, in one region.",
  ]);
});

test.each<[string, readonly Store[]]>([
  ["names of their own", [[FRANKFURT, "kkp-a"], [IRELAND, "kkp-b"]]],
  ["one bucket that both write to", [[FRANKFURT, "kkp"], [FRANKFURT, "kkp"]]],
  ["stores of one's own", [["s3.a.example.com", "kkp"], ["s3.b.example.com", "kkp"]]],
  ["partitions of AWS", [[FRANKFURT, "kkp"], ["s3.cn-north-1.amazonaws.com.cn", "kkp"]]],
  ["a store that nobody named", [[FRANKFURT, "kkp"], [undefined, "kkp"]]],
  ["a name that nobody gave", [[FRANKFURT, undefined], [IRELAND, undefined]]],
])("silent: %s", (_name, stores) => {
  expect(asked(...stores)).toEqual([]);
});
