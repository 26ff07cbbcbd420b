import { isAskedThrough } from "../../answers/answers.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { toolingProviders } from "../../facts/operations.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { ports } from "../../facts/ports.ts";
import { kubeoneCredentials, resticAddon } from "../../facts/backup.ts";
import { secretNames } from "../access/secret-names.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { listed as inWords } from "../../values/sentence.ts";
import { frontByHand } from "../basics/api-front.ts";
import { platformDual } from "../basics/families.ts";
import { inFamilies, listedInBoth, secondFamilyInFiles } from "./kubeone-families.ts";
import { platformWorkers, selfMade } from "../basics/provisioning.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { carriedInFront } from "../internet/carried.ts";
import { rootBeforeKubeOne } from "../internet/mirror-roots.ts";
import { savesPlatformEtcd } from "../storage/further.ts";
import { apiFront } from "./api-front.ts";
import { leavingInFiles } from "./leaving.ts";
import { planeCountInFiles } from "./plane-count.ts";
import { NO_SCRIPT, scriptThroughProxy } from "./script-past-proxy.ts";
import { CLOSE_AGENT, sshKeyStep } from "./ssh-key.ts";
import { rulesInFiles, sshWayInFiles } from "./ssh-way.ts";
import { credentialsOf } from "./credentials-file.ts";
import { disksInFiles } from "./control-plane-disks.ts";
import { kubeconfigTravels, madeOn } from "./bastions.ts";
import { chartsInRegistry } from "./charts.ts";
import { listedWorkersStep } from "./listed-workers.ts";
import { missingSecret } from "./missing-secret.ts";
import { podsInFiles, podsOfHosts, podsSeen } from "./node-pods.ts";
import { networkTrial } from "./network-trial.ts";
import { endpointPastProxy, NOTHING_PAST } from "./endpoint-past-proxy.ts";
import { apiNameInManifest } from "./api-names.ts";
import { announcedInFiles, apiOf, cloudFieldsOf, endpointOf, exampleNetworkOf, imageUrlOf, inputsOf, machineAddressesOf, otherFrontOf } from "./kubeone-inputs.ts";
import { kubeoneBundle, terraformTrust, trusting } from "./kubeone-bundle.ts";
import { kubernetesTitle, machinesTitle } from "./machine-titles.ts";
import { folderOf, onlyInstalling, atCluster, type Step, type StepRule } from "./step.ts";
import { front } from "./planned-values.ts";
import { initOf, stateOf } from "./terraform-state.ts";
import { terraformVariables } from "./terraform-variables.ts";
import { dedicatedSeen, marksOfHosts, replicasOf, zonesInFiles, zonesSeen } from "./worker-pools.ts";
import { balancersNeeded, balancerSoFar } from "../basics/balancer.ts";

/** Variables from which the addon takes the keys of its store. */
const KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;

/** Machines and Kubernetes of a cluster that KubeOne builds. */
export const kubeone: StepRule = rule({
  id: "runbook.kubeone",
  title: "Steps: machines and Kubernetes",
  per: "cluster",
  sources: ["kubeone.creating-clusters", "kubeone.defaults"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const { id: releaseId, kubernetes } = releaseIn(read);
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const control = formatCount(read.answer(infrastructure.cluster.controlPlanes, cluster), "control-plane machine");
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const { kubeone: asOne, title } = provider;
    if (!asOne) return read.notApplicable(`KubeOne builds nothing on ${title}.`);
    // The key of an agent rests on none of it.
    const told = <T>(row: () => T) => () => (read.cite(...asOne.sources), row());
    const support = inFamilies(read, asOne);
    const listed = read.rule(platformWorkers, cluster) === "static";
    if (listed) read.cite("kubeone.static-nodes");
    // What Terraform and what KubeOne is told rests on different things.
    const also = () => inputsOf(read, support, cluster);
    const made = support.inputs.length > 0;
    const secrets = support.credentialsFile ?? [];
    const output = `${made ? ` -t ${folder}/tf.json` : ""}${secrets.length === 0 ? "" : ` -c ${folder}/credentials.yaml`}`;
    // Machines that the cluster makes itself ask the DHCP server, whatever the control planes do.
    const leased = !listed && support.plannedAddresses !== undefined ? ", whose addresses are leases and may change" : "";
    const marks = () => (listed ? `${marksOfHosts(read, cluster)}${podsOfHosts(read, cluster)}` : "");
    const self = made ? undefined : read.optionalRule(selfMade, cluster);
    const own = support.ownMachines;
    const madeBefore = own === undefined ? "" : ` ${own.byHand}`;
    const hosts = () => own && self
      ? ` ${own.words.replace("{control}", control).replace("{releases}", inWords(self))}${imageUrlOf(read, provider, cluster, "all")}${also()}${zonesInFiles(read, cluster, support)}${podsInFiles(read, cluster, support)}`
      : made
      ? listed ? ` ${workers} stand under staticWorkers.hosts with ${listedInBoth(read)} and SSH user.${marks()}` : ""
      : ` ${control} stand under controlPlane.hosts${listed ? ` and ${workers} under staticWorkers.hosts` : ""}, each with ${listedInBoth(read)} and SSH user; Terraform makes no machine on ${title}.${madeBefore}${listed ? marks() : `${imageUrlOf(read, provider, cluster, "workers")}${also()}${zonesInFiles(read, cluster, support)}${podsInFiles(read, cluster, support)}`}`;
    const file = (shown: boolean) => (secrets.length === 0 ? "" : ` credentials.yaml${shown ? ", which stands below," : ""} holds ${inWords(secrets)} and is deleted afterwards.`);
    const first = support.firstApply;
    const on = madeOn(read, cluster);
    const front = apiFront(read, cluster);
    const byHand = frontByHand(read, cluster) !== undefined;
    const carried = (): string => {
      const program = byHand ? undefined : carriedInFront(read, cluster);
      return program ? ` ${program.script} is the one into which the mirror workstation has put its program.` : "";
    };
    const terraform = (): Step => {
      const within = insideContainer(read, provider);
      const trust = terraformTrust(read, cluster);
      const variables = terraformVariables(read, support, cluster);
      const script = byHand ? NO_SCRIPT : scriptThroughProxy(read, cluster);
      return {
        id: `step.terraform[${cluster}]`,
        title: machinesTitle(read, cluster),
        text: `${on}${name} holds the files of examples/terraform/${support.example ?? support.cloudProvider} from the archive of KubeOne, and ${name}/terraform.tfvars, which stands below, names ${control} and, by initial_machinedeployment_replicas, ${listed ? "no worker, since all are listed" : replicasOf(read, cluster)}${machineAddressesOf(read, support, cluster)}${also()}${secondFamilyInFiles(read, support, cluster)}${listed ? "" : `${zonesInFiles(read, cluster, support)}${podsInFiles(read, cluster, support)}`}${carried()}${script.words}${planeCountInFiles(read, support, cluster)}${exampleNetworkOf(read, support, cluster)}${disksInFiles(read, support, cluster)}${sshWayInFiles(read, support, cluster)}${leavingInFiles(read, support, cluster)}${rulesInFiles(read, support, cluster)}${otherFrontOf(read, support, cluster)}${announcedInFiles(read, provider, cluster)}${within.words}${trust.words}${stateOf(read, cluster)} Read the plan before it is applied.`,
        files: [variables],
        commands: [
          ...script.commands,
          ...within.commands,
          ...trust.commands,
          initOf(read, cluster),
          trusting(read, cluster, `terraform -chdir=${folder} plan${first === undefined ? "" : ` -var=${first}`} -out=tfplan`),
          trusting(read, cluster, `terraform -chdir=${folder} apply tfplan`),
          `terraform -chdir=${folder} output -json > ${folder}/tf.json`,
        ],
        from: read.cell,
        why: `Every host that KubeOne enters, and the endpoint through which kubelets of ${name} join, is read from the output of Terraform.`,
      };
    };
    const installed = (): Step => {
      const past = made ? endpointPastProxy(read, cluster) : NOTHING_PAST;
      read.fact(platformKubernetes);
      const seen = zonesSeen(read, cluster);
      const pods = podsSeen(read, cluster);
      const secret = missingSecret(read, cluster);
      const bundle = kubeoneBundle(read, cluster);
      const credentials = credentialsOf(read, support, cluster);
      const { words: keys, before, inside } = savesPlatformEtcd(read, cluster) ? keysOf(read, support) : NO_KEYS;
      return {
        id: `step.kubeone[${cluster}]`,
        title: kubernetesTitle(read, cluster),
        text: `${on}${name}/kubeone.yaml holds cloudProvider.${support.cloudProvider}, a Kubernetes version from ${kubernetes.oldest} to ${kubernetes.newest} (${kubernetes.default} is what KKP ${releaseId} gives user clusters), networks and ${workers}${leased}.${hosts()}${seen.words}${pods.words}${secret.words}${pluginOf(read, cluster)}${cloudFieldsOf(read, support, cluster)}${endpointOf(read, cluster)}${apiNameInManifest(read, cluster)}${past.words}${rootBeforeKubeOne(read, cluster)}${bundle.words}${file(credentials !== undefined)}${keys} Put the kubeconfig into the secret store; it must not enter the repository.${kubeconfigTravels(read, cluster)}`,
        ...(credentials === undefined ? {} : { files: [credentials] }),
        commands: [
          ...past.commands,
          ...bundle.commands,
          ...before,
          inside(`kubeone apply -m ${folder}/kubeone.yaml${output}`),
          ...(first === undefined ? [] : [trusting(read, cluster, `terraform -chdir=${folder} apply`)]),
          `(umask 077; kubeone kubeconfig -m ${folder}/kubeone.yaml${output} > ${folder}/kubeconfig)`,
          atCluster(read, cluster),
          ...secret.commands,
          seen.command,
          ...pods.commands,
          ...dedicatedSeen(read, cluster),
          ...(secrets.length === 0 ? [] : [`rm ${folder}/credentials.yaml`]),
          ...(front.after.length === 0 ? [CLOSE_AGENT] : []),
        ],
        from: read.cell,
        why: `Charts that are installed before all machines of ${name} are ready, ${control} and ${workers}, would wait for nodes.`,
      };
    };
    return [
      read.forRow(`step.ssh-key[${cluster}]`, () => sshKeyStep(read, support, cluster)),
      ...(made ? [read.forRow(`step.terraform[${cluster}]`, told(terraform))] : []),
      ...read.forRow(`step.listed-workers[${cluster}]`, () => listedWorkersStep(read, cluster)),
      ...read.forRow(`step.network-trial[${cluster}]`, () => networkTrial(read, cluster)),
      ...front.before,
      read.forRow(`step.kubeone[${cluster}]`, told(installed)),
      ...front.after,
    ];
  },
});

/** What lets Terraform load its own providers in the tooling container, which keeps it to those that it brings. */
export function insideContainer(read: Reader, { id, title }: Provider): { readonly words: string; readonly commands: readonly string[] } {
  if (read.answer(operations.plan.toolset) !== "container") return { words: "", commands: [] };
  const { variable, brings } = read.fact(toolingProviders);
  return {
    words: ` In the tooling container ${variable} is unset first: it keeps Terraform to the providers of the image, ${brings.includes(id) ? `which has that of ${title} in a version that it pins` : `which has none for ${title}`}.`,
    commands: [`unset ${variable}`],
  };
}

/** How kubeone apply comes to the keys of the store for further backups. */
export interface StoreKeys {
  readonly words: string;
  readonly before: readonly string[];
  readonly inside: (line: string) => string;
}

export const NO_KEYS: StoreKeys = { words: "", before: [], inside: (line) => line };

/** The addon reads the variables of AWS; where the cloud has them already, its own components get theirs by longer names. */
export function keysOf(read: Reader, { environment }: KubeOneSupport): StoreKeys {
  const addon = read.fact(resticAddon).name;
  const taken = KEYS.filter((name) => environment.includes(name));
  if (taken.length === 0) {
    return {
      words: ` ${inWords(KEYS)} hold ${secretNames.backupStore} while \`kubeone apply\` runs, for ${addon}.`,
      before: [': "${AWS_ACCESS_KEY_ID:?key for the store of further backups}" "${AWS_SECRET_ACCESS_KEY:?its secret}"'],
      inside: (line) => line,
    };
  }
  const prefixes = read.fact(kubeoneCredentials);
  return {
    words: ` ${addon} reads ${inWords(KEYS)} too, so that at every \`kubeone apply\` these hold ${secretNames.backupStore}, handed over as BACKUP_ACCESS_KEY_ID and BACKUP_SECRET_ACCESS_KEY, and the components of the cloud find its account under the same names behind ${inWords(prefixes)}.`,
    before: [
      ': "${BACKUP_ACCESS_KEY_ID:?key for the store of further backups}" "${BACKUP_SECRET_ACCESS_KEY:?its secret}"',
      ...taken.map((name) => `export ${prefixes.map((prefix) => `${prefix}${name}="$${name}"`).join(" ")}`),
    ],
    inside: (line) => `(export AWS_ACCESS_KEY_ID="$BACKUP_ACCESS_KEY_ID" AWS_SECRET_ACCESS_KEY="$BACKUP_SECRET_ACCESS_KEY"; ${line})`,
  };
}

/** The network plugin in KubeOne's manifest, where it is not the one that KubeOne brings unasked. */
function pluginOf(read: Reader, cluster: string): string {
  if (!isAskedThrough(read, fronts.cluster.cni, cluster)) {
    // Without a user cluster on it only what announces its addresses asks for a plugin.
    read.need(...balancersNeeded(read, [cluster]));
    return "";
  }
  if (read.answer(fronts.cluster.cni, cluster) !== "cilium") return "";
  const install = balancerSoFar(read, cluster)?.install;
  if (!install?.pluginValues) return " clusterNetwork.cni is cilium; by default KubeOne installs Canal.";
  read.cite("kubeone.helm", "cilium.values");
  const values = [...install.pluginValues, ...(platformDual(read) ? (install.pluginValuesBoth ?? []) : [])];
  const chart = reachesInternet(read, placeOfCluster(read, cluster)) ? "the chart cilium of helm.cilium.io" : `the chart cilium by chartURL ${chartsInRegistry(read)}/cilium with its version`;
  return ` clusterNetwork.cni is external, and helmReleases brings ${chart} to kube-system with ${inWords(values)}, in a version of your choice: ${install.notKubeOnes}. By ipam.mode pods take the ranges of clusterNetwork, and not one of the chart's own.${install.replacesKubeProxy ? withoutKubeProxy(read, cluster) : ""}`;
}

/** What else the manifest says where the network plugin does the work of kube-proxy, as sentences with a blank before each. */
function withoutKubeProxy(read: Reader, cluster: string): string {
  read.cite("kubeone.validation", "cilium.l2");
  const ahead = front(read, cluster);
  const machine = read.optional(infrastructure.cluster.controlPlaneAddresses, cluster)?.[0];
  const host = ahead === undefined ? (machine ?? "the address of the control plane") : ahead.addressFrom === "customer" ? apiOf(read, cluster) : "the endpoint that tf.json names";
  return ` clusterNetwork.kubeProxy.skipInstallation is true, or kube-proxy would handle every Service beside Cilium. k8sServiceHost and k8sServicePort of the chart are ${host} and ${read.fact(ports.kubernetesApi)}: before Cilium runs, no Service leads to the Kubernetes API.`;
}
