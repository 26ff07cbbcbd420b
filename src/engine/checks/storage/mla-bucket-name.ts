import { observability } from "../../answers/chapters/observability.ts";
import { bucketNames } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { mlaStoreBuckets } from "../../rules/storage/mla-store.ts";

/** Buckets of the user-cluster MLA whose prefix makes them longer than S3 takes. */
export const mlaBucketName = check({
  id: "storage.mla-bucket-name",
  title: "Buckets of the user-cluster MLA have names that S3 takes",
  severity: "blocker",
  per: "plan",
  sources: ["aws.bucket-names", "kkp.code.mla-values"],
  examine: (read, _plan, report) => {
    const buckets = read.optionalRule(mlaStoreBuckets) ?? [];
    const names = buckets.flatMap(({ bucket }) => (bucket.kind === "known" ? [bucket.value] : []));
    const { longest } = read.fact(bucketNames);
    const [worst] = names.filter(({ length }) => length > longest).sort((one, other) => other.length - one.length);
    if (worst === undefined) return;
    report({
      title: `No bucket can be called ${worst}`,
      message: `The name has ${worst.length} characters and S3 takes ${longest}: the prefix, the name of the Seed where there are several, and that in the chart make it.`,
      remedy: `Choose a prefix that is shorter by ${worst.length - longest} or more.`,
      answers: [read.path(observability.plan.bucketPrefix)],
    });
  },
});
