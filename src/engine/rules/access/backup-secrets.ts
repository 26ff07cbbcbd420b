import { backup } from "../../answers/chapters/backup.ts";
import { resticAddon } from "../../facts/backup.ts";
import { userClusterMlaS3 } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { copiesMinio, savesPlatformEtcd } from "../storage/further.ts";
import { formatCount } from "../../values/figures.ts";
import { nameOfCluster, seeds } from "../basics/platform.ts";
import { mlaStoreBuckets } from "../storage/mla-store.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow, sharedSecret } from "./secrets.ts";

/** Keys of the store for further backups, in all files that carry them. */
export const backupStoreSecret = rule<readonly SecretRow[]>({
  id: "access.backup-store-secret",
  title: "Secret of the S3 for further backups",
  per: "plan",
  sources: ["kkp.backup", "kubeone.backups-restic"],
  derive: (read) => {
    const further = read.answer(backup.plan.further);
    const files = read.subjects("cluster").flatMap((cluster) => {
      const name = nameOfCluster(read, cluster);
      return [
        ...(savesPlatformEtcd(read, cluster) ? [`environment of kubeone apply for ${name}`] : []),
        ...(further.includes("velero") ? [`${name}/values-velero.yaml`] : []),
        ...(copiesMinio(read, cluster) ? [`${name}/minio-mirror.yaml`] : []),
      ];
    });
    if (files.length === 0) return read.notApplicable("Nothing in this plan writes to a store for further backups.");
    return [secretRow(read, { id: "secret.backup-store", name: secretNames.backupStore, form: "access key and secret key", files, why: "Whoever runs the S3 for further backups hands them out; they may write there and nowhere else, so that a lost cluster takes nothing with it." })];
  },
});

/** Keys of the store outside that Cortex and Loki write to. */
export const mlaStoreSecret = rule<readonly SecretRow[]>({
  id: "access.mla-store-secret",
  title: "Secret of the S3 of the user-cluster MLA",
  per: "plan",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
  derive: (read) => {
    const buckets = read.rule(mlaStoreBuckets);
    const { namespace, secret, user, password } = read.fact(userClusterMlaS3);
    const files = read.rule(seeds).map((seed) => `Secret ${namespace}/${secret} of ${nameOfCluster(read, seed)}`);
    return [secretRow(read, { id: "secret.mla-store", name: secretNames.mlaStore, form: `${user} and ${password}, without a newline`, files, why: `The storage team hands it over; Cortex and Loki write to their ${formatCount(buckets.length, "bucket")} with it.` })];
  },
});

/** Password of the snapshots of a platform cluster's etcd and PKI. */
export const resticSecret = rule<readonly SecretRow[]>({
  id: "access.restic-secret",
  title: "Secret of the snapshots of etcd and PKI",
  per: "cluster",
  sources: ["kubeone.backups-restic"],
  derive: (read, cluster) => {
    if (!savesPlatformEtcd(read, cluster)) return read.notApplicable("KubeOne saves no etcd here.");
    const name = nameOfCluster(read, cluster);
    return [secretRow(read, { id: `secret.restic[${cluster}]`, name: secretNames.restic(name), command: sharedSecret(read), form: "text", files: [`${name}/kubeone.yaml, resticPassword of ${read.fact(resticAddon).name}`], why: `Snapshots of etcd and PKI are encrypted with it: nothing of ${name} is restored without it, so it is kept where ${name} is not needed to read it.` })];
  },
});
