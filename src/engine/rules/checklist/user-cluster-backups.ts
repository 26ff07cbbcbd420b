import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { userClusterBackup, userClusterKeys } from "../../facts/backup.ts";
import { rule } from "../../kernel/rule.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";
import { platformPort } from "../addresses/url-port.ts";
import { savesUserClusters } from "../storage/further.ts";
import { dialledByWorkers, dialledFrom } from "./dialled.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { afterNetworks, isAtMaster, leftToTrials } from "./made-network.ts";
import { afterWorkers } from "./places.ts";
import { atEndpoint, rootFor } from "./store-proof.ts";
import { ALLOW_LIST } from "./uses.ts";

/** Buckets and keys with which owners of projects back up their user clusters. */
export const userClusterBackupItems = rule<readonly Draft[]>({
  id: "checklist.user-cluster-backups",
  title: "Checklist: buckets for backups of user clusters",
  per: "plan",
  sources: ["kkp.cluster-backup"],
  derive: (read) => {
    onlyForNew(read, "further-backups");
    if (!savesUserClusters(read)) return read.notApplicable("Nobody backs up user clusters.");
    read.fact(userClusterBackup);
    read.fact(userClusterKeys);
    const [store, region, domain] = [read.maybe(backup.plan.store), read.maybe(backup.plan.storeRegion), read.maybe(project.plan.domain)];
    const page = domain.kind === "known" ? `https://${domain.value}${platformPort(read)}` : "the dashboard";
    const beside = (datacenter: string) => (workersStandSoFar(read, datacenter) === "node-network" ? read.optional(infrastructure.datacenter.place, datacenter) : undefined);
    return [
      itemOf(read, "store-user-clusters", {
        title: "A bucket and keys for each project that backs up user clusters, in the S3 for further backups",
        team: "storage",
        chapter: "storage",
        verify: `\`aws s3 cp${atEndpoint(read, backup.plan.store)}\` with the keys of a project writes a test object to its bucket from a machine in the node network of the master and from one among the workers, and reads it back; the bucket of another project refuses them. Where backups are to be uploaded from a browser, the bucket lets pages of ${page} write (CORS)${leftToTrials(read, (place) => isAtMaster(read)(place) || read.subjects("datacenter").some((id) => beside(id) === place))}`,
        after: [...new Set([...afterNetworks(read, isAtMaster(read)), ...read.subjects("datacenter").flatMap((id) => afterWorkers(read, id))])],
        uses: [...rootFor(read, backup.plan.store), ...dialledFrom(read, isAtMaster(read)), ...read.subjects("datacenter").flatMap((id) => dialledByWorkers(read, id)), ALLOW_LIST],
        why: "Velero keeps the keys in the user cluster, where its administrators read them: a bucket that projects share would show each of them the backups of all.",
        blockedBy: openIn(store, region),
      }),
    ];
  },
});
