import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { secretNames } from "../access/secret-names.ts";
import { clusterName, writtenName } from "../basics/platform.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { HUB_MANAGER } from "../runbook/hub-manager.ts";
import { hubSeeds } from "../workloads/hub-secret.ts";
import { hubApiUrl, TENANT_SECRET, tenantNamespace } from "../workloads/hub-tenant.ts";
import { servedByHub } from "../workloads/hub.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";

/** The tenant that a platform cluster is in KubeLB: made by a step where KubeLB comes with the plan, by whoever runs it otherwise. */
const tenant = rule<readonly Draft[]>({
  id: "checklist.kubelb-tenant",
  title: "Checklist: tenant of KubeLB",
  per: "cluster",
  sources: ["kubelb.tenant", "kubelb.code.tenant"],
  derive: (read, cluster) => {
    onlyForNew(read);
    if (!read.rule(servedByHub).clusters.includes(cluster)) return read.notApplicable("KubeLB serves no Service of this cluster.");
    const runs = read.maybe(kubelbHub.plan.kubelbRuns);
    const [name, written] = [clusterName(read, cluster), writtenName(read, cluster)];
    const there = runs.kind === "known" && runs.value;
    const api = read.maybe(kubelbHub.plan.kubelbApi);
    return [
      itemOf(read, `kubelb-tenant[${cluster}]`, {
        title: `Tenant ${written} in KubeLB for ${name}, and its kubeconfig${there ? " from whoever runs KubeLB" : ""}`,
        team: "platform",
        chapter: "loadBalancer",
        verify: `\`kubectl -n ${tenantNamespace(written)} get secret ${TENANT_SECRET.name}\` on the management cluster prints it, and the secret store holds its kubeconfig as ${secretNames.tenant(written)}, whose server is ${api.kind === "known" ? hubApiUrl(read, api.value) : "the address to which the firewall is opened"}${there ? "; KubeLB takes another one from the ConfigMap cluster-info of kube-public, which its owner puts right before the manager starts anew" : ""}`,
        why: `The connector in ${name} signs in as this tenant; KubeLB writes the kubeconfig once the tenant is there.`,
        how: read.outcome(installedHub).kind === "known" ? `The step “${HUB_MANAGER}” makes the tenant.` : "",
        after: ["kubelb-cluster", "access.secret-store"],
        blockedBy: openIn(runs, api),
      }),
    ];
  },
});

/** What KKP makes tenants with, where somebody else holds the rights to make it. */
const account = rule<readonly Draft[]>({
  id: "checklist.kubelb-account",
  title: "Checklist: kubeconfig of KubeLB that runs",
  per: "plan",
  sources: ["kubelb.kkp", "kkp.kubelb"],
  derive: (read) => {
    onlyForNew(read, "load-balancers");
    if (hubSeeds(read).length === 0) return read.notApplicable("KKP makes no tenant of KubeLB.");
    if (!read.answer(kubelbHub.plan.kubelbRuns)) return read.notApplicable("A step makes it.");
    const api = read.maybe(kubelbHub.plan.kubelbApi);
    return [
      itemOf(read, "kubelb-kkp", {
        title: `Kubeconfig of the service account kubelb-kkp, as ${secretNames.hub}, from whoever runs KubeLB`,
        team: "platform",
        chapter: "loadBalancer",
        verify: `kkpintegration.rbac is true in the values of KubeLB's manager, the secret store holds the kubeconfig, and whoever runs KubeLB shows that with it \`kubectl auth can-i create tenants.kubelb.k8c.io\` answers yes${api.kind === "known" ? `; its server is ${hubApiUrl(read, api.value)}, which KKP writes into the kubeconfig of each tenant` : ""}`,
        why: "KKP makes a tenant of KubeLB for each user cluster with it, and nobody of this plan holds the rights to make it.",
        after: ["kubelb-cluster", "access.secret-store"],
        blockedBy: openIn(api),
      }),
    ];
  },
});

export const hubTenantItems: readonly Rule<readonly Draft[]>[] = [tenant, account];
