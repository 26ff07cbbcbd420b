import { expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { referenceAnswers, referencePlan } from "../../testing/reference.ts";

const METERED = { "project.edition": "EE", "infrastructure.seedExtras": ["metering"], "storage.meteringStore": "s3.example.com", "storage.meteringBucket": "acme-usage" };

test("whoever runs the store is asked for bucket and keys", () => {
  const { accounts, checklist, secrets, settings } = referencePlan(METERED);
  expect(secrets.find(({ id }) => id === "secret.metering")).toMatchObject({ name: "kkp/metering", files: ["Secret kubermatic/metering-s3 of seed"] });
  expect(accounts.find(({ id }) => id === "account.metering")).toMatchObject({ team: "storage", permissions: ["Read, write and list objects in the bucket acme-usage"], fields: ["accessKey", "secretKey"] });
  const item = checklist.find(({ id }) => id === "todo.store-metering");
  expect(item?.title).toBe("S3 for reports of metering with the bucket acme-usage, and keys for it");
  expect(item?.verify).toContain("`aws s3 ls s3://acme-usage --endpoint-url https://s3.example.com`");
  expect(settings.find(({ field }) => field === "spec.metering.reports")?.value).toEqual({ kind: "known", value: "weekly: schedule 0 1 * * 6, interval 7" });
});

test("the Secret follows the Seed object that switches metering on", () => {
  const { runbook } = referencePlan(METERED);
  const ids = runbook.map(({ id }) => id);
  expect(ids.indexOf("step.metering[seed]")).toBeGreaterThan(ids.indexOf("step.seed-object[seed]"));
  expect(runbook.find(({ id }) => id === "step.metering[seed]")?.commands).toContain(
    "kubectl -n kubermatic create secret generic metering-s3 --from-file=accessKey=seed/metering-access-key --from-file=secretKey=seed/metering-secret-key --from-literal=bucket=acme-usage --from-literal=endpoint=https://s3.example.com --dry-run=client -o yaml | kubectl apply -f -",
  );
});

test("nodes and browsers reach the store", () => {
  const rows = referencePlan(METERED).firewall.flows.filter(({ id }) => id.includes("store-metering["));
  expect(rows.map(({ source, reason }) => `${source}: ${reason}`).toSorted()).toEqual(["nodes[seed]: Reports of metering", "users: Downloads of reports"]);
});

test("store and bucket have no default", () => {
  const { checklist, openPoints } = referencePlan({ ...METERED, "storage.meteringStore": undefined, "storage.meteringBucket": undefined });
  expect(checklist.find(({ id }) => id === "todo.store-metering")?.blockedBy).toEqual(["storage.meteringStore", "storage.meteringBucket"]);
  expect(openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(["storage.meteringStore", "storage.meteringBucket"]));
});

test.each([
  ["no metering", { ...METERED, "infrastructure.seedExtras": [] }],
  ["the Community Edition", { ...METERED, "project.edition": "CE" }],
])("%s needs none of it", (_how, changes) => {
  const { accounts, checklist, firewall, runbook, secrets } = planFrom(referenceAnswers(changes));
  expect([...accounts, ...checklist, ...firewall.flows, ...runbook, ...secrets].filter(({ id }) => /metering/.test(id))).toEqual([]);
});

test("an upgrade leaves the Secret as it is, unless metering comes with it", () => {
  const upgrade = { ...METERED, "project.release": "2.31", "project.upgradeFrom": "2.30" };
  const ids = (newSecrets: readonly string[]) => {
    const { checklist, runbook } = referencePlan({ ...upgrade, "access.newSecrets": newSecrets });
    return [...checklist, ...runbook].map(({ id }) => id).filter((id) => /metering|seed-additions/.test(id));
  };
  expect(ids([])).toEqual([]);
  expect(ids(["metering"])).toEqual(expect.arrayContaining(["todo.store-metering", "todo.account.metering", "step.seed-additions[seed]", "step.metering[seed]"]));
});
