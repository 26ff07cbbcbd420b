import { backup } from "../../answers/chapters/backup.ts";
import { veleroRefused } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { savesUserClusters } from "../../rules/storage/further.ts";
import { isAtOrBelow } from "../../values/hostname.ts";
import { listed } from "../../values/sentence.ts";

/** A store for further backups that refuses what Velero's plugin signs. */
export const veleroStoreRefuses = check({
  id: "storage.velero-store",
  title: "The store takes what Velero uploads",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.backup"],
  examine: (read, _plan, report) => {
    const whose = [...(read.answer(backup.plan.further).includes("velero") ? ["master and Seeds"] : []), ...(savesUserClusters(read) ? ["user clusters"] : [])];
    if (whose.length === 0) return;
    const store = read.answer(backup.plan.store);
    const { below, error } = read.fact(veleroRefused);
    if (!below.some((name) => isAtOrBelow(store.toLowerCase(), name))) return;
    report({
      title: `${store} refuses what Velero uploads`,
      message: `Velero of ${listed(whose)} speaks to ${store} through its plugin for AWS, which signs a header that Google changes: every upload ends with ${error}, and nothing is saved.`,
      remedy: "Name a store beside Google's for further backups; one that takes Velero's plugin for AWS.",
      answers: [read.path(backup.plan.store), read.path(backup.plan.further)],
    });
  },
});
