import { isAskedThrough } from "../../answers/answers.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { check } from "../../kernel/check.ts";
import { PLAN } from "../../kernel/outcome.ts";
import { rejected } from "./rejected-name.ts";

/** Buckets for further backups and for reports of metering under names that S3 does not take. */
export const otherBucketNames = check({
  id: "storage.other-bucket-names",
  title: "Buckets for further backups and for reports have names that S3 takes",
  severity: "blocker",
  per: "plan",
  sources: ["aws.bucket-names"],
  examine: (read, _plan, report) => {
    for (const { question, what } of [
      { question: backup.plan.furtherBucket, what: "for further backups" },
      { question: metering.plan.meteringBucket, what: "for reports of metering" },
    ]) {
      const bucket = isAskedThrough(read, question, PLAN) ? read.optional(question) : undefined;
      if (bucket === undefined) continue;
      const refusal = rejected(read, bucket);
      if (refusal === undefined) continue;
      report({
        key: question.key,
        title: `No bucket can be called ${bucket}`,
        message: `The bucket ${what} ${refusal} Whoever creates it is refused, and nothing is written.`,
        remedy: "Give the bucket another name.",
        answers: [read.path(question)],
      });
    }
  },
});
