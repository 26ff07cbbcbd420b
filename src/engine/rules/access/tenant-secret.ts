import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { TENANT_SECRET, tenantNamespace } from "../workloads/hub-tenant.ts";
import { servedByHub } from "../workloads/hub.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** What the connector of a platform cluster signs in to KubeLB with. */
export const tenantSecret = rule<readonly SecretRow[]>({
  id: "access.tenant-secret",
  title: "Kubeconfig of the tenant of KubeLB",
  per: "cluster",
  sources: ["kubelb.tenant", "kubelb.code.tenant"],
  derive: (read, cluster) => {
    if (!read.rule(servedByHub).clusters.includes(cluster)) return read.notApplicable("KubeLB serves no Service of this cluster.");
    const name = nameOfCluster(read, cluster);
    const command = `kubectl -n ${tenantNamespace(name)} get secret ${TENANT_SECRET.name} --template='{{ .data.${TENANT_SECRET.key} }}' | base64 -d`;
    return [secretRow(read, { id: `secret.kubelb-tenant[${cluster}]`, name: secretNames.tenant(name), command, form: `kubeconfig of the tenant ${name}`, files: [`Secret kubelb/kubelb-cluster of ${name}`], why: `KubeLB writes it on the management cluster once the tenant is there; the connector in ${name} signs in with it.` })];
  },
});
