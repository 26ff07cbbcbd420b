import { backup } from "../../answers/chapters/backup.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import type { Question } from "../../answers/question.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { savesUserClusters } from "./further.ts";
import { countsUsage } from "./metering.ts";

/** An object store outside all clusters, beside those of the etcd backups. */
export interface Store {
  readonly id: "further" | "mla" | "metering";
  readonly title: string;
  readonly address: Value<string>;
  /** The question for it. */
  readonly question: Question<string>;
  /** What is written there, as the reason of a firewall row. */
  readonly purpose: string;
  /** Who reaches it beside the nodes of platform clusters. */
  readonly alsoFrom: readonly ("workers" | "users")[];
}

/** Whether the platform itself writes further backups, beside what owners of projects do. */
export const platformWritesFurther = (read: Reader): boolean => (["velero", "platform-etcd", "mirror"] as const).some((part) => read.answer(backup.plan.further).includes(part));

/** Object stores that further backups, the user-cluster MLA and metering use. */
export const stores = rule<readonly Store[]>({
  id: "storage.stores",
  title: "Object stores outside the clusters",
  per: "plan",
  sources: ["kkp.backup", "kkp.cluster-backup", "kkp.mla-user-cluster", "kkp.metering"],
  derive: (read) => {
    const found: Store[] = [];
    const ofUserClusters = savesUserClusters(read);
    if (ofUserClusters || platformWritesFurther(read)) {
      const alsoFrom = ofUserClusters ? (["workers", "users"] as const) : [];
      found.push({ id: "further", title: "S3 for further backups", address: read.maybe(backup.plan.store), question: backup.plan.store, purpose: "Further backups", alsoFrom });
    }
    if (countsUsage(read)) {
      found.push({ id: "metering", title: "S3 for reports of metering", address: read.maybe(metering.plan.meteringStore), question: metering.plan.meteringStore, purpose: "Reports of metering", alsoFrom: ["users"] });
    }
    // While it is open where the MLA writes, a store of backups is none the less known.
    const mla = read.optional(monitoring.plan.userClusterMla) === true ? (found.length > 0 ? read.maybe(observability.plan.objectStore) : known(read.answer(observability.plan.objectStore))) : undefined;
    if (mla?.kind === "known" && mla.value === "s3") {
      found.push({ id: "mla", title: "S3 of the user-cluster MLA", address: read.maybe(observability.plan.objectStoreAddress), question: observability.plan.objectStoreAddress, purpose: "Blocks of metrics and logs", alsoFrom: [] });
    }
    return found.length > 0 ? found : read.notApplicable("Nothing but etcd backups is written to a store outside.");
  },
});
