import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { pullSecret } from "./installation.ts";
import { datacenterAccounts } from "./provider-accounts.ts";

const ids = (plan: ReturnType<typeof planFrom>) => plan.accounts.map(({ id }) => id);
const sharedUser = "infrastructure.datacenters.fra-vsphere.vsphereSharedUser";

test("the reference setup: vSphere users of the management, pull secret, SSH key, MinIO", () => {
  expect(ids(referencePlan())).toEqual([
    "account.vsphere-infrastructure[seed]",
    "account.vsphere-ccm-csi[seed]",
    "account.pull-secret",
    "account.ssh-key[seed]",
    "account.backup-bucket[seed]",
    "account.secret-store",
    "account.repository",
  ]);
});

test("tenants with a user of their own get rows of their own", () => {
  expect(cellOf(datacenterAccounts, referenceAnswers(), "fra-vsphere").outcome).toMatchObject({ kind: "not-applicable" });
  expect(ids(referencePlan({ [sharedUser]: false }))).toContain("account.vsphere-infrastructure[fra-vsphere]");
});

test("a Seed on other infrastructure cannot share its user", () => {
  expect(ids(referencePlan({ "infrastructure.clusters.seed.provider": "azure" }))).toContain("account.vsphere-infrastructure[fra-vsphere]");
});

test("the Community Edition needs no pull secret", () => {
  expect(cellOf(pullSecret, referenceAnswers({ "project.edition": "CE" })).outcome.kind).toBe("not-applicable");
  expect(cellOf(pullSecret, referenceAnswers({ "project.edition": undefined })).outcome).toEqual({ kind: "waiting", missing: ["project.edition"] });
});

test("Azure workers need a service principal with exactly the fields of a Preset", () => {
  const row = planFrom(starterAnswers("vsphere-plus-azure")).accounts.find(({ id }) => id === "account.azure-service-principal[azure-weu]");
  expect(row).toMatchObject({ fields: ["tenantID", "subscriptionID", "clientID", "clientSecret"], team: "infrastructure" });
});

test("S3 outside asks the storage team for keys", () => {
  const row = referencePlan({ "storage.clusters.seed.backupTarget": "s3" }).accounts.find(({ id }) => id === "account.backup-bucket[seed]");
  expect(row).toMatchObject({ team: "storage", fields: ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY"] });
});

test("DNS-01 needs an account only where a program may change the zone", () => {
  const dns01 = { "certificates.issuance": "dns01", "dns.zone": "public" };
  expect(ids(referencePlan({ ...dns01, "dns.automation": "rfc2136" }))).toContain("account.zone");
  expect(ids(referencePlan({ ...dns01, "dns.automation": "none" }))).not.toContain("account.zone");
});
