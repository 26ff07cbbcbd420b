import { mirrors } from "../../answers/chapters/mirrors.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { kubelbAirGap, kubelbEnvoyImages } from "../../facts/balancers.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { registryInWords } from "../internet/offline.ts";
import { hubHasBundle, hubVersion } from "../workloads/hub-version.ts";
import { chartsInRegistry, HELM_LOGINS, unchecked } from "./charts.ts";
import { hubChart } from "./hub-chart.ts";
import type { StepRule } from "./step.ts";

/** Folder beside the working copy: nothing of it belongs into the repository. */
const FOLDER = "../kubelb-mirror";

/** Images of a KubeLB without a list that no chart runs, and the fields of this version that would name another registry. */
function envoyOf(read: Reader): string {
  const { images, chartFields, configFields } = read.fact(kubelbEnvoyImages);
  const own = configFields[hubVersion(read)];
  return `Its manager starts ${listed(images)} for each tenant, which ${own === undefined ? "stand in its code alone" : "its code names"}. The chart has fields for another registry, ${listed(chartFields)}; ${own === undefined ? "images of Envoy have none" : `those of Envoy are ${listed(own)} of a Config, which the chart does not write`}.`;
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
    read.need([mirrors.plan.mirrorRegistry], [mirrors.plan.mirrorPort], [mirrors.plan.mirrorTrust], [kubelbHub.plan.kubelbTraffic]);
    const { name, version, source, enterprise } = hubChart(read);
    const registry = registryInWords(read);
    const insecure = read.answer(mirrors.plan.mirrorTrust) === "insecure";
    const bundle = offline && enterprise && hubHasBundle(read) ? read.fact(kubelbAirGap) : undefined;
    const byHand = offline && bundle === undefined;
    const archive = `${FOLDER}/${name}-${version}.tgz`;
    return [
      {
        id: "step.hub-mirror",
        title: "Copy KubeLB into the private registry",
        text: [
          `On the mirror workstation, where the first step is run as well${enterprise ? "; user and password for quay.io stand in the pull secret" : ""}.`,
          ...(byHand ? [`KubeLB ${version} brings no list of its images: the last command prints those of its chart. ${envoyOf(read)} Copy each to the same path behind the host, where containerd on the nodes looks for it, and none of these fields is needed.${enterprise ? " The code that was read is that of the Community Edition, since that of the Enterprise Edition is not public: ask Kubermatic whether it starts others." : ""}`] : []),
          ...(bundle === undefined
            ? []
            : [
                `The chart brings its lists of images along, and a script that copies them by crane of go-containerregistry, which takes the logins of Helm; ${bundle.images} leaves out those of addons, which this plan does not install.`,
                ...(insecure ? ["Whether the script takes a registry whose certificate nobody can check, its page does not say." ] : []),
              ]),
        ].join(" "),
        commands: [
          `helm registry login ${quote(registry)}${insecure ? " --insecure" : ""}`,
          ...(enterprise ? ["helm registry login quay.io"] : []),
          `mkdir -p ${FOLDER}`,
          `helm pull ${source} --version ${version} --destination ${FOLDER}`,
          `helm push ${archive} ${quote(chartsInRegistry(read))}${unchecked(read)}`,
          ...(byHand ? [`helm template ${archive} --skip-tests | grep -E '^ *(- )?image:' | sort -u`] : []),
          ...(bundle === undefined
            ? []
            : [
                'command -v crane > /dev/null || echo "crane is missing"',
                HELM_LOGINS,
                `tar -xzf ${archive} -C ${FOLDER}`,
                `(cd ${FOLDER}/${name}/${bundle.folder} && bash ${bundle.script} ${quote(registry)} ${bundle.images})`,
              ]),
        ],
        from: read.cell,
        why: !offline ? "Whoever installs KubeLB's manager takes its chart from the private registry." : "Nodes of KubeLB load no image from anywhere else: its manager, and the Envoy pods of each tenant, would not start.",
      },
    ];
  },
});
