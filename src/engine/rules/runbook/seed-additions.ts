import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucket } from "../../facts/backup.ts";
import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { seedCredentials } from "../accounts/seed-accounts.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import { countsUsage } from "../storage/metering.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";
import { NO_SEED } from "./seed-charts.ts";

/** What comes into the Seed object of a platform that runs, once the Secrets that it names are there. */
export const seedAdditions: StepRule = rule({
  id: "runbook.seed-additions",
  title: "Step: what is new in the Seed object",
  per: "cluster",
  sources: ["kkp.etcd-backups", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    const saves = comesNew(read, "backups") && read.answer(storage.cluster.backupTarget, cluster) !== "none";
    const credentials = comesNew(read, "machines") ? read.rule(seedCredentials, cluster) : [];
    const counts = comesNew(read, "metering") && countsUsage(read);
    if (!saves && !counts && credentials.length === 0) return read.notApplicable("The upgrade leaves the Seed object as it is.");
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const what = [...(saves ? ["the backup destination"] : []), ...(counts ? ["metering"] : []), ...(credentials.length > 0 ? ["the users that make machines"] : [])];
    const bucket = saves ? ` The destination names the Secret ${read.fact(minioBucket).secret}, which is there by now.` : "";
    return [
      {
        id: `step.seed-additions[${cluster}]`,
        title: `Name ${listed(what)} in the Seed object of ${name}`,
        text: `${name}/seed.yaml gets the fields of the table of settings, and is applied on the master.${bucket}`,
        commands: [
          atCluster(read, read.rule(masterCluster)),
          `kubectl diff -f ${folder}/seed.yaml`,
          `kubectl apply -f ${folder}/seed.yaml`,
          "kubectl -n kubermatic get seeds",
        ],
        from: read.cell,
        why: saves ? `No snapshot is taken on ${name} before its Seed object names a destination.` : counts ? `Usage on ${name} is counted from the day on which its Seed object says so.` : `KKP makes machines with what the Seed object of ${name} holds.`,
      },
    ];
  },
});
