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

test("tools have the versions that fit the release", () => {
  const versions = (release: string) => Object.fromEntries(referencePlan({ "project.release": release, "project.upgradeFrom": "none" }).tools.map(({ title, version }) => [title, version]));
  expect(versions("2.30")).toMatchObject({ "kubermatic-installer": "2.30.6", helm: "3", kubeone: "1.12 or 1.13", terraform: "1.0 or newer", vault: "that of the server" });
  expect(versions("2.31")).toMatchObject({ "kubermatic-installer": "2.31.0", helm: "3 or 4", kubeone: "1.13 or 1.14" });
  expect(referencePlan({ "infrastructure.clusters.seed.provisioning": "managed" }).tools.map(({ title }) => title)).not.toContain("kubeone");
  const reason = (release: string) => referencePlan({ "project.release": release }).tools.find(({ id }) => id === "tool.kubeone")?.why;
  expect(reason("2.28")).toContain("Of those that KubeOne supports today, 1.13 installs 1.33 of it.");
  expect(reason("2.31")).toContain("cover most of what KKP 2.31 offers. Of those that KubeOne supports today, 1.13 installs 1.33 to 1.35 and 1.14 installs 1.34 to 1.36 of it.");
  expect(referencePlan({ "access.toolset": "container" }).tools.at(-1)?.version).toContain("kubeone-tooling");
});

test("secrets are named once each, with what makes them; proxies stand apart by stack", () => {
  const { secrets } = referencePlan();
  expect(secrets.map(({ id }) => id)).toEqual([
    "secret.service-account-key",
    "secret.issuer-client",
    "secret.issuer-cookie",
    "secret.minio[seed]",
    "secret.iap-prometheus[seed]",
    "secret.iap-grafana[seed]",
    "secret.iap-alertmanager[seed]",
    "secret.iap-seed-grafana[seed]",
    "secret.iap-seed-alertmanager[seed]",
  ]);
  expect(secrets.find(({ id }) => id === "secret.issuer-client")?.files).toEqual(["kubermatic.yaml", "values.yaml"]);
});

test("a managed service needs a way in, hours and accounts", () => {
  const plan = referencePlan({ "access.service": "managed", "access.serviceHours": "always" });
  expect(plan.access.find(({ id }) => id === "access.service-hours")?.detail).toEqual({ kind: "known", value: "Around the clock" });
  expect(plan.openPoints.map(({ path }) => path)).toContain("access.serviceWay");
  expect(plan.accounts.map(({ id }) => id)).toContain("account.managed-service");
  expect(referencePlan().accounts.map(({ id }) => id)).not.toContain("account.managed-service");
});
