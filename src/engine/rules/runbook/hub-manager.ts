import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { nestedFields } from "../../values/nested-fields.ts";
import { onlyWhere, quote, thenRemoved } from "../../values/shell.ts";
import { secretNames } from "../access/secret-names.ts";
import { KUBECONFIG_PLUG_IN } from "../access/tools.ts";
import { nameOfCluster, placeName } from "../basics/platform.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { registryInWords } from "../internet/offline.ts";
import { hubValues } from "../settings/pools.ts";
import { hubApiUrl, TENANT_SECRET, tenantNamespace } from "../workloads/hub-tenant.ts";
import { servedByHub } from "../workloads/hub.ts";
import { chartsInRegistry, unchecked } from "./charts.ts";
import { hubChart } from "./hub-chart.ts";
import { applied, namespaced, type StepRule } from "./step.ts";

/** Title of the step, by which the checklist names it. */
export const HUB_MANAGER = "Install KubeLB on its management cluster";

/** Folder of the management cluster in the configuration repository: no cluster of the platform, so that no answer names it. */
const FOLDER = "kubelb-management";
/** File with the pull secret, by which Helm signs in for the chart as the cluster does for its image. */
const SECRET = `${FOLDER}/pull-secret.json`;
const NAMESPACE = "kubelb";

/** Values of the manager's chart as lines of YAML: all rows that the table of settings has for it. */
function valuesOf(read: Reader): readonly string[] {
  // Nobody installs a manager that the way to the tenants may still change.
  read.need([kubelbHub.plan.kubelbTraffic]);
  const fields = read.rule(hubValues).map(({ field, value }) => {
    if (value.kind !== "known") throw new Error(`The step must wait for ${field}`);
    return { field, value: value.value };
  });
  return nestedFields(fields);
}

/** Looks for an address as the one that KubeLB writes into the kubeconfig of each tenant; finds none where there is no such ConfigMap. */
const names = (url: string): string => `kubectl -n kube-public get configmap cluster-info -o jsonpath='{.data.kubeconfig}' | grep -wF ${quote(`server: ${url}`)}`;

/** Makes a tenant as KKP makes those of user clusters, without a field of its own, and waits for its kubeconfig. */
const tenantLines = (tenant: string): readonly string[] => [
  "kubectl apply -f - <<'TENANT'",
  "apiVersion: kubelb.k8c.io/v1alpha1",
  "kind: Tenant",
  "metadata:",
  `  name: ${tenant}`,
  "TENANT",
  `until kubectl -n ${tenantNamespace(tenant)} get secret ${TENANT_SECRET.name}; do sleep 5; done`,
];

/** The manager of KubeLB, on a management cluster that comes with this plan. */
export const hubManager: StepRule = rule({
  id: "runbook.hub-manager",
  title: "Step: manager of KubeLB",
  per: "plan",
  sources: ["kubelb.management"],
  derive: (read) => {
    const hub = read.rule(installedHub);
    const place = placeName(read, hub.place);
    const { name: chart, version, source, pullSecret, enterprise } = hubChart(read);
    if (hub.chartFromRegistry) read.need([mirrors.plan.mirrorRegistry], [mirrors.plan.mirrorPort], [mirrors.plan.mirrorTrust]);
    // Nobody asks for a private registry where all comes from public ones.
    const registry = hub.chartFromRegistry ? registryInWords(read) : "";
    const signIn = enterprise ? ` --registry-config ${SECRET}` : "";
    const from = hub.chartFromRegistry ? quote(`${chartsInRegistry(read)}/${chart}`) : source;
    const how = hub.chartFromRegistry ? unchecked(read) : signIn;
    const charts = `../kubelb-${version}`;
    const served = read.rule(servedByHub);
    const tenants = served.datacenters.length > 0;
    const clusters = served.clusters.map((cluster) => nameOfCluster(read, cluster));
    if (clusters.length > 0) read.cite("kubelb.tenant", "kubelb.code.tenant", "kkp.code.kubelb");
    const manager = `helm upgrade --install kubelb-manager ${charts}/${chart} --namespace ${NAMESPACE} --values ${FOLDER}/values.yaml --wait`;
    return [
      {
        id: "step.hub-manager",
        title: HUB_MANAGER,
        text: [
          `This step is run ahead of what follows, as soon as the management cluster in ${place} is handed over: lines of the checklist wait for it.`,
          `${FOLDER}/kubeconfig is that of an administrator there, from whoever runs it; the machine on which the step is run reaches its API and ${hub.chartFromRegistry ? registry : "quay.io"}.`,
          enterprise ? `${SECRET} holds ${secretNames.pull} and is deleted once the manager runs: chart ${chart} and its image are those of the Enterprise Edition, and neither is public.` : `Chart ${chart} and its image are public.`,
          "Helm leaves CRDs out of upgrades, so those of the chart are applied before it.",
          ...(clusters.length > 0 ? [`Before a tenant is made, the ConfigMap cluster-info names ${hubApiUrl(read)} as server: KubeLB writes it into the kubeconfig of each tenant, and the address of one control plane where there is none. Another one, or none, holds the commands up: whoever built the cluster puts it right, as \`kubectl -n kube-public edit configmap cluster-info\` does, and the certificate of the API carries it; of tenants that are there KubeLB writes it again once \`kubectl -n ${NAMESPACE} rollout restart deployment --selector app.kubernetes.io/instance=kubelb-manager\` has started its manager anew. KubeLB writes the kubeconfig of each tenant within a minute or so, and its manager's log says why it does not; the command of the table of secrets makes ${listed(clusters.map(secretNames.tenant))} of it here afterwards.`] : []),
          ...(tenants ? [`The command of the table of secrets makes ${secretNames.hub} here afterwards, with the plug-in of kubectl that the table of tools names. ${secretNames.hub} takes its server from ${FOLDER}/kubeconfig: where another address stands there than the one to which the firewall is opened, it is put right in this file first.`] : []),
        ].join(" "),
        commands: [
          `mkdir -p ${FOLDER}`,
          `export KUBECONFIG="$PWD"/${FOLDER}/kubeconfig`,
          "kubectl get nodes",
          namespaced(NAMESPACE),
          ...(enterprise ? [applied(`kubectl -n ${NAMESPACE} create secret generic ${pullSecret} --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=${SECRET}`)] : []),
          `mkdir -p ${charts}`,
          // Helm unpacks no chart where a folder of its name lies, as one does from the second run on.
          `rm -rf ${charts}/${chart} && helm pull ${from} --version ${version} --untar --untardir ${charts}${how}`,
          `kubectl apply --server-side --force-conflicts -f ${charts}/${chart}/crds/`,
          `cat > ${FOLDER}/values.yaml <<'VALUES'`,
          ...valuesOf(read),
          "VALUES",
          enterprise ? thenRemoved(manager, [SECRET]) : manager,
          `kubectl -n ${NAMESPACE} get pods`,
          ...(tenants ? [`kubectl -n ${NAMESPACE} get serviceaccount kubelb-kkp`, `command -v ${KUBECONFIG_PLUG_IN} > /dev/null || echo "${KUBECONFIG_PLUG_IN} is missing"`] : []),
          ...(clusters.length > 0 ? onlyWhere(names(hubApiUrl(read)), "cluster-info names another server, or none", clusters.flatMap(tenantLines)) : []),
        ],
        from: read.cell,
        why: "Until its manager runs, KubeLB knows no tenant, and no Service that asks it for an address gets one.",
      },
    ];
  },
});
