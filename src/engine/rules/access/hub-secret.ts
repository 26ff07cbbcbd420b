import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { HUB_SECRET, hubSeeds } from "../workloads/hub-secret.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** What KKP makes tenants of KubeLB with. */
export const hubSecret = rule<readonly SecretRow[]>({
  id: "access.hub-secret",
  title: "Kubeconfig of KubeLB",
  per: "plan",
  sources: ["kkp.kubelb", "kubelb.kkp", "kkp.code.kubelb"],
  derive: (read) => {
    const clusters = hubSeeds(read);
    if (clusters.length === 0) return read.notApplicable("KKP makes no tenant of KubeLB.");
    const { namespace, name, keys } = HUB_SECRET;
    const files = clusters.map((cluster) => `Secret ${namespace}/${name} of ${nameOfCluster(read, cluster)}`);
    return [secretRow(read, { id: "secret.hub", name: secretNames.hub, command: "kubectl view-serviceaccount-kubeconfig kubelb-kkp -n kubelb", form: keys.kubeconfig, files, why: "Whoever runs KubeLB makes it on the management cluster, with kubectl's plug-in of this name; KKP makes a tenant for each user cluster with it." })];
  },
});
