import { backup } from "../../answers/chapters/backup.ts";
import { resticAddon, storeRegion } from "../../facts/backup.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { secretNames } from "../access/secret-names.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { etcdBucket, savesPlatformEtcd } from "../storage/further.ts";
import { setting } from "./setting.ts";
import { storeInUrl } from "../storage/store-port.ts";

/** The addon of KubeOne that saves etcd and PKI of a platform cluster. */
export const platformEtcdFields = rule<readonly Setting[]>({
  id: "settings.storage-platform-etcd",
  title: "Fields of the backup of etcd and PKI",
  per: "cluster",
  sources: ["kkp.backup", "kubeone.backups-restic"],
  derive: (read, cluster) => {
    if (!savesPlatformEtcd(read, cluster)) return read.notApplicable("KubeOne saves no etcd here.");
    const { name: addon, params } = read.fact(resticAddon);
    const name = nameOfCluster(read, cluster);
    const row = { topic: "storage", object: `kubeone.yaml of ${name}` } as const;
    const store = storeInUrl(read, backup.plan.store);
    return [
      setting(read, { ...row, id: `storage.platform-etcd[${cluster}]`, field: "addons.addons", value: `${addon} with ${params}`, why: `Saves etcd and PKI of ${name}; \`kubeone apply\` takes the keys of the store from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and the password, ${secretNames.restic(name)}, lies outside ${name} as well, or nothing can be restored.` }),
      setting(read, { ...row, id: `storage.platform-etcd-bucket[${cluster}]`, field: `addons.addons[${addon}].params.s3Bucket`, value: store.kind === "known" ? known(`s3:${store.value}/<fill-in: ${etcdBucket(name)}>`) : store, why: `The repository as restic writes it; ${name} has a bucket to itself, since other clusters encrypt with other passwords.` }),
      setting(read, { ...row, id: `storage.platform-etcd-region[${cluster}]`, field: `addons.addons[${addon}].params.awsDefaultRegion`, value: () => {
          read.fact(storeRegion);
          return read.maybe(backup.plan.storeRegion);
        }, why: "restic signs its requests for this region, and a store such as that of AWS refuses those for another one." }),
    ];
  },
});
