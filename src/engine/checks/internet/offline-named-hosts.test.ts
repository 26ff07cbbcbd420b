import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { offlineNamedHosts } from "./offline-named-hosts.ts";

const AWS = "s3.eu-central-1.amazonaws.com";
const found = (changes: Changes) => findingsOf(offlineNamedHosts, referenceAnswers({ "network.places.main.internet": "offline", ...changes }));

test("one finding for a store that several parts of the plan write to", () => {
  expect(found({ "storage.further": ["user-clusters"], "storage.store": AWS, "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": AWS })).toMatchObject([
    {
      title: `${AWS} is asked from Frankfurt, without internet`,
      message: `S3 for further backups and S3 for backups: ${AWS} is a name on the internet, and machines in Frankfurt reach nothing there. The firewall rows lead to it all the same.`,
      fixes: [{ set: [{ path: "network.places.main.internet", value: "proxy" }] }],
      answers: ["storage.store", "storage.clusters.seed.s3Endpoint", "network.places.main.internet"],
    },
  ]);
});

test.each<[string, Changes]>([
  ["a store of one's own", { "storage.further": ["user-clusters"], "storage.store": "s3.example.com" }],
  ["a private endpoint by its own name", { "storage.further": ["user-clusters"], "storage.store": "bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com" }],
  ["a place with a proxy", { "network.places.main.internet": "proxy", "storage.further": ["user-clusters"], "storage.store": AWS }],
  ["a store that nothing writes to", { "storage.store": AWS }],
])("says nothing of %s", (_what, changes) => {
  expect(found(changes)).toEqual([]);
});
