import { access } from "../../answers/chapters/access.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { veleroChart } from "../../facts/backup.ts";
import { helmVersions, kubeOneMirror, kubeOneReleases, terraformVersion, kubeOneVersions, toolingContent } from "../../facts/operations.ts";
import { kubeoneRoot } from "../../facts/store-root.ts";
import { toolingImage } from "../../facts/storage.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { kubeoneRoots } from "../certificates/kubeone-roots.ts";
import { connectorsInUse } from "../identity/connectors.ts";
import type { ToolRow } from "../../plan/plan.ts";
import { frontInstall } from "../basics/api-front.ts";
import { comesNew } from "../basics/new-with-upgrade.ts";
import { isBelow } from "../basics/kubernetes.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { selfMade, usesTerraform } from "../basics/provisioning.ts";
import { savesUserClusters } from "../storage/further.ts";
import { hubSeeds } from "../workloads/hub-secret.ts";
import { listed, listedOr } from "../../values/sentence.ts";
import { balancerSoFar } from "../basics/balancer.ts";

const STORE_TOOLS = {
  vault: { id: "vault", title: "vault", version: "that of the server", why: "Credentials are fetched with it when a command needs them.", source: "hashicorp.vault" },
  sops: { id: "sops", title: "sops", version: "any current", why: "It opens and closes the encrypted files of the repository.", source: "sops" },
  "git-crypt": { id: "git-crypt", title: "git-crypt", version: "any current", why: "It unlocks the encrypted files of the working copy.", source: "git-crypt" },
} as const;

/** The plug-in of kubectl that writes the kubeconfig of a service account, by the file that kubectl looks for. */
export const KUBECONFIG_PLUG_IN = "kubectl-view_serviceaccount_kubeconfig";

/** Programs of the secret store that people call and no command of the runbook. */
export const storePrograms = (read: Reader): readonly string[] => (read.answer(access.plan.secretStore) === "vault" ? [STORE_TOOLS.vault.title] : []);

/** Tools of the plan that are installed beside the tooling container, since its image lacks them; empty where the tools are installed one by one. */
export function besideContainer(read: Reader): readonly string[] {
  if (read.answer(operations.plan.toolset) !== "container") return [];
  const { lacks } = read.fact(toolingContent);
  return read.rule(tools).flatMap(({ title }) => (lacks.includes(title) ? [title] : []));
}

/** Whether a step copies images by KubeOne itself: a cluster that it builds for the first time stands where nothing is pulled from the internet. */
const copiesByKubeOne = (read: Reader): boolean =>
  read.outcome(installedRelease).kind === "not-applicable" &&
  read.subjects("cluster").some((cluster) => {
    const [way, place] = [read.maybe(infrastructure.cluster.provisioning, cluster), read.maybe(infrastructure.cluster.place, cluster)];
    if (way.kind !== "known" || way.value !== "kubeone" || place.kind !== "known") return false;
    const internet = read.maybe(network.place.internet, place.value);
    return internet.kind === "known" && internet.value === "offline";
  });

/** Whether KubeOne hands a file with private roots to pods of a cluster that it builds. */
const handsRoots = (read: Reader): boolean => read.subjects("cluster").some((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone" && kubeoneRoots(read, cluster).length > 0);

/** The releases of KubeOne that cover what the release of KKP offers and know every command of the runbook, and those that lack one. */
function kubeOneFor(read: Reader): { readonly named: readonly string[]; readonly lacking: readonly string[]; readonly blind: readonly string[]; readonly unable: readonly string[]; readonly makes: readonly string[] } {
  const all = read.fact(kubeOneVersions)[releaseIn(read).id];
  const lacking = copiesByKubeOne(read) ? all.filter((release) => read.fact(kubeOneMirror).lacking.includes(release)) : [];
  const blind = all.filter((release) => !lacking.includes(release) && read.aside(() => read.fact(kubeoneRoot)).lacking.includes(release) && handsRoots(read));
  // What one cluster needs of KubeOne holds for all of them: the engineers have one release of it.
  const needs = read.subjects("cluster").flatMap((cluster) => {
    const releases = read.outcome(selfMade, cluster);
    if (releases.kind === "waiting" && mayBeSelfMade(read, cluster)) read.rule(selfMade, cluster);
    return releases.kind === "known" ? [{ cluster, releases: releases.value }] : [];
  });
  const unable = all.filter((release) => !lacking.includes(release) && !blind.includes(release) && needs.some(({ releases }) => !releases.includes(release)));
  return { named: all.filter((release) => ![...lacking, ...blind, ...unable].includes(release)), lacking, blind, unable, makes: needs.map(({ cluster }) => cluster) };
}

/** Whether what is known of a cluster leaves open that KubeOne makes its control planes itself. */
function mayBeSelfMade(read: Reader, cluster: string): boolean {
  const [provider, front] = [read.optional(infrastructure.cluster.provider, cluster), read.optional(loadBalancer.cluster.apiEndpoint, cluster)];
  const candidates: readonly Provider[] = provider === undefined ? providers : [providerOf(provider)];
  return candidates.some(({ kubeone }) => kubeone?.ownMachines !== undefined && (provider !== undefined || front === undefined || kubeone.ownMachines.front === front));
}

/** These releases, and which of them KubeOne still supports. */
function namedKubeOne(read: Reader): string {
  const { named } = kubeOneFor(read);
  const supported = read.fact(kubeOneReleases).filter((one) => one.supported === true && named.includes(one.release)).map((one) => one.release);
  if (supported.length === named.length) return listedOr(named);
  const today = supported.length > 0 ? `KubeOne supports ${listed(supported)} today` : named.length === 1 ? "KubeOne no longer supports it" : "KubeOne supports neither today";
  return `${listedOr(named)}; ${today}`;
}

/** What the releases of KubeOne that are supported can install of what the release of KKP offers. */
function supportedKubeOne(read: Reader): string {
  const { id, kubernetes } = releaseIn(read);
  const { lacking, blind, unable, makes } = kubeOneFor(read);
  const fitting = read.fact(kubeOneReleases).flatMap(({ release: minor, oldest, newest, supported }) => {
    const from = isBelow(oldest, kubernetes.oldest) ? kubernetes.oldest : oldest;
    const to = isBelow(kubernetes.newest, newest) ? kubernetes.newest : newest;
    if (!supported || isBelow(to, from)) return [];
    return [`${minor} installs ${from === to ? from : `${from} to ${to}`}`];
  });
  return `No pairing is published: named are the releases that cover most of what KKP ${id} offers. Of those that KubeOne supports today, ${listed(fitting)} of it.${lacking.length === 0 ? "" : ` ${listed(lacking)} cannot fill the private registry: it lacks ${read.fact(kubeOneMirror).command}.`}${blind.length === 0 ? "" : ` ${listed(blind)} cannot hand a file of roots to its pods: it lacks ${read.fact(kubeoneRoot).field}.`}${unable.length === 0 ? "" : ` ${listed(unable)} cannot make the control planes of ${listed(makes.map((cluster) => clusterName(read, cluster)))} with what stands in front of them.`}`;
}

/** Whether steps of an installation enter machines of a cluster by SSH, as far as it is known what stands in front of its Kubernetes API. */
function setUpBySsh(read: Reader, cluster: string): boolean {
  if (read.outcome(installedRelease).kind !== "not-applicable") return false;
  const front = read.outcome(frontInstall, cluster);
  return front.kind === "known" && [front.value.before, front.value.after].some((step) => step?.commands.some((line) => line.includes("{ssh} ")) === true);
}

/** Tools of the installing engineers, each with the version that fits. */
export const tools = rule<readonly ToolRow[]>({
  id: "access.tools",
  title: "Tools with their versions",
  per: "plan",
  sources: ["kkp.install-ce"],
  derive: (read) => {
    const release = releaseIn(read);
    const toolset = read.answer(operations.plan.toolset);
    const from = read.cell;
    const row = (id: string, title: string, version: string | (() => string), why: string | (() => string), matters?: () => unknown): ToolRow =>
      read.forRow(`tool.${id}`, () => {
        matters?.();
        return { id: `tool.${id}`, title, version: typeof version === "string" ? version : version(), from, why: typeof why === "string" ? why : why() };
      });
    const rows = [
      row("installer", "kubermatic-installer", () => release.latestPatch, () => `It installs its own release and refuses to jump over one; its charts belong to KKP ${release.id}.`),
      row("helm", "helm", () => read.fact(helmVersions)[release.id], "The installer calls it for every chart."),
      row("kubectl", "kubectl", () => `${release.kubernetes.default}, one minor version more or less`, () => `User clusters of KKP ${release.id} run Kubernetes ${release.kubernetes.default} by default, and Kubernetes supports kubectl no further than one minor version from an API server.`),
      row("git", "git", "any current", "The configuration is kept and reviewed with it."),
    ];
    // Machines of an upgrade are there: KubeOne is called again only where it brings its addon for etcd, and Terraform never. Nobody
    // knows before the answer which it is, and then neither has a row.
    const installing = () => read.outcome(installedRelease).kind === "not-applicable";
    const calling = () => installing() || (read.outcome(installedRelease).kind === "known" && comesNew(read, "further-backups") && read.answer(backup.plan.further).includes("platform-etcd"));
    const built = () => calling() && read.subjects("cluster").some((cluster) => read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone");
    const made = () => installing() && read.subjects("cluster").some((cluster) => usesTerraform(read, cluster));
    const shell = () => read.subjects("cluster").some((cluster) => setUpBySsh(read, cluster));
    const listing = () => read.subjects("cluster").flatMap((cluster) => balancerSoFar(read, cluster)?.install?.commands ?? []);
    if (read.aside(built)) rows.push(row("kubeone", "kubeone", () => namedKubeOne(read), () => supportedKubeOne(read), built));
    if (read.aside(made)) rows.push(row("terraform", "terraform", () => read.fact(terraformVersion), "It creates the machines that KubeOne takes over.", () => (read.cite("kubeone.creating-clusters"), made())));
    if (read.aside(built)) rows.push(row("ssh", "ssh, ssh-agent and ssh-add", "any current", () => `The agent holds the key of the platform's machines for KubeOne${shell() ? ", and what stands in front of a Kubernetes API is set up on them by ssh" : ""}.`, () => (read.cite("kubeone.creating-clusters"), built())));
    // Where the release asks whether it is an upgrade, nobody knows before the answer what is installed for the first time.
    if (read.aside(installing)) {
      rows.push(row("sonobuoy", "sonobuoy", "any current", "It runs the conformance test of Kubernetes before KKP is installed.", () => (read.cite("sonobuoy.docs"), installing())));
      if (read.aside(listing).some((line) => line.startsWith("cilium "))) rows.push(row("cilium", "cilium", "any current", "It lists the BGP sessions of every node.", listing));
    }
    rows.push(row("helpers", "curl, dig, openssl and tar", "any current", "Commands of the runbook fetch, look names up, make secrets and read certificates with them."));
    if (read.aside(() => read.rule(connectorsInUse)).some(({ inDex }) => inDex)) rows.push(row("htpasswd", "htpasswd", "any current", "It makes the hashes of people who live in Dex.", () => read.rule(connectorsInUse)));
    const keeping = () => read.answer(access.plan.secretStore);
    const store = read.aside(keeping);
    if (store !== "other") {
      const { id, title, version, why, source } = STORE_TOOLS[store];
      rows.push(row(id, title, version, why, () => (read.cite(source), keeping())));
    }
    // Seeds first: with them open, the row waits whether anybody has said that KubeLB runs or not.
    const tenants = () => installing() && hubSeeds(read).length > 0 && read.optional(kubelbHub.plan.kubelbRuns) === false;
    if (read.aside(tenants)) rows.push(row("view-serviceaccount-kubeconfig", KUBECONFIG_PLUG_IN, "any current", "kubectl writes the kubeconfig of KubeLB, by which KKP makes tenants, with its plug-in view-serviceaccount-kubeconfig, and finds that under this name alone.", () => (read.cite("kubelb.kkp"), tenants())));
    const further = () => read.answer(backup.plan.further);
    const platform = read.aside(further).includes("velero");
    const tried = () => savesUserClusters(read) && (installing() || (read.outcome(installedRelease).kind === "known" && comesNew(read, "further-backups")));
    if (platform) rows.push(row("velero", "velero", "that of the chart", "Backups of platform clusters are listed and restored with it.", further));
    else if (read.aside(tried)) rows.push(row("velero", "velero", () => read.fact(veleroChart).version[releaseIn(read).id], "The first backup of a user cluster is made and restored with it.", tried));
    if (toolset === "container") {
      rows.push(row("docker", "docker", "any current", "It loads and starts the tooling container."));
      const content = () => read.fact(toolingContent);
      const beside = () => rows.flatMap(({ title }) => (content().lacks.includes(title) ? [title] : []));
      rows.push(row("container", "Tooling container", () => read.fact(toolingImage), () => `It brings everything but ${listed(["the installer", ...beside()])}, ${beside().length === 0 ? "which is" : "which are"} installed beside it; its KubeOne is ${content().kubeone} and its kubectl ${content().kubectl}.`));
    }
    return rows;
  },
});
