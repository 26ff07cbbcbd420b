import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { NO_ANSWERS } from "../../answers/answers.ts";
import type { RunbookStep } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const stepsOf = (changes: Changes = {}) => referencePlan(changes).runbook;
const idsOf = (steps: readonly RunbookStep[]) => steps.map(({ id }) => id.replace(/^step\./, ""));
const installerLines = (steps: readonly RunbookStep[]) => steps.flatMap(({ commands }) => commands.filter((line) => line.startsWith("kubermatic-installer deploy")));

test("the reference setup is installed in this order", () => {
  const steps = stepsOf();
  expect(steps.map(({ order }) => order)).toEqual(steps.map((_step, at) => at + 1));
  expect(idsOf(steps)).toEqual([
    "workplace",
    "terraform[seed]",
    "kubeone[seed]",
    "load-balancer[seed]",
    "storage-classes[seed]",
    "fio[seed]",
    "conformance[seed]",
    "configuration",
    "supplied-certificates[seed]",
    "master",
    "platform-names",
    "supplied-ingress",
    "seed-charts[seed]",
    "seed-object[seed]",
    "seed-names[seed]",
    "mla[seed]",
    "user-cluster-mla[seed]",
    "presets",
    "acceptance",
  ]);
  expect(installerLines(steps)).toEqual([
    "kubermatic-installer deploy kubermatic-master --config kubermatic.yaml --helm-values values.yaml --storageclass vsphere",
    "kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values seed/values-seed.yaml",
    "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values seed/values-seed-mla.yaml --mla-include-iap",
    "kubermatic-installer deploy usercluster-mla --config kubermatic.yaml --helm-values seed/values-usercluster-mla.yaml --mla-include-iap",
  ]);
});

test("an upgrade to 2.31 keeps both entries side by side, moves the names, then cleans", () => {
  const steps = stepsOf(UPGRADE);
  expect(idsOf(steps)).toEqual([
    "workplace",
    "upgrade-health",
    "upgrade-files",
    "configuration",
    "supplied-certificates[seed]",
    "upgrade-master",
    "upgrade-names",
    "seed-charts[seed]",
    "mla[seed]",
    "user-cluster-mla[seed]",
    "acceptance",
    "upgrade-clean",
  ]);
  expect(installerLines(steps).at(0)).toMatch(/deploy kubermatic-master .*--skip-ingress-cleanup$/);
  expect(installerLines(steps).at(-1)).toMatch(/deploy kubermatic-master .*--clean-nginx-lb$/);
  expect(steps.find(({ id }) => id === "step.upgrade-names")?.text).toContain("NGINX Ingress (10.20.30.1) now leads to Envoy Gateway (10.20.30.3)");
  expect(steps.find(({ id }) => id === "step.upgrade-files")?.text).toContain("https://kubermatic.example.com/api/v2/auth/callback");
});

describe("flags follow the answers", () => {
  test.each<[string, Changes, string, boolean]>([
    ["no class of the installer where the storage team brings a driver", { "storage.clusters.seed.fastClass": "other" }, "--storageclass", false],
    ["no proxies where nothing is exposed", { "monitoring.platformUis": [], "monitoring.seedUis": [] }, "--mla-include-iap", false],
    ["proxies where a Seed's interface is exposed", { "monitoring.platformUis": [] }, "--mla-include-iap", true],
    ["no flag of a separate Seed on a shared cluster", {}, "--separate-seed", false],
  ])("%s", (_name, changes, flag, there) => {
    expect(installerLines(stepsOf(changes)).some((line) => line.includes(flag))).toBe(there);
  });

  test("a Seed apart from the master gets its own entry, where the installer can", () => {
    const answers = starterAnswers("vsphere-plus-azure-seed");
    expect(installerLines(planFrom(answers).runbook).filter((line) => line.includes("azure-seed/"))).toEqual([
      "kubermatic-installer deploy kubermatic-seed --config kubermatic.yaml --helm-values azure-seed/values-seed.yaml --separate-seed",
      "kubermatic-installer deploy seed-mla --config kubermatic.yaml --helm-values azure-seed/values-seed-mla.yaml --separate-seed",
      "kubermatic-installer deploy usercluster-mla --config kubermatic.yaml --helm-values azure-seed/values-usercluster-mla.yaml --mla-include-iap --separate-seed",
    ]);
    const old = planFrom(changed(answers, { "project.release": "2.28" })).runbook;
    expect(installerLines(old).some((line) => line.includes("--separate-seed"))).toBe(false);
    expect(old.find(({ id }) => id === "step.seed-charts[azure-seed]")?.text).toContain("install the NGINX Ingress chart");
    const next = planFrom(changed(answers, { "project.release": "2.31", "project.upgradeFrom": "none" })).runbook;
    expect(next.find(({ id }) => id === "step.seed-charts[azure-seed]")?.commands).toContain("kubectl apply -f azure-seed/gateway.yaml");
  });

  test("Azure gets its class by hand, because the installer's is a hard disk", () => {
    const lines = installerLines(stepsOf({ "infrastructure.clusters.seed.provider": "azure" }));
    expect(lines[0]).not.toContain("--storageclass");
  });
});

test("HTTP-01 asks for certificates after the records are entered", () => {
  const ids = idsOf(planFrom(starterAnswers("proof-of-concept")).runbook);
  expect(ids.indexOf("issuer[kubermatic]")).toBeGreaterThan(ids.indexOf("platform-names"));
  expect(ids).not.toContain("supplied-certificates[kubermatic]");
});

test("an existing cluster is taken over instead of built", () => {
  const ids = idsOf(stepsOf({ "infrastructure.clusters.seed.provisioning": "existing" }));
  expect(ids).toContain("take-over[seed]");
  expect(ids).not.toContain("terraform[seed]");
});

test.each(starterNames)("%s: every step's commands are one script that a shell can parse", (name) => {
  for (const { commands } of planFrom(starterAnswers(name)).runbook) {
    execFileSync("/bin/bash", ["-n"], { input: `${commands.join("\n")}\n` });
  }
});

test("a hostile repository stays one word of its command", () => {
  const hostile = "--upload-pack=x; $(touch /tmp/x) `id` 'q' \"d\" | <b>";
  const [clone = ""] = stepsOf({ "access.repository": hostile })[0]?.commands ?? [];
  const words = execFileSync("/bin/bash", ["-c", `git() { printf '%s\\n' "$@"; }; ${clone}`], { encoding: "utf8" }).trimEnd().split("\n");
  expect(words).toEqual(["clone", "--", hostile, "platform"]);
});

test("no secret and no step before anything is answered", () => {
  expect(planFrom(NO_ANSWERS).runbook).toEqual([]);
});

test("the acceptance speaks of the user cluster's backup, and of the Seeds that keep one", () => {
  const accepted = (changes: Parameters<typeof changed>[1]) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes)).runbook.find(({ id }) => id === "step.acceptance")?.text;
  expect(accepted({})).toContain("After 20 minutes the first etcd backup of every user cluster is listed.");
  expect(accepted({ "storage.clusters.azure-seed.backupTarget": "none" })).toContain("every user cluster on seed is listed.");
});
