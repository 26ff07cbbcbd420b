import { fact, type Fact } from "./fact.ts";

export const meteringStore = fact({
  id: "metering.store",
  statement: "Reports of metering are written to a bucket by Jobs on each Seed, which read address, bucket and keys from the Secret metering-s3 in the namespace kubermatic of that Seed; KKP's API lists the reports and hands out links to them. Nobody makes bucket or Secret.",
  value: { namespace: "kubermatic", secret: "metering-s3", accessKey: "accessKey", secretKey: "secretKey", bucket: "bucket", endpoint: "endpoint" },
  certainty: "sourced",
  sources: ["kkp.metering", "kkp.code.metering-store", "kkp.code.metering-jobs"],
});

export const meteringReports = fact({
  id: "metering.reports",
  statement: "Kubernetes fills in one report where spec.metering.reports is missing: weekly, written on Saturdays at one o'clock over the seven days before; KKP makes the CronJob metering-weekly of it. A report without retention is kept for ever.",
  value: { name: "weekly", schedule: "0 1 * * 6", interval: 7, job: "metering-weekly", selector: "app.kubernetes.io/component=metering" },
  certainty: "sourced",
  sources: ["kkp.code.seed-schema", "kkp.code.datacenter", "kkp.metering"],
});

export const meteringFacts: readonly Fact<unknown>[] = [meteringStore, meteringReports];
