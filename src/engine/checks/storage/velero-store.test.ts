import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { veleroStoreRefuses } from "./velero-store.ts";

const found = (further: readonly string[], store: string | undefined, more: Changes = {}) => findingsOf(veleroStoreRefuses, referenceAnswers({ "storage.further": further, "storage.store": store, ...more }));

test("Google's store refuses what Velero signs", () => {
  expect(found(["velero"], "storage.googleapis.com")).toMatchObject([{ severity: "blocker", title: "storage.googleapis.com refuses what Velero uploads", answers: ["storage.store", "storage.further"] }]);
  expect(found(["velero"], "storage.googleapis.com")[0]?.message).toContain("Velero of master and Seeds speaks");
  expect(found(["velero", "user-clusters"], "Storage.GoogleAPIs.com", { "project.edition": "EE" })[0]?.message).toContain("Velero of master and Seeds and user clusters speaks");
});

test.each<[string, readonly string[], string | undefined, Changes]>([
  ["another store", ["velero"], "s3.eu-central-1.amazonaws.com", {}],
  ["a store that nobody named", ["velero"], undefined, {}],
  ["copies that other programs write", ["mirror", "platform-etcd"], "storage.googleapis.com", {}],
  ["user clusters that the edition does not save", ["user-clusters"], "storage.googleapis.com", { "project.edition": "CE" }],
])("silent: %s", (_name, further, store, more) => {
  expect(found(further, store, more)).toEqual([]);
});
