import { expect, test } from "vitest";
import { planFrom, type Answers } from "../../index.ts";
import { changed, type Changes } from "../../testing/reference.ts";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const lines = (answers: Answers, id: string, changes: Changes = {}) => planFrom(changed(answers, changes)).runbook.find((step) => step.id === id)?.commands.join("\n");
const bank = starterAnswers("air-gapped-bank");
const INTERNET = "network.places.vault.internet";

test("the installer waits for the way to the internet before it is told of usage reports, unless they are switched off", () => {
  expect(lines(bank, "step.master")).toContain("--disable-telemetry");
  expect(lines(bank, "step.master", { [INTERNET]: undefined })).toBeUndefined();
  expect(lines(bank, "step.master", { [INTERNET]: undefined, "access.telemetry": "off" })).toContain("--disable-telemetry");
});

test("the archive of the release is neither carried nor fetched before somebody says how a place reaches the internet", () => {
  expect(lines(bank, "step.workplace")).toContain("tar -xzf ../kubermatic-ee-");
  expect(lines(bank, "step.workplace", { [INTERNET]: undefined })).toBeUndefined();
});

test("folders and objects of a cluster without a name ask for it, and none is called by an id", () => {
  const without = lines(bank, "step.seed-object[seed]", { "infrastructure.clusters.seed.name": undefined });
  expect(lines(bank, "step.seed-object[seed]")).toContain("kubectl apply -f zrh/seed.yaml");
  expect(without).toContain("kubectl apply -f '<Name of the cluster>'/seed.yaml");
  expect(without).not.toContain("zrh");
});

test("commands look for a nodeport-proxy only where one is known to run", () => {
  const answers = installationAnswers("ports-behind-proxies");
  const asks = (changes: Changes) => lines(answers, "step.seed-object[north]", changes)?.includes("get service nodeport-proxy");
  expect(asks({ "loadBalancer.clusters.north.kind": "metallb-l2" })).toBe(true);
  expect(asks({ "loadBalancer.clusters.north.kind": undefined })).toBe(false);
});
