import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { routineSchedules } from "../../facts/backup.ts";
import { bucketExpiry } from "../../facts/monitoring-load.ts";
import { fioRecipe, etcdLatency } from "../../facts/storage.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { backupStoreSecret } from "../access/backup-secrets.ts";
import { comesNew, isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, runsAlready, seeds } from "../basics/platform.ts";
import { backupNeed } from "../storage/backups.ts";
import { carriesEtcd } from "../storage/classes.ts";
import { classRules } from "../storage/index.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { bucketsInWords, mlaStoreBuckets } from "../storage/mla-store.ts";
import { monitoringLoad } from "../monitoring/expected-load.ts";
import { platformWritesFurther, stores } from "../storage/stores.ts";
import { furtherBuckets } from "../storage/further.ts";
import { backupRoutines } from "../storage/routines.ts";
import { dialledAt, dialledFrom } from "./dialled.ts";
import { itemId, itemOf, itemsFor, onlyForNew, openIn, type Draft } from "./item.ts";
import { afterNetwork, afterNetworks, fromNodes, isAt, leftToTrials } from "./made-network.ts";
import { meteringItems } from "./metering.ts";
import { userClusterBackupItems } from "./user-cluster-backups.ts";
import { atEndpoint, listing, rootFor } from "./store-proof.ts";
import { ALLOW_LIST } from "./uses.ts";

const classItems = classRules.map((source) =>
  itemsFor(source, ({ name, capacity: whole, cluster, media, why }, read) => {
    const runs = runsAlready(read) && name !== "kubermatic-backup";
    const capacity = runs ? addedOn(read, cluster, name) : whole;
    const proved = name === "kubermatic-fast" && carriesEtcd(read, cluster);
    const provisioning = proved && !runs ? read.answer(infrastructure.cluster.provisioning, cluster) : undefined;
    // Before the runbook makes the class, nobody has a volume of it, whoever builds or runs the cluster.
    const later = provisioning === undefined ? undefined : provisioning === "kubeone" ? "stands" : "has the class";
    return capacity === 0 ? undefined : {
    title: `${formatFigure(capacity)} GiB ${runs ? "more " : ""}for ${name} of ${clusterName(read, cluster)}, ${media}`,
    team: "storage",
    chapter: "storage",
    verify:
      later !== undefined
        ? `The storage shows ${formatFigure(capacity)} GiB as free for it, on disks that are said to serve what the storage chapter demands; its speed is measured in the runbook, once ${clusterName(read, cluster)} ${later}`
        : proved
        ? `\`${read.fact(fioRecipe)}\` on a volume of it shows a 99th percentile of fdatasync below ${read.fact(etcdLatency).fsync} ms`
        : `The storage shows ${formatFigure(capacity)} GiB as free for it; once the cluster stands, \`kubectl get storageclass ${name}\` lists the class and a test claim is bound`,
    why,
    ...(provisioning === "existing" ? { after: [`existing-cluster[${cluster}]`] } : {}),
  };
  }),
);

/** GiB of stacks that an upgrade brings on a class that is there. */
function addedOn(read: Reader, cluster: string, storageClass: string): number {
  const added = [...(comesNew(read, "mla") ? [mlaVolumeNeeds] : []), ...(comesNew(read, "user-cluster-mla") ? [userClusterMlaVolumeNeeds] : [])];
  const volumes = added.flatMap((needs) => read.optionalRule(needs, cluster) ?? []).filter((row) => row.storageClass === storageClass);
  return Math.round(volumes.reduce((sum, { total }) => sum + total, 0) * 10) / 10;
}

/** What a store takes that is asked from the node networks of places. */
function reached(read: Reader, places: readonly string[]): readonly string[] {
  const dialled = dialledAt(read, [...new Set(places)]);
  return dialled.length === 0 ? [] : [...dialled, ALLOW_LIST];
}

/** Bucket outside the cluster for a Seed's backups. */
const bucket = rule<readonly Draft[]>({
  id: "checklist.bucket",
  title: "Checklist: S3 bucket",
  per: "cluster",
  sources: ["kkp.etcd-backups", "kkp.code.configuration-defaults"],
  derive: (read, cluster) => {
    onlyForNew(read, "backups");
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (read.answer(storage.cluster.backupTarget, cluster) !== "s3") return read.notApplicable("Backups do not leave the cluster.");
    const [endpoint, named] = [read.maybe(storage.cluster.s3Endpoint, cluster), read.maybe(backup.cluster.bucket, cluster)];
    const sharing = sharingBucket(read, cluster);
    const [first = cluster, ...others] = sharing;
    const names = sharing.map((seed) => clusterName(read, seed));
    if (first !== cluster) return read.notApplicable(`One item names the bucket for ${listed(names)}.`);
    const needs = sharing.map((seed) => read.rule(backupNeed, seed));
    const sum = Math.round(needs.reduce((total, { needed }) => total + needed, 0) * 10) / 10;
    const proof = `${listing(read, named, storage.cluster.s3Endpoint, cluster)} with a key of whoever runs the store lists the bucket`;
    return [
      itemOf(read, `bucket[${cluster}]`, {
        title: `S3 bucket ${named.kind === "known" ? `${named.value} ` : ""}of ${formatFigure(sum)} GiB for ${listed(names)}`,
        team: "storage",
        chapter: "storage",
        verify: fromNodes(read, read.answer(infrastructure.cluster.place, cluster), `${proof} from a machine in the node network${others.length === 0 ? "" : " of each"}`, `${proof} from a machine that reaches it; the way there from the nodes is a row of the firewall table`, cluster),
        after: [...new Set(sharing.flatMap((seed) => afterNetwork(read, read.answer(infrastructure.cluster.place, seed))))],
        uses: [...rootFor(read, storage.cluster.s3Endpoint, cluster), ...reached(read, sharing.map((seed) => read.answer(infrastructure.cluster.place, seed)))],
        why: others.length === 0 ? (needs[0]?.why ?? "") : `${listed(needs.map(({ needed }, at) => `${names[at]} writes up to ${formatFigure(needed)} GiB`))}; the name of each snapshot begins with that of its user cluster, so they lie side by side.`,
        blockedBy: openIn(endpoint, named),
      }),
    ];
  },
});

/** Rows that may name the bucket of a Seed: the item of those that share one names it once. Waits for nobody's answer. */
export const bucketRows = (read: Reader, cluster: string): readonly string[] =>
  read.aside(() => {
    const bucketOf = (seed: string) => `${read.optional(storage.cluster.s3Endpoint, seed)?.toLowerCase()}/${read.optional(backup.cluster.bucket, seed)}`;
    return read.subjects("cluster").filter((seed) => seed === cluster || bucketOf(seed) === bucketOf(cluster)).map((seed) => `bucket[${seed}]`);
  });

/** Seeds that write to the bucket of one of them, itself among them. */
function sharingBucket(read: Reader, cluster: string): readonly string[] {
  const all = read.rule(seeds);
  if (all.length === 1) return all;
  // Who shares it decides what is asked for, so that several Seeds wait for each other.
  const outside = all.filter((seed) => read.answer(storage.cluster.backupTarget, seed) === "s3");
  const bucketOf = (seed: string) => `${read.answer(storage.cluster.s3Endpoint, seed).toLowerCase()}/${read.answer(backup.cluster.bucket, seed)}`;
  const buckets = new Map(outside.map((seed) => [seed, bucketOf(seed)]));
  return outside.filter((seed) => buckets.get(seed) === buckets.get(cluster));
}

/** How much the stated load of user clusters fills the buckets of their MLA with; empty where the documented minimum stands for it. */
function roomForMla(read: Reader): string {
  const loads = read.rule(seeds).map((seed) => read.outcome(monitoringLoad, seed));
  const gib = loads.reduce((sum, load) => sum + (load.kind === "known" ? load.value.storage : 0), 0);
  return gib > 0 && loads.every(({ kind }) => kind !== "waiting") ? `Metrics and logs of user clusters fill them with up to ${formatFigure(gib)} GiB.` : "";
}

/** Object stores of further backups and of the user-cluster MLA. */
const storeItems = rule<readonly Draft[]>({
  id: "checklist.stores",
  title: "Checklist: object stores",
  per: "plan",
  sources: ["kkp.backup", "kkp.mla-user-cluster"],
  derive: (read) => {
    const buckets = read.optionalRule(mlaStoreBuckets) ?? [];
    const written = read.optionalRule(backupStoreSecret) !== undefined;
    const wanted = written ? furtherBuckets(read) : undefined;
    const bucket = wanted?.shared ? read.maybe(backup.plan.furtherBucket) : undefined;
    const shared = bucket?.kind === "known" ? [`the bucket ${bucket.value}`] : bucket ? ["a bucket"] : [];
    const further = wanted?.etcd === undefined ? (bucket?.kind === "known" ? `with the bucket ${bucket.value} and keys for it` : "a bucket and keys of its own") : `with ${listed([...shared, wanted.etcd])}, and keys for ${wanted.count === 1 ? "it" : "them"}`;
    const seeds = isAt(read, read.subjects("cluster").filter((cluster) => read.optional(infrastructure.cluster.role, cluster) !== "master"));
    return read.rule(stores).filter(({ id }) => id !== "metering" && (id !== "further" || platformWritesFurther(read)) && !isRunning(read, id === "mla" ? "user-cluster-mla" : "further-backups")).map(({ id, title, address, purpose, question }) =>
      read.forRow(itemId(`store-${id}`), () => itemOf(read, `store-${id}`, {
        title: id === "mla" ? `${title} with the buckets ${bucketsInWords(buckets)}, and keys for them` : `${title}, ${further}`,
        team: "storage",
        chapter: id === "mla" ? "monitoring" : "storage",
        verify: id === "mla" ? `\`aws s3 ls${atEndpoint(read, question)}\` with its keys shows the buckets from a machine in the node network; the buckets ${bucketsInWords(buckets.filter(({ expires }) => expires))} delete objects ${formatCount(read.fact(bucketExpiry), "day")} after the retention${leftToTrials(read, seeds)}` : `\`aws s3 cp${atEndpoint(read, question)}\` with its keys writes a test object${(wanted?.count ?? 0) > 1 ? " to each bucket" : ""} from a machine in the node network, and reads it back${leftToTrials(read)}`,
        how: id === "mla" ? roomForMla(read) : "",
        after: id === "mla" ? afterNetworks(read, seeds) : afterNetworks(read),
        uses: [...rootFor(read, question), ...(id === "mla" ? dialledFrom(read, seeds) : dialledFrom(read)), ALLOW_LIST],
        why: id === "mla" ? `${purpose} never expire otherwise: the charts set no other limit.` : `${purpose} are worth as much as the store is apart from the clusters they come from.`,
        blockedBy: openIn(address, ...(id === "mla" ? buckets.map(({ bucket: one }) => one) : []), ...(id === "further" && bucket ? [bucket] : []), ...(id === "further" && written ? [read.maybe(backup.plan.storeRegion)] : [])),
      })),
    );
  },
});

/** Copies that other teams make from outside: their jobs stand ready before the machines do. */
const savedFromOutside = rule<readonly Draft[]>({
  id: "checklist.saved-from-outside",
  title: "Checklist: copies that others make",
  per: "plan",
  sources: ["kkp.backup"],
  derive: (read) => {
    onlyForNew(read, "further-backups");
    const kept = new Set(["routine.machines", "routine.mla"]);
    return read.rule(backupRoutines).filter(({ id }) => kept.has(id)).map(({ id, title, team, every, keeps, why }) =>
      itemOf(read, `saved-${id}`, {
        title: `${title} copied every ${every}, kept ${keeps}`,
        team,
        chapter: "storage",
        verify: `A test ${id === "routine.machines" ? "machine" : "volume"} comes back from a copy that the job has made`,
        why,
      }),
    );
  },
});

/** Control planes that somebody else has built, whose etcd no tool of this plan saves. */
const etcdOfOthers = rule<readonly Draft[]>({
  id: "checklist.etcd-of-others",
  title: "Checklist: etcd of existing clusters",
  per: "cluster",
  sources: ["kkp.backup"],
  derive: (read, cluster) => {
    onlyForNew(read, "further-backups");
    if (!read.answer(backup.plan.further).includes("platform-etcd")) return read.notApplicable("etcd and PKI of the platform are not saved.");
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "existing") return read.notApplicable("KubeOne saves it by an addon, or the provider does.");
    const { every, keeps } = read.fact(routineSchedules)["platform-etcd"] ?? { every: "", keeps: "" };
    const name = clusterName(read, cluster);
    return [
      itemOf(read, `platform-etcd[${cluster}]`, {
        title: `etcd and PKI of ${name} saved every ${every} and kept ${keeps}, encrypted`,
        team: "platform",
        chapter: "storage",
        verify: "The store shows a snapshot of the last hour and the certificate authorities of the cluster, and somebody else than its makers can decrypt them",
        why: `${name} is there already, and whoever has built it knows how its etcd is reached.`,
      }),
    ];
  },
});

export const storageItems: readonly Rule<readonly Draft[]>[] = [...classItems, bucket, storeItems, userClusterBackupItems, meteringItems, savedFromOutside, etcdOfOthers];
