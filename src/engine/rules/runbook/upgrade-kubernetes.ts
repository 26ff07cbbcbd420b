import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { kubeOneReleases, kubeOneVersions } from "../../facts/operations.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { savesPlatformEtcd } from "../storage/further.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { madeOn } from "./bastions.ts";
import { credentialsOf } from "./credentials-file.ts";
import { endpointPastProxy, NOTHING_PAST } from "./endpoint-past-proxy.ts";
import { insideContainer, keysOf, NO_KEYS } from "./kubeone.ts";
import { inFamilies } from "./kubeone-families.ts";
import { newKubernetesTitle } from "./machine-titles.ts";
import { CLOSE_AGENT, OPEN_AGENT } from "./ssh-key.ts";
import { atCluster, folderOf, type StepRule } from "./step.ts";
import { initOf, stateBack, withMachines } from "./terraform-state.ts";

/** Kubernetes of a platform cluster that KubeOne has built, where it is older than the new release of KKP offers. */
export const upgradeKubernetes: StepRule = rule({
  id: "runbook.upgrade-kubernetes",
  title: "Step: Kubernetes of a platform cluster",
  per: "cluster",
  sources: ["kubeone.upgrading", "kubeone.compatibility", "kkp.supported-versions"],
  derive: (read, cluster) => {
    const before = read.rule(installedRelease);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("Somebody else upgrades this cluster.");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const { kubeone, title } = provider;
    if (!kubeone) return read.notApplicable(`KubeOne builds nothing on ${title}.`);
    read.fact(platformKubernetes);
    const { id, kubernetes } = releaseIn(read);
    const support = inFamilies(read, kubeone);
    const [folder, name] = [folderOf(read, cluster), clusterName(read, cluster)];
    const made = support.inputs.length > 0;
    const secrets = support.credentialsFile ?? [];
    const credentials = credentialsOf(read, support, cluster);
    const past = made ? endpointPastProxy(read, cluster) : NOTHING_PAST;
    const { words: keys, before: exported, inside } = isRunning(read, "further-backups") && savesPlatformEtcd(read, cluster) ? keysOf(read, support) : NO_KEYS;
    const rolled = read.rule(platformWorkers, cluster) === "machine-controller";
    const files = `-m ${folder}/kubeone.yaml${made ? ` -t ${folder}/tf.json` : ""}${secrets.length === 0 ? "" : ` -c ${folder}/credentials.yaml`}`;
    const state = made ? stateBack(read, cluster) : "";
    const within = made ? insideContainer(read, provider) : { words: "", commands: [] };
    const apply = inside(`kubeone apply ${files}${rolled ? " --upgrade-machine-deployments" : ""}`);
    // What a missing state holds up keeps its credentials for the next run.
    const applied = [apply, ...(secrets.length === 0 ? [] : [`rm ${folder}/credentials.yaml`])];
    const file = secrets.length === 0 ? "" : ` credentials.yaml${credentials === undefined ? "" : ", which stands below,"} holds ${listed(secrets)} and is deleted afterwards.`;
    const account = support.environment.length === 0 ? "" : ` ${support.environment.join(", ")} ${support.environment.length === 1 ? "stands" : "stand"} in the environment, from the secret store.`;
    const workers = rolled ? "workers of machine-controller are replaced by new ones" : "listed workers are upgraded in place like control planes";
    return [
      {
        id: `step.upgrade-kubernetes[${cluster}]`,
        title: newKubernetesTitle(read, cluster),
        text: `${madeOn(read, cluster)}KKP ${before.id} and KKP ${id} both run on Kubernetes ${kubernetes.oldest} to ${before.kubernetes.newest}; with nodes of ${name} at one of these there is nothing to do. Otherwise versions.kubernetes in ${name}/kubeone.yaml names a patch of the next minor release, and the commands run once for each: KubeOne goes to the next minor release and never over one. Each run wants a release of KubeOne that installs what it goes to: ${releasesOf(read)}. It asks before it begins and lists what it will do; control planes are upgraded one by one in place, and ${workers}. SSH_KEY holds the SSH private key with which KubeOne enters the machines of ${name}, from the secret store.${state}${within.words}${past.words}${account}${file}${keys} Go on when every node is Ready with the new version; a run that failed is mended by hand first, since the label kubeone.io/upgrade-in-progress holds up the next one.`,
        ...(credentials === undefined ? {} : { files: [credentials] }),
        commands: [
          atCluster(read, cluster),
          "kubectl get nodes",
          `grep -n 'kubernetes:' ${folder}/kubeone.yaml`,
          ...OPEN_AGENT,
          ...within.commands,
          ...(made ? [initOf(read, cluster), `(umask 077; terraform -chdir=${folder} output -json > ${folder}/tf.json)`] : []),
          ...past.commands,
          ...exported,
          ...(made ? withMachines(read, cluster, applied) : applied),
          "kubectl get nodes",
          CLOSE_AGENT,
        ],
        from: read.cell,
        why: `KKP moves user clusters and no cluster of its own: with ${name} on a version that KKP ${id} does not name, nobody has tried what happens.`,
      },
    ];
  },
});

/** Which Kubernetes releases of KubeOne install that fit the new release. */
function releasesOf(read: Reader): string {
  const fitting = read.fact(kubeOneVersions)[releaseIn(read).id];
  return listed(read.fact(kubeOneReleases).flatMap(({ release, oldest, newest }) => (fitting.includes(release) ? [`KubeOne ${release} for ${oldest} to ${newest}`] : [])));
}
