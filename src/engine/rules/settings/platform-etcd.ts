import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { resticAddon } from "../../facts/backup.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { secretNames } from "../access/secret-names.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { setting } from "./setting.ts";

/** The addon of KubeOne that saves etcd and PKI of a platform cluster. */
export const platformEtcdFields = rule<readonly Setting[]>({
  id: "settings.storage-platform-etcd",
  title: "Fields of the backup of etcd and PKI",
  per: "cluster",
  sources: ["kkp.backup"],
  derive: (read, cluster) => {
    if (!read.answer(backup.plan.further).includes("platform-etcd")) return read.notApplicable("etcd and PKI of the platform are not saved.");
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const { name: addon, params } = read.fact(resticAddon);
    const name = nameOfCluster(read, cluster);
    return [setting(read, { topic: "storage", object: `kubeone.yaml of ${name}`, id: `storage.platform-etcd[${cluster}]`, field: "addons.addons", value: `${addon} with ${params}`, why: `Saves etcd and PKI of ${name}; \`kubeone apply\` takes the keys of the store from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and the password, ${secretNames.restic(name)}, lies outside ${name} as well, or nothing can be restored.` })];
  },
});
