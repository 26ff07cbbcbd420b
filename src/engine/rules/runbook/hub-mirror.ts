import { mirrors } from "../../answers/chapters/mirrors.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { kubelbAirGap, kubelbEnvoyImages } from "../../facts/balancers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { upgradedHub } from "../firewall/upgraded-hub.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import { registryInWords } from "../internet/offline.ts";
import { hubHasBundle, hubVersion } from "../workloads/hub-version.ts";
import { chartsInRegistry, HELM_LOGINS, unchecked } from "./charts.ts";
import { connectorChart, hubChart } from "./hub-chart.ts";
import type { Step, StepRule } from "./step.ts";

/** Folder beside the working copy: nothing of it belongs into the repository. */
const FOLDER = "../kubelb-mirror";

/** Images of a KubeLB without a list that no chart runs, and the fields of this version that would name another registry. */
function envoyOf(read: Reader): string {
  const { images, chartFields, configFields } = read.fact(kubelbEnvoyImages);
  const own = configFields[hubVersion(read)];
  return `Its manager starts ${listed(images)} for each tenant, which ${own === undefined ? "stand in its code alone" : "its code names"}. The chart has fields for another registry, ${listed(chartFields)}; ${own === undefined ? "images of Envoy have none" : `those of Envoy are ${listed(own)} of a Config, which the chart does not write`}.`;
}

/** What of KubeLB is copied. */
interface Copied {
  /** Whether its chart is: nodes or whoever installs it reach no other. */
  readonly manager: boolean;
  /** Whether nodes of KubeLB reach no other registry. */
  readonly offline: boolean;
  /** Whether the chart of the connector is copied here, with its images; a new platform has it from the step that fills the registry. */
  readonly connector: boolean;
  readonly why: string;
}

/** The same step for a KubeLB that is installed and for one that is upgraded. */
function copying(read: Reader, { manager, offline, connector, why }: Copied): Step {
  read.need([mirrors.plan.mirrorRegistry], [mirrors.plan.mirrorPort], [mirrors.plan.mirrorTrust], [kubelbHub.plan.kubelbTraffic]);
  const { name, version, source, enterprise } = hubChart(read);
  const registry = registryInWords(read);
  const insecure = read.answer(mirrors.plan.mirrorTrust) === "insecure";
  const carried = offline || connector;
  const bundle = carried && enterprise && hubHasBundle(read) ? read.fact(kubelbAirGap) : undefined;
  const byHand = carried && bundle === undefined;
  const beside = connector ? connectorChart(read) : undefined;
  // The lists of images lie in the manager's chart.
  const charts = [...(manager || bundle ? [{ name, source, rendered: "", pushed: manager }] : []), ...(beside ? [{ ...beside, rendered: " --set kubelb.tenantName=any", pushed: true }] : [])];
  const archive = (chart: string): string => `${FOLDER}/${chart}-${version}.tgz`;
  return {
    id: "step.hub-mirror",
    title: "Copy KubeLB into the private registry",
    text: [
      `On the mirror workstation, where the first step is run as well${enterprise ? "; user and password for quay.io stand in the pull secret" : ""}.`,
      ...(byHand ? [`KubeLB ${version} brings no list of its images: the last ${charts.length === 1 ? "command prints those of its chart" : "commands print those of its charts"}. ${offline ? `${envoyOf(read)} ` : ""}Copy each to the same path behind the host, where containerd on the nodes looks for it${offline ? ", and none of these fields is needed" : ""}.${enterprise && offline ? " The code that was read is that of the Community Edition, since that of the Enterprise Edition is not public: ask Kubermatic whether it starts others." : ""}`] : []),
      ...(bundle === undefined
        ? []
        : [
            `The chart brings its lists of images along, and a script that copies them by crane of go-containerregistry, which takes the logins of Helm; ${bundle.images} has ${beside ? "those of the connector as well, and " : ""}leaves out those of addons, which this plan does not install.`,
            ...(insecure ? ["Whether the script takes a registry whose certificate nobody can check, its page does not say." ] : []),
          ]),
    ].join(" "),
    commands: [
      `helm registry login ${quote(registry)}${insecure ? " --insecure" : ""}`,
      ...(enterprise ? ["helm registry login quay.io"] : []),
      `mkdir -p ${FOLDER}`,
      ...charts.flatMap((chart) => [`helm pull ${chart.source} --version ${version} --destination ${FOLDER}`, ...(chart.pushed ? [`helm push ${archive(chart.name)} ${quote(chartsInRegistry(read))}${unchecked(read)}`] : [])]),
      ...(byHand ? charts.map((chart) => `helm template ${archive(chart.name)}${chart.rendered} --skip-tests | grep -E '^ *(- )?image:' | sort -u`) : []),
      ...(bundle === undefined
        ? []
        : [
            'command -v crane > /dev/null || echo "crane is missing"',
            HELM_LOGINS,
            `tar -xzf ${archive(name)} -C ${FOLDER}`,
            `(cd ${FOLDER}/${name}/${bundle.folder} && bash ${bundle.script} ${quote(registry)} ${bundle.images})`,
          ]),
    ],
    from: read.cell,
    why,
  };
}

/** Copies KubeLB's chart, and its images where its nodes reach nothing else, before the manager is installed. */
export const hubMirror: StepRule = rule({
  id: "runbook.hub-mirror",
  title: "Step: mirror KubeLB",
  per: "plan",
  sources: ["kubelb.air-gap"],
  derive: (read) => {
    const { offline, chartFromRegistry } = read.rule(installedHub);
    if (!chartFromRegistry) return read.notApplicable("The chart of KubeLB comes from its public registry.");
    return [copying(read, { manager: true, offline, connector: false, why: !offline ? "Whoever installs KubeLB's manager takes its chart from the private registry." : "Nodes of KubeLB load no image from anywhere else: its manager, and the Envoy pods of each tenant, would not start." })];
  },
});

/** Copies the charts and images of another version before KubeLB that runs is brought to it. */
export const hubUpgradeMirror: StepRule = rule({
  id: "runbook.hub-upgrade-mirror",
  title: "Step: mirror another version of KubeLB",
  per: "plan",
  sources: ["kubelb.air-gap", "kubelb.upgrade"],
  derive: (read) => {
    const { offline, chartFromRegistry, connectors } = read.rule(upgradedHub);
    const connector = connectors.some((cluster) => chartsFromRegistry(read, cluster));
    if (!chartFromRegistry && !connector) return read.notApplicable("Charts and images of KubeLB come from public registries.");
    return [copying(read, { manager: chartFromRegistry, offline, connector, why: `${offline ? "Nodes of KubeLB load no image from anywhere else" : "Whoever upgrades it takes the charts from the private registry"}, and what was copied for the version before is not that of ${hubChart(read).version}.` })];
  },
});
