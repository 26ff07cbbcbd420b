import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, HELD_BEFORE, referencePlan, type Changes } from "../../testing/reference.ts";

const TO_231: Changes = { "project.release": "2.31", "project.upgradeFrom": "2.30", ...HELD_BEFORE };
const step = (changes: Changes, id: string) => referencePlan(changes).runbook.find((one) => one.id === id);

describe("the way back", () => {
  test("is the release before while a run to 2.31 fails, and none afterwards", () => {
    expect(step(TO_231, "step.upgrade-master")?.text).toContain("A run that fails leaves the release before: its installer with the files of before");
    expect(step(TO_231, "step.upgrade-master")?.text).toContain("Once a run is through there is no way back to NGINX Ingress");
  });

  test("to NGINX is a value and another run where Gateway API is an option", () => {
    const text = step({ ...TO_231, "project.release": "2.30", "project.upgradeFrom": "2.29", "loadBalancer.entry": "gateway" }, "step.upgrade-master")?.text;
    expect(text).toContain("migrateGatewayAPI becomes false and dex.ingress.enabled true");
  });

  test("is not spoken of where the entry stays", () => {
    expect(step({ "project.release": "2.30", "project.upgradeFrom": "2.29", "loadBalancer.entry": "standard" }, "step.upgrade-master")?.text).not.toContain("way back");
  });
});

test("records that move on the day have a lower TTL by then", () => {
  const records = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.records")?.verify ?? "";
  expect(records(TO_231)).toMatch(/ has lowered their TTL early enough that the old one has run out by then, and has named who enters them /);
  expect(records({})).not.toContain("TTL");
});

describe("the private registry on an upgrade", () => {
  const bank = starterAnswers("air-gapped-bank");
  const MINIO: Changes = { "storage.clusters.seed.backupTarget": "minio", "storage.further": ["mirror"], "storage.store": "s3.bank.example", "storage.storeRegion": "us-east-1", "storage.furtherBucket": "kkp" };
  const mirror = (changes: Changes) => planFrom(changed(bank, { ...MINIO, ...changes })).runbook.find(({ id }) => id === "step.mirror")?.text ?? "";
  const UPGRADE: Changes = { "project.upgradeFrom": "2.29" };

  test("gets no images for what is not done again", () => {
    for (const purpose of ["for the test of the disks", "for the bucket", "for the copy of MinIO"]) {
      expect(mirror({})).toContain(purpose);
      expect(mirror(UPGRADE)).not.toContain(purpose);
    }
    expect(mirror(UPGRADE)).not.toContain("spec.mirrorImages");
  });

  test("gets those of what comes with it", () => {
    const added = mirror({ ...UPGRADE, "access.newSecrets": ["backups", "further-backups"] });
    expect(added).toContain("for the bucket");
    expect(added).toContain("for the copy of MinIO");
    expect(added).not.toContain("for the test of the disks");
  });
});

test.each([["2.28", false], ["2.29", false], ["2.30", true], ["2.31", true]] as const)("Seeds of KKP %s have the field for Kyverno: %s", (release, has) => {
  const { settings } = referencePlan({ "project.release": release, "project.upgradeFrom": "none", "project.edition": "EE", "infrastructure.seedExtras": ["kyverno"] });
  expect(settings.some(({ field }) => field === "spec.kyverno.enforced")).toBe(has);
});
