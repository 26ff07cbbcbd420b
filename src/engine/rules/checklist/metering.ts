import { metering } from "../../answers/chapters/metering.ts";
import { meteringReports } from "../../facts/metering.ts";
import { rule } from "../../kernel/rule.ts";
import { countsUsage } from "../storage/metering.ts";
import { dialledFrom } from "./dialled.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";
import { listing, rootFor } from "./store-proof.ts";
import { ALLOW_LIST } from "./uses.ts";

/** Bucket and keys for reports of metering. */
export const meteringItems = rule<readonly Draft[]>({
  id: "checklist.metering",
  title: "Checklist: S3 for reports of metering",
  per: "plan",
  sources: ["kkp.metering"],
  derive: (read) => {
    onlyForNew(read, "metering");
    if (!countsUsage(read)) return read.notApplicable("Nobody counts usage.");
    const [address, bucket] = [read.maybe(metering.plan.meteringStore), read.maybe(metering.plan.meteringBucket)];
    const { interval } = read.fact(meteringReports);
    return [
      itemOf(read, "store-metering", {
        title: `S3 for reports of metering with ${bucket.kind === "known" ? `the bucket ${bucket.value}` : "a bucket"}, and keys for it`,
        team: "storage",
        chapter: "storage",
        verify: `${listing(read, bucket, metering.plan.meteringStore)} with its keys lists the bucket from a machine in the node network; a browser of an administrator reaches the store too${leftToTrials(read)}`,
        after: afterNetworks(read),
        uses: [...rootFor(read, metering.plan.meteringStore), ...dialledFrom(read), ALLOW_LIST],
        why: `A report over ${interval} days is written there each time and nowhere else; the dashboard shows none without it.`,
        blockedBy: openIn(address, bucket),
      }),
    ];
  },
});
