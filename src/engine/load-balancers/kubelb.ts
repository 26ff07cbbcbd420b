import { onlyWhere, thenRemoved } from "../values/shell.ts";
import type { LoadBalancerKind } from "./load-balancer.ts";

/** Folder beside the working copy into which charts of KubeLB are unpacked. */
const CHARTS = "../kubelb-{hubVersion}";

/** Lines that bring the connector's chart, and its values. Helm leaves CRDs out of upgrades, so that they are applied before. Files with secrets go in the line of what they are for: where that is held up or fails, they are still there. */
const chartLines = (chart: string, secrets: readonly string[], signIn: string, values = ""): readonly string[] => [
  `mkdir -p ${CHARTS}`,
  // Helm unpacks no chart where a folder of its name lies, as one does from the second run on.
  `rm -rf ${CHARTS}/${chart} && helm pull oci://quay.io/kubermatic/helm-charts/${chart} --version {hubVersion} --untar --untardir ${CHARTS}${signIn}`,
  `kubectl apply --server-side --force-conflicts -f ${CHARTS}/${chart}/crds/`,
  removing(`helm upgrade --install kubelb-ccm ${CHARTS}/${chart} --namespace kubelb --values {folder}/kubelb.yaml${values} --wait`, secrets),
];

const removing = (line: string, files: readonly string[]): string => (files.length === 0 ? line : thenRemoved(line, files));

/** What the connector says of its tenant. */
const LOG = "kubectl -n kubelb logs --selector app.kubernetes.io/instance=kubelb-ccm --tail=50";

/**
 * Lines that install the connector of an edition; what an edition needs besides stands between namespace and chart, and how Helm
 * signs in for it behind the chart. Nothing is installed with a kubeconfig that leads elsewhere.
 */
const install = (chart: string, between: readonly string[], after: readonly string[], signIn = ""): readonly string[] => [
  "kubectl create namespace kubelb --dry-run=client -o yaml | kubectl apply -f -",
  ...onlyWhere("grep -wF 'server: {hubApi}' {folder}/tenant-kubeconfig", "tenant-kubeconfig names another server", [
    "kubectl -n kubelb create secret generic kubelb-cluster --from-file=kubelb={folder}/tenant-kubeconfig --dry-run=client -o yaml | kubectl apply -f -",
    ...between,
    ...chartLines(chart, ["{folder}/tenant-kubeconfig", ...after], signIn),
  ]),
  LOG,
];

/** Lines that bring the connector that runs to another version: Secret and tenant stay, and the tag of its image is the new one even where values of before name it. */
const renewal = (chart: string, secrets: readonly string[], signIn = ""): readonly string[] => [
  ...chartLines(chart, secrets, signIn, " --set image.tag={hubVersion}"),
  "kubectl -n kubelb get deployments -o wide",
  LOG,
];

export const kubelb = {
  id: "kubelb",
  title: "KubeLB",
  help: "A cluster of its own hands out and holds the addresses of many clusters; this one is its tenant.",
  recommended: false,
  sources: ["kubelb.architecture", "kkp.kubelb"],
  addressesFrom: "hub",
  ignoresSourceRanges: { sources: ["kubelb.code.load-balancer"] },
  poolScope: "none",
  peers: false,
  localTraffic: true,
  fields: [
    { object: "kubelb.yaml", field: "kubelb.tenantName", value: "{tenant}", why: "KubeLB keeps the Services of each tenant apart by this name; the connector puts tenant- before it, unless it begins so, and works in the namespace that comes of it." },
    { object: "kubelb.yaml", field: "kubelb.clusterSecretName", value: "kubelb-cluster", why: "The connector dials the management cluster with the kubeconfig in this Secret, which KubeLB wrote for the tenant." },
    { object: "kubelb.yaml", field: "imagePullSecrets", value: "[{name: kubelb-pull}]", when: "enterprise", why: "The image of the Enterprise Edition is not public; the Secret comes before the chart." },
    { object: "kubelb.yaml", field: "kubelb.nodeAddressType", value: "InternalIP", when: "private-nodes", why: "KubeLB would look for external addresses, and the nodes have private ones alone." },
  ],
  install: {
    title: "Install the KubeLB connector",
    commands: install("kubelb-ccm", [], []),
    enterprise: {
      commands: install(
        "kubelb-ccm-ee",
        ["kubectl -n kubelb create secret generic kubelb-pull --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson={folder}/pull-secret.json --dry-run=client -o yaml | kubectl apply -f -"],
        ["{folder}/pull-secret.json"],
        " --registry-config {folder}/pull-secret.json",
      ),
      told: "The connector comes in the Enterprise Edition, as KKP brings it into user clusters; pull-secret.json holds kkp/pull-secret, by which Helm signs in to the registry of the chart as well. ",
    },
    renewed: {
      commands: renewal("kubelb-ccm", []),
      enterprise: renewal("kubelb-ccm-ee", ["{folder}/pull-secret.json"], " --registry-config {folder}/pull-secret.json"),
      mirrored: renewal("kubelb-ccm-ee", []),
    },
    encrypted: {
      commands: ["kubectl -n kubelb rollout status daemonset/kubelb-tenant-envoy --timeout=5m", "kubectl -n kubelb get service kubelb-tenant-envoy"],
      told: "The connector learns from the management cluster that traffic comes by mutual TLS, and puts a proxy on each node; its Service shows the one port that KubeLB dials. Only a request that gets through proves it, over TCP and over UDP where a Service has UDP.",
      sources: ["kubelb.mtls"],
    },
    demanded: { "kubelb-ccm": "kubelb.tenantName" },
    chartHosts: ["quay.io", "*.quay.io"],
    check: "tenant-kubeconfig is the kubeconfig of the tenant from the table of secrets, and is deleted once the connector runs; before a second run each file that was deleted is put back first. The line with server: names {hubApi}, where the firewall lets the connector through; KubeLB takes it from the ConfigMap cluster-info of its management cluster, and that of one control plane where there is none. Another one holds the commands up: whoever runs KubeLB puts cluster-info right and starts its manager anew, which writes the kubeconfig again. Helm leaves CRDs out of upgrades, so those of the chart are applied before it. The connector's log shows the tenant and no refused connection.",
    sources: ["kubelb.tenant", "kubelb.kkp", "kubelb.upgrade", "kubelb.code.tenant", "kubelb.code.connector"],
  },
  flows: [
    {
      id: "kubelb-api",
      ref: "K1",
      between: "nodes-to-balancer",
      protocol: "TCP",
      ports: "6443",
      reason: "The connector tells KubeLB which Services want an address",
      sources: ["kubelb.requirements"],
    },
    {
      id: "kubelb-traffic",
      ref: "K2",
      between: "balancer-to-nodes",
      protocol: "TCP and UDP",
      ports: "30000-32767",
      reason: "KubeLB hands traffic over to the node ports of its tenant",
      sources: ["kubelb.requirements"],
    },
  ],
} as const satisfies LoadBalancerKind;
