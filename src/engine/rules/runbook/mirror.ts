import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucketJob, mirrorJob, restoreHelper, veleroStore } from "../../facts/backup.ts";
import { internetFacts } from "../../facts/internet.ts";
import { toolingImage } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, releaseIn, runsAlready } from "../basics/platform.ts";
import { frontByHand } from "../basics/api-front.ts";
import { usesTerraform } from "../basics/provisioning.ts";
import { solverWebhook } from "../certificates/solver-webhook.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { chartsFromRegistry } from "../firewall/workplace.ts";
import type { CarriedProgram } from "../../api-endpoints/api-endpoint.ts";
import { carriedInFront } from "../internet/carried.ts";
import { offlinePlaces, pathOf, registryInWords } from "../internet/offline.ts";
import { ownDriverOf } from "../storage/own-driver.ts";
import { savesUserClusters } from "../storage/further.ts";
import { chartsInRegistry, HELM_LOGINS, pullsOf, unchecked } from "./charts.ts";
import { balancerLines } from "./clusters.ts";
import { RECORDS_CHART, recordsImages, servesRecords } from "./external-dns.ts";
import { plugInLines, plugInName } from "./issuer-plug-in.ts";
import { webhookChart } from "./solver-webhook.ts";
import { folderOf, type Step, type StepRule } from "./step.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Folder of the Terraform providers that are carried along. */
export const PROVIDERS = "terraform-providers";

/** Folder of the charts that are carried along. */
const CHARTS = "charts-mirror";

/** The chart with which KubeOne is told to bring Cilium. */
const PLUGIN_CHART = 'helm upgrade cilium cilium --repo https://helm.cilium.io --version "$CILIUM_VERSION"';

/** Clusters whose machines reach nothing on the internet. */
const clustersOffline = (read: Reader): readonly string[] => read.subjects("cluster").filter((cluster) => !reachesInternet(read, placeOfCluster(read, cluster)));

/** Whether KubeOne builds the cluster. */
const built = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";

/** Lines of later steps that take a chart from a public repository. */
function chartLines(read: Reader, cluster: string): readonly string[] {
  const plugin = balancerOf(read, cluster).install?.pluginValues;
  return [...balancerLines(read, cluster), ...(plugin && built(read, cluster) && !reachesInternet(read, placeOfCluster(read, cluster)) ? [PLUGIN_CHART] : []), ...(servesRecords(read) ? [RECORDS_CHART] : []), ...webhookChart(read)];
}

/** What is given to the charts that refuse to be rendered without a value, as words behind their name. */
function demandedValues(read: Reader, clusters: readonly string[]): string {
  const demanded = clusters.flatMap((cluster) => Object.entries(balancerOf(read, cluster).install?.demanded ?? {}).map(([chart, value]) => `(*/${chart}-*) echo --set ${value}=any;;`));
  return demanded.length === 0 ? "" : ` $(case "$chart" in ${[...new Set(demanded)].join(" ")} esac)`;
}

/** Images of what people install in front of a Kubernetes API. */
function frontImages(read: Reader, cluster: string): readonly string[] {
  const image = frontByHand(read, cluster)?.image;
  return image ? [read.fact(image)] : [];
}

/** Images of the storage driver that the storage team brings into a cluster that KubeOne builds. */
function driverImages(read: Reader, cluster: string): readonly string[] {
  const driver = built(read, cluster) ? ownDriverOf(read, cluster) : undefined;
  return driver ? [`those of ${driver.words}, which the list in the folder storage of ${clusterName(read, cluster)} names`] : [];
}

/** Infrastructures of all datacenters, by the names that KKP has for them. */
const workerProviders = (read: Reader): readonly string[] => {
  const chosen = read.subjects("datacenter").map((datacenter) => providerOf(read.answer(infrastructure.datacenter.provider, datacenter)));
  return [...new Set(chosen.map(({ id, kkpName = id }: Provider) => kkpName))].toSorted();
};

/** Block of kubermatic.yaml that switches the catalogue. */
const CATALOGUE = "defaultApplicationCatalog";

/** Puts charts of the catalogue beside the others where they lie apart at their public registry, if the file switches it on; mirror-images would keep them apart. */
const chartsApart = (read: Reader): readonly string[] => {
  if (read.answer(project.plan.edition) !== "EE") return [];
  const { repository, apart } = releaseIn(read).catalogCharts;
  const target = quote(`oci://${registryInWords(read)}${pathOf(repository)}`);
  return apart.map(({ chart, repository: from, versions }) => `if [ "$(grep -A 9 ${CATALOGUE}: kubermatic.yaml | grep -c 'enable: true')" != 0 ]; then for version in ${versions.join(" ")}; do helm pull oci://${from}/${chart} --version "$version" && helm push ${chart}-"$version".tgz ${target}${unchecked(read)}; done; fi`);
};

/** What the workstation reaches for the catalogue, which no answer of this plan switches on. */
const catalogueSentence = (read: Reader): string => {
  if (read.answer(project.plan.edition) !== "EE") return "";
  const { field, registries } = read.fact(internetFacts.catalogueRegistries);
  return ` Where ${field} is true in kubermatic.yaml, its applications are copied as well: the workstation then reaches ${listed(registries.map(({ host, of }) => `${host} for ${of}`))} too, and the line for ${listed(releaseIn(read).catalogCharts.apart.map(({ chart }) => chart))}, which looks for this field, copies its charts.`;
};

/** Copies everything that machines without internet will ask for. */
export const mirrorStep: StepRule = rule({
  id: "runbook.mirror",
  title: "Steps: mirror images, charts and binaries",
  per: "plan",
  sources: ["kkp.offline", "kkp.code.mirror-images", "kubeone.registry", "sonobuoy.air-gap", "terraform.providers-mirror"],
  derive: (read) => {
    read.rule(offlinePlaces);
    const { id, providerFilter } = releaseIn(read);
    const name = registryInWords(read);
    const registry = quote(name);
    const insecure = read.answer(mirrors.plan.mirrorTrust) === "insecure" ? " --insecure" : "";
    const clusters = clustersOffline(read);
    const installing = !runsAlready(read);
    const carried = installing ? read.subjects("cluster").filter((cluster) => chartsFromRegistry(read, cluster)) : [];
    const pulls = pullsOf(read, carried.flatMap((cluster) => chartLines(read, cluster)), CHARTS);
    const minio = clusters.some((cluster) => read.optional(storage.cluster.backupTarget, cluster) === "minio");
    const fronts = installing ? new Set(clusters.flatMap((cluster) => frontImages(read, cluster))) : [];
    // Where the Enterprise Edition takes the same plugin for user clusters, the installer finds it there.
    const saves = read.answer(backup.plan.further).includes("velero") && (read.answer(project.plan.edition) === "CE" || !read.fact(veleroStore).listed[id]);
    const helper = savesUserClusters(read) ? read.fact(restoreHelper)[id] : undefined;
    const veleroImage = () => `${read.fact(veleroStore).image}:${read.fact(veleroStore).plugin[id]} for Velero`;
    const images = () => [...(installing ? [`${read.fact(toolingImage)} for the test of the disks`] : []), ...(minio && !isRunning(read, "backups") ? [`${read.fact(minioBucketJob).image} for the bucket`] : []), ...(minio && read.answer(backup.plan.further).includes("mirror") && !isRunning(read, "further-backups") ? [`${read.fact(mirrorJob).image} for the copy of MinIO`] : []), ...[...fronts].map((image) => `${image} for the API of the platform clusters`), ...(pulls.length === 0 ? [] : [`those of the charts in ${CHARTS}, which the last command before the dry run prints`]), ...(saves ? [veleroImage()] : []), ...(helper === undefined ? [] : [`${helper} for volumes that are restored in user clusters`]), ...(read.optionalRule(solverWebhook) === undefined ? [] : ["those of the webhook of DNS-01"]), ...(plugInLines(read).length === 0 ? [] : [`those of the plug-in ${plugInName(read)}`]), ...(installing ? recordsImages(read) : []), ...(installing ? clusters.flatMap((cluster) => driverImages(read, cluster)) : [])];
    const filters = providerFilter === undefined ? "" : workerProviders(read).map((name) => ` ${providerFilter} ${name}`).join("");
    const mirror = (flags: string) => `kubermatic-installer mirror-images ${registry} --config kubermatic.yaml --helm-values values-mirror.yaml --charts-directory "$KUBERMATIC_CHARTS_DIRECTORY"${insecure}${filters}${flags}`;
    const charts =
      pulls.length === 0
        ? []
        : [`mkdir -p ${CHARTS}`, ...pulls, `for chart in ${CHARTS}/*.tgz; do helm template "$chart"${demandedValues(read, carried)} | grep -E '^ *(- )?image:' | sort -u; done`];
    const besideCharts = (): string => {
      const beside = images();
      return beside.length === 0 ? "" : ` spec.mirrorImages of kubermatic.yaml lists images that no chart of the release names: ${beside.join(", ")}.`;
    };
    const step = (): Step => ({
      id: "step.mirror",
      title: "Fill the private registry and the mirrors",
      text: `On the mirror workstation, where the first step is run as well; a working copy that is carried there takes the place of one from Git, which it need not reach.${read.answer(project.plan.edition) === "EE" ? " User and password for quay.io stand in the pull secret." : ""} values-mirror.yaml is a copy of values.yaml without repository overrides. Read the list of the dry run first; --version-filter shortens it.${filters === "" ? "" : ` ${providerFilter} names the infrastructures of this plan's datacenters: with a datacenter on another one, mirror-images runs again before.`}${besideCharts()}${catalogueSentence(read)} --registry-prefix copies images of one source alone, and --addons-path takes addons of your own along. The folder binaries is carried to the mirror of binaries.`,
      commands: [
        `helm registry login ${registry}${insecure}`,
        ...(read.answer(project.plan.edition) === "EE" ? ["helm registry login quay.io"] : []),
        HELM_LOGINS,
        ...charts,
        mirror(" --dry-run"),
        mirror(""),
        "kubermatic-installer mirror-binaries --config kubermatic.yaml --output-dir binaries --architectures amd64",
        ...(pulls.length === 0 ? [] : [`for chart in ${CHARTS}/*.tgz; do helm push "$chart" ${quote(chartsInRegistry(read))}${unchecked(read)}; done`]),
        ...chartsApart(read),
      ],
      from: read.cell,
      why: `KKP ${id} starts nothing that is missing from ${name}; run it again before every upgrade, with the installer of the new release.`,
    });
    const filled = read.forRow("step.mirror", step);
    return installing && clusters.length > 0 ? [filled, toolsStep(read, clusters, registry, insecure)] : [filled];
  },
});

/** The script that sets up the machine in front of a cluster's Kubernetes API, and the program that it cannot load there. */
function programOf(read: Reader, cluster: string): (CarriedProgram & { readonly folder: string }) | undefined {
  const carried = carriedInFront(read, cluster);
  return carried && { ...carried, folder: `${folderOf(read, cluster)}${frontByHand(read, cluster) ? `/${carried.script.replace(/\.sh$/, "")}` : ""}` };
}

/** Puts the program into the script, in place of the lines that load it. */
const programLines = ({ name, url, script, folder }: NonNullable<ReturnType<typeof programOf>>): readonly string[] => [
  `curl -fsSL -o ${folder}/${name} ${url}`,
  `{ echo "base64 -d > ${name} <<'END'"; base64 ${folder}/${name}; echo END; } > ${folder}/program`,
  `grep -q '^base64 ' ${folder}/${script} || sed -i -e '/install tar/d' -e '/^curl /,/releases/d' -e '/^cd /r ${folder}/program' ${folder}/${script}`,
];

/** Copies what KubeOne, Terraform and the conformance test load by themselves. */
function toolsStep(read: Reader, clusters: readonly string[], registry: string, insecure: string): Step {
  const byKubeOne = clusters.some((cluster) => built(read, cluster));
  const terraformed = clusters.filter((cluster) => usesTerraform(read, cluster));
  const programs = clusters.flatMap((cluster) => programOf(read, cluster) ?? []);
  const scripts = listed(programs.map(({ folder, script }) => `${folder}/${script}`));
  // The daemon alone decides which certificates it checks; no command of Docker takes a flag for it.
  if (insecure) read.cite("docker.insecure-registries");
  const unseen = insecure ? ` Docker takes no flag for a registry whose certificate nobody can check: insecure-registries in /etc/docker/daemon.json lists ${registryInWords(read)}, and the Docker daemon is restarted, before its login and before sonobuoy pushes.` : "";
  const inFront = programs.length === 0 ? "" : ` ${scripts} ${programs.length === 1 ? "is that" : "are those"} of examples/terraform/nutanix from the archive of KubeOne: the program for the machine in front of the Kubernetes API is put into it, since that machine reaches nothing.`;
  return {
    id: "step.mirror-tools",
    title: "Copy what tools load by themselves",
    text: `On the mirror workstation, which needs docker for the images of sonobuoy. KUBERNETES is the version of the platform clusters with its v, ${byKubeOne ? "as kubeone.yaml names it" : "as whoever runs them says"}; where they differ, run the lines for each.${terraformed.length === 0 ? "" : ` ${listed(terraformed.map((cluster) => folderOf(read, cluster)))} ${terraformed.length === 1 ? "holds" : "hold"} the files of examples/terraform from the archive of KubeOne by now, those that the step of KubeOne names. The folder ${PROVIDERS} is carried along with the working copy.`}${inFront}${unseen}`,
    commands: [
      'command -v docker > /dev/null || echo "docker is missing"',
      ': "${KUBERNETES:?the version of the platform clusters, with its v}"',
      ...(byKubeOne ? [`kubeone mirror-images --kubernetes-versions "$KUBERNETES"${insecure} ${registry}`] : []),
      ...programs.flatMap(programLines),
      ...terraformed.map((cluster) => `terraform -chdir=${folderOf(read, cluster)} providers mirror -platform=linux_amd64 "$PWD"/${PROVIDERS}`),
      ...(insecure ? [`docker info | grep -F ${registry} || echo "insecure-registries of /etc/docker/daemon.json lacks the private registry"`] : []),
      `docker login ${registry}`,
      'sonobuoy images pull --kubernetes-version "$KUBERNETES"',
      `sonobuoy images push --kubernetes-version "$KUBERNETES" --custom-registry ${registry} --e2e-repo ${registry}`,
    ],
    from: read.cell,
    why: "None of them asks the mirror of KKP: KubeOne, Terraform and the conformance test would each wait for a host that no machine inside reaches.",
  };
}
