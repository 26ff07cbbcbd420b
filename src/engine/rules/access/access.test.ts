import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { repository } from "./stores.ts";
import { bastions } from "./ways-in.ts";

test("the reference setup waits for the addresses of bastion and Vault", () => {
  const rows = referencePlan().access.map(({ id, detail }) => [id, detail]);
  expect(rows).toEqual([
    ["access.bastion[main]", { kind: "open", question: "access.places.main.bastionAddress" }],
    ["access.repository", { kind: "known", value: "https://git.example.com/platform/kubermatic.git" }],
    ["access.secret-store", { kind: "open", question: "access.vaultAddress" }],
    ["access.kubeconfig[seed]", { kind: "known", value: "Written by kubeone kubeconfig; kept in the secret store" }],
  ]);
});

test("a place of workers only has no bastion", () => {
  expect(cellOf(bastions, starterAnswers("vsphere-plus-azure"), "azure").outcome).toEqual({ kind: "not-applicable", why: "No platform cluster stands here." });
  expect(cellOf(bastions, starterAnswers("vsphere-plus-azure-seed"), "azure").outcome.kind).toBe("known");
});

test("stores inside the repository need no address", () => {
  const plan = planFrom(starterAnswers("proof-of-concept"));
  expect(plan.access.find(({ id }) => id === "access.secret-store")?.detail).toEqual({ kind: "known", value: "SOPS in the Git repository" });
});

test("no repository is said, not left out in silence", () => {
  expect(cellOf(repository, referenceAnswers({ "access.repository": "none" })).outcome.kind).toBe("not-applicable");
});
