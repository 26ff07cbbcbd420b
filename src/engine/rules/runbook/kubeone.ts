import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { clusterName } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { folderOf, onlyInstalling, atCluster, type StepRule } from "./step.ts";

/** Machines and Kubernetes of a cluster that KubeOne builds. */
export const kubeone: StepRule = rule({
  id: "runbook.kubeone",
  title: "Steps: machines and Kubernetes",
  per: "cluster",
  sources: ["kubeone.creating-clusters", "kubeone.infrastructure", "kubeone.static-nodes"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const control = formatCount(read.answer(infrastructure.cluster.controlPlanes, cluster), "control-plane machine");
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const { kubeone: support, machineAddresses, title } = provider;
    const addresses = machineAddresses !== "provider" ? "addresses come from the address table" : "the infrastructure hands out addresses";
    const listed = read.rule(platformWorkers, cluster) === "static";
    const also = inputsOf(read, support, cluster);
    const made = support !== undefined && support.inputs.length > 0;
    const output = made ? ` -t ${folder}/tf.json` : "";
    const hosts = made
      ? listed ? ` ${workers} stand under staticWorkers.hosts with address, SSH user and bastion.` : ""
      : ` ${control} stand under controlPlane.hosts and ${workers} under staticWorkers.hosts, each with address and SSH user; no machine is made on ${title}.`;
    const terraform = {
      id: `step.terraform[${cluster}]`,
      title: `Create the machines of ${name}`,
      text: `${name}/terraform.tfvars names ${control}; ${addresses}.${also} Read the plan before it is applied.`,
      commands: [
        `terraform -chdir=${folder} init`,
        `terraform -chdir=${folder} plan -out=tfplan`,
        `terraform -chdir=${folder} apply tfplan`,
        `terraform -chdir=${folder} output -json > ${folder}/tf.json`,
      ],
      from: read.cell,
      why: `KubeOne takes machines and endpoint of ${name} from the output of Terraform.`,
    };
    return [
      ...(made ? [terraform] : []),
      {
        id: `step.kubeone[${cluster}]`,
        title: `Install Kubernetes on ${name}`,
        text: `${name}/kubeone.yaml holds versions, networks and ${workers}.${hosts} Put the kubeconfig into the secret store; it must not enter the repository.`,
        commands: [
          `kubeone apply -m ${folder}/kubeone.yaml${output}`,
          `(umask 077; kubeone kubeconfig -m ${folder}/kubeone.yaml${output} > ${folder}/kubeconfig)`,
          atCluster(read, cluster),
          "kubectl get nodes",
        ],
        from: read.cell,
        why: `Go on when all machines of ${name} are ready: ${control} and ${workers}; charts installed before would wait for nodes.`,
      },
    ];
  },
});

/** Variables that Terraform has no default for, with the values that are answered. The cluster's name is known. */
function inputsOf(read: Reader, support: KubeOneSupport | undefined, cluster: string): string {
  const needed = (support?.inputs ?? []).filter(({ name }) => name !== "cluster_name");
  if (needed.length === 0) return "";
  const words = needed.map(({ name, question }) => {
    const value = question === undefined ? undefined : placeAnswer(read, question, read.answer(infrastructure.cluster.place, cluster));
    return value?.kind === "known" ? `${name} (${value.value})` : name;
  });
  return ` It cannot do without ${words.join(", ")}.`;
}
