import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

const seed = "storage.clusters.seed";

test("the proof asks the store of the plan, and not AWS", () => {
  const plan = referencePlan({ [`${seed}.backupTarget`]: "s3", [`${seed}.s3Endpoint`]: "s3.example.com" });
  expect(plan.checklist.find(({ id }) => id === "todo.bucket[seed]")?.verify).toContain("`aws s3 ls s3://kkpbackup --endpoint-url https://s3.example.com` with a key of whoever runs the store");
  expect(plan.assumptions.map(({ path }) => path)).toContain(`${seed}.bucket`);
});

test.each(["s3.eu-central-1.amazonaws.com", "s3.fr-par.scw.cloud", "fra1.digitaloceanspaces.com", "vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com"])("%s is no store of one's own, so its bucket has no assumed name", (host) => {
  const plan = referencePlan({ [`${seed}.backupTarget`]: "s3", [`${seed}.s3Endpoint`]: host });
  expect(plan.assumptions.map(({ path }) => path)).not.toContain(`${seed}.bucket`);
  expect(plan.settings.find(({ field }) => field === "spec.etcdBackupRestore.destinations.s3.bucketName")?.value).toEqual({ kind: "open", question: `${seed}.bucket` });
});

test("Seeds that write to one bucket of one store ask for it once, with room for all", () => {
  const answers = installationAnswers("ports-behind-proxies");
  const items = (of: Answers) => planFrom(of).checklist.filter(({ id }) => id.startsWith("todo.bucket[")).map(({ title }) => title);
  // Four Seeds of 14.8 GiB each; three without west.
  expect(items(answers)).toEqual(["S3 bucket kkpbackup of 59.2 GiB for hub, north, south and west"]);
  expect(items(changed(answers, { "storage.clusters.west.bucket": "kkp-west" }))).toEqual(["S3 bucket kkpbackup of 44.4 GiB for hub, north and south", "S3 bucket kkp-west of 14.8 GiB for west"]);
});
