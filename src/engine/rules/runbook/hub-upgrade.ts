import { mirrors } from "../../answers/chapters/mirrors.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { kubelbManager, kubelbProxy, kubelbUpgrades } from "../../facts/balancers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { listed } from "../../values/sentence.ts";
import { onlyWhere, quote, thenRemoved } from "../../values/shell.ts";
import { secretNames } from "../access/secret-names.ts";
import { balancerOf } from "../basics/balancer.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { upgradedHub } from "../firewall/upgraded-hub.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import { registryInWords } from "../internet/offline.ts";
import { hubIsEnterprise } from "../workloads/hub-edition.ts";
import { hubLeft } from "../workloads/hub-left.ts";
import { hubProxy } from "../workloads/hub-version.ts";
import { chartsInRegistry, reachableCharts, unchecked } from "./charts.ts";
import { hubChart, hubChartVersion } from "./hub-chart.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";

/** Title of the step of the manager, by which the checklist names it. */
export const hubUpgradeTitle = (version: string): string => `Bring KubeLB to ${version} on its management cluster`;

/** Folder of the management cluster, as the step has it that installs the manager. */
const FOLDER = "kubelb-management";
const SECRET = `${FOLDER}/pull-secret.json`;
/** Values of the release that runs, and those that the new version needs beside them. */
const [VALUES, BESIDE] = [`${FOLDER}/values.yaml`, `${FOLDER}/upgrade.yaml`];

/** Why the Config of an older chart is looked for, as a sentence; nothing where all charts leave it alone. */
function configOf(read: Reader, left: readonly string[]): readonly string[] {
  const proxies = read.fact(kubelbProxy);
  const made = left.filter((version) => proxies[version]?.withoutConfig === undefined);
  const { withoutConfig } = hubProxy(read);
  if (withoutConfig === undefined) return [];
  return [`${made.length === 0 ? "The chart makes" : `The chart of ${listed(made)} makes the Config unless told otherwise, and that of later ones makes`} none unless kubelb.skipConfigGeneration is false: where the release has one, the commands write that, or \`helm upgrade\` would delete it with its fields for Envoy and annotations, and each tenant would get ${withoutConfig} Envoy pods. A Config that somebody applied by hand stays as it is; configs-before.yaml holds all of them.`];
}

/** KubeLB's manager in the version that the new release of KKP wants, before KKP brings connectors that are newer. */
export const hubUpgrade: StepRule = rule({
  id: "runbook.hub-upgrade",
  title: "Step: another version of KubeLB",
  per: "plan",
  sources: ["kubelb.upgrade", "kubelb.management"],
  derive: (read) => {
    const { own, chartFromRegistry } = read.rule(upgradedHub);
    const { version, left, both } = read.rule(hubLeft);
    read.need([kubelbHub.plan.kubelbTraffic]);
    const { name: chart, version: tag, source, enterprise } = hubChart(read);
    if (chartFromRegistry) read.need([mirrors.plan.mirrorRegistry], [mirrors.plan.mirrorPort], [mirrors.plan.mirrorTrust]);
    const brings = read.fact(kubelbUpgrades)[version];
    if (!brings) throw new Error(`The catalogue must know what an upgrade to KubeLB ${version} brings`);
    const charts = `../kubelb-${tag}`;
    const from = chartFromRegistry ? quote(`${chartsInRegistry(read)}/${chart}`) : source;
    const signsIn = enterprise && !chartFromRegistry;
    const how = chartFromRegistry ? unchecked(read) : signsIn ? ` --registry-config ${SECRET}` : "";
    const upgrade = `helm upgrade kubelb-manager ${charts}/${chart} --namespace kubelb --values ${VALUES} --values ${BESIDE} --wait`;
    const { id } = releaseIn(read);
    return [
      {
        id: "step.hub-upgrade",
        title: hubUpgradeTitle(version),
        text: [
          `${own ? "" : "Whoever runs KubeLB runs this step, on a machine of theirs. "}It is done${both ? ` before KKP ${id} is installed, and left out` : ", or left out"} where the first list shows ${chart} ${tag} or newer as deployed.`,
          `${FOLDER}/kubeconfig is that of an administrator there; the machine reaches its API and ${chartFromRegistry ? registryInWords(read) : "quay.io"}.`,
          ...(signsIn ? [`${SECRET} holds ${secretNames.pull}, by which Helm signs in for the chart, and is deleted once the manager runs.`] : []),
          "values.yaml becomes what the release was installed with. upgrade.yaml names the tag of the image, since whoever installed it with the chart's own values, as the page does, has the old one among them.",
          ...configOf(read, left),
          `\`helm upgrade\` leaves out CRDs, those of bundled charts as well, and reports success: the folders that have them are applied before it, with -R for what lies deeper, whether or not an addon is switched on.${brings.needs ? ` Without ${brings.needs} the Envoy Gateway that ${version} bundles does not start again.` : ""}`,
          "Afterwards the images are those of the new version, no pod of a namespace tenant-… waits, and each Config of before is there.",
          ...(brings.policy ? [`The way back is no \`helm rollback\` alone: \`kubectl delete validatingadmissionpolicybinding ${brings.policy}\` and then \`kubectl delete validatingadmissionpolicy ${brings.policy}\` go first, which refuse older CRDs of the Gateway API.`] : []),
        ].join(" "),
        commands: [
          `mkdir -p ${FOLDER} ${charts}`,
          `export KUBECONFIG="$PWD"/${FOLDER}/kubeconfig`,
          "helm --namespace kubelb list",
          `kubectl get configs.kubelb.k8c.io --all-namespaces -o yaml > ${FOLDER}/configs-before.yaml`,
          // Helm unpacks no chart where a folder of its name lies, as one does from the second run on.
          `rm -rf ${charts}/${chart} && helm pull ${from} --version ${tag} --untar --untardir ${charts}${how}`,
          `echo 'image: {tag: ${tag}}' > ${BESIDE}`,
          `if helm --namespace kubelb get manifest kubelb-manager | grep -x 'kind: Config'; then echo 'kubelb: {skipConfigGeneration: false}' >> ${BESIDE}; fi`,
          `kubectl apply --server-side --force-conflicts -R ${brings.crds.map((folder) => `-f ${charts}/${chart}/${folder}/`).join(" ")}`,
          ...onlyWhere(`helm --namespace kubelb get values kubelb-manager -o yaml > ${VALUES}`, "no release kubelb-manager is found", [signsIn ? thenRemoved(upgrade, [SECRET]) : upgrade]),
          "kubectl -n kubelb get deployments -o wide",
          ...(brings.needs ? [`kubectl get crd ${brings.needs}`] : []),
          "kubectl get pods --all-namespaces --field-selector status.phase=Pending",
          "kubectl get configs.kubelb.k8c.io --all-namespaces",
        ],
        from: read.cell,
        why: "The manager goes first: it works with older connectors, while a newer one may send an older manager what that does not know.",
      },
    ];
  },
});

/** The connector of a platform cluster, after its manager. */
export const hubConnector: StepRule = rule({
  id: "runbook.hub-connector",
  title: "Step: another version of KubeLB's connector",
  per: "cluster",
  sources: ["kubelb.upgrade"],
  derive: (read, cluster) => {
    const { connectors } = read.rule(upgradedHub);
    if (!connectors.includes(cluster)) return read.notApplicable("KubeLB serves no Service of this cluster.");
    read.need([kubelbHub.plan.kubelbTraffic]);
    const { install }: LoadBalancerKind = balancerOf(read, cluster);
    const { renewed } = install ?? {};
    if (!renewed) return read.notApplicable("What serves it has no connector.");
    const [name, folder, tag] = [clusterName(read, cluster), folderOf(read, cluster), hubChartVersion(read)];
    const [enterprise, mirrored] = [hubIsEnterprise(read), chartsFromRegistry(read, cluster)];
    if (mirrored) read.need([mirrors.plan.mirrorRegistry], [mirrors.plan.mirrorPort], [mirrors.plan.mirrorTrust]);
    const lines = enterprise ? (mirrored ? renewed.mirrored : renewed.enterprise) : renewed.commands;
    return [
      {
        id: `step.hub-connector[${cluster}]`,
        title: `Bring the KubeLB connector of ${name} to ${tag}`,
        text: `The manager is of this version by now, whoever runs it. ${name}/kubelb.yaml holds the values of the table of settings, and the tag of the image goes beside it, since values of before may name the old one. ${enterprise && !mirrored ? `${name}/pull-secret.json holds ${secretNames.pull}, by which Helm signs in for the chart, and is deleted once the connector runs. ` : ""}Helm leaves CRDs out of upgrades, so those of the chart are applied before it. The image is that of the new version afterwards, the log shows no refused connection, and a Service of ${name} still answers at its address.`,
        commands: [atCluster(read, cluster), ...reachableCharts(read, cluster, lines).map((line) => line.replaceAll("{hubVersion}", tag).replaceAll("{folder}", folder))],
        from: read.cell,
        why: `Manager and connector are released as a pair, and ${read.fact(kubelbManager).versions[read.rule(hubLeft).version] ?? tag} is that of the manager.`,
      },
    ];
  },
});
