import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { workersOf } from "../sizing/workers.ts";
import { folderOf, onlyInstalling, atCluster, type StepRule } from "./step.ts";

/** Machines and Kubernetes of a cluster that KubeOne builds. */
export const kubeone: StepRule = rule({
  id: "runbook.kubeone",
  title: "Steps: machines and Kubernetes",
  per: "cluster",
  sources: ["kubeone.creating-clusters", "kubeone.infrastructure"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const control = formatCount(read.answer(infrastructure.cluster.controlPlanes, cluster), "control-plane machine");
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    const fixed = providerOf(read.answer(infrastructure.cluster.provider, cluster)).machineAddresses !== "provider";
    const addresses = fixed ? "addresses come from the address table" : "the infrastructure hands out addresses";
    return [
      {
        id: `step.terraform[${cluster}]`,
        title: `Create the machines of ${name}`,
        text: `${name}/terraform.tfvars names ${control}; ${addresses}. Read the plan before it is applied.`,
        commands: [
          `terraform -chdir=${folder} init`,
          `terraform -chdir=${folder} plan -out=tfplan`,
          `terraform -chdir=${folder} apply tfplan`,
          `terraform -chdir=${folder} output -json > ${folder}/tf.json`,
        ],
        from: read.cell,
        why: `KubeOne takes machines and endpoint of ${name} from the output of Terraform.`,
      },
      {
        id: `step.kubeone[${cluster}]`,
        title: `Install Kubernetes on ${name}`,
        text: `${name}/kubeone.yaml holds versions, networks and ${workers}. Put the kubeconfig into the secret store; it must not enter the repository.`,
        commands: [
          `kubeone apply -m ${folder}/kubeone.yaml -t ${folder}/tf.json`,
          `(umask 077; kubeone kubeconfig -m ${folder}/kubeone.yaml -t ${folder}/tf.json > ${folder}/kubeconfig)`,
          atCluster(read, cluster),
          "kubectl get nodes",
        ],
        from: read.cell,
        why: `Go on when all machines of ${name} are ready: ${control} and ${workers}.`,
      },
    ];
  },
});
