import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const UPGRADE: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", "loadBalancer.clusters.seed.keepFormerEntry": "10.20.30.1" };
const S3: Changes = { "storage.clusters.seed.backupTarget": "s3", "storage.clusters.seed.s3Endpoint": "s3.bank.example", "storage.storeRoot": "private" };
const made = (cluster: string) => `export KUBECONFIG="$PWD"/${cluster}/kubeconfig`;

test("Jobs of metering on a Seed apart mount a bundle that nobody else makes there", () => {
  const answers = changed(installationAnswers("ports-behind-proxies"), { "project.upgradeFrom": "none", "project.edition": "EE", "storage.storeRoot": "private", "infrastructure.seedExtras": ["metering"], "storage.meteringStore": "s3.logistics.example", "storage.meteringBucket": "kkp-metering" });
  const { commands = [] } = planFrom(answers).runbook.find(({ id }) => id === "step.private-root" || id === "step.made-root") ?? {};
  for (const seed of ["north", "south", "west"]) {
    const at = commands.indexOf(made(seed));
    expect(commands[at + 2]).toMatch(/^kubectl -n kubermatic create configmap platform-ca-bundle --from-file=ca-bundle\.pem=ca-bundle\.pem /);
  }
});

test("an upgrade that brings a store behind a private root adds it to the bundle that runs", () => {
  const step = (changes: Changes) => referencePlan({ ...UPGRADE, ...S3, ...changes }).runbook.find(({ id }) => id === "step.bundle-on-upgrade");
  expect(step({ "access.newSecrets": ["backups"] })?.commands.slice(1, 3)).toEqual([
    "BUNDLE=$(kubectl -n kubermatic get kubermaticconfigurations -o jsonpath='{.items[0].spec.caBundle.name}')",
    "(kubectl -n kubermatic get configmap \"${BUNDLE:-ca-bundle}\" -o jsonpath='{.data.ca-bundle\\.pem}'; echo; cat store-root.crt) > ca-bundle.pem",
  ]);
  expect(step({ "access.newSecrets": [] })).toBeUndefined();
});

test("a part that runs keeps its root, and nobody orders it again", () => {
  const plan = referencePlan({ ...UPGRADE, ...S3, "access.newSecrets": [] });
  expect(plan.settings.find(({ id }) => id === "setting.storage.exporter-root[seed]")?.value).toEqual({ kind: "known", value: "as it runs" });
  expect(plan.runbook.map(({ id }) => id)).not.toContain("step.store-root[seed]");
  expect(plan.checklist.map(({ id }) => id)).not.toContain("todo.store-root");
});

test("backups of user clusters alone need the root of their store as well", () => {
  const plan = referencePlan({ "project.edition": "EE", "storage.further": ["user-clusters"], "storage.store": "s3.bank.example", "storage.storeRegion": "eu", "storage.storeRoot": "private" });
  expect(plan.checklist.find(({ id }) => id === "todo.store-root")?.verify).toContain("https://s3.bank.example");
  expect(plan.settings.find(({ id }) => id === "setting.storage.location-root[seed]")).toMatchObject({ field: "spec.objectStorage.caCert", value: { kind: "known", value: "store-root.crt in Base64, as one line" } });
  expect(plan.runbook.map(({ id }) => id)).not.toContain("step.store-root[seed]");
});
