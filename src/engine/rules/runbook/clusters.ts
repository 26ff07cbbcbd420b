import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
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
    const fixed = providerOf(read.answer(infrastructure.cluster.provider, cluster)).machineAddresses === "dhcp-server";
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

/** A cluster that somebody else runs or has built. */
export const takeOver: StepRule = rule({
  id: "runbook.take-over",
  title: "Step: existing cluster",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return read.notApplicable("KubeOne builds this cluster.");
    const name = clusterName(read, cluster);
    const workers = formatCount(read.rule(workersOf, cluster), "worker");
    return [
      {
        id: `step.take-over[${cluster}]`,
        title: `Take over the cluster ${name}`,
        text: `Put its kubeconfig to ${name}/kubeconfig, from the secret store and not into the repository.`,
        commands: [`mkdir -p ${folderOf(read, cluster)}`, atCluster(read, cluster), "kubectl get nodes", "kubectl auth can-i '*' '*' --all-namespaces"],
        from: read.cell,
        why: `${name} must offer ${workers} and full rights before anything is installed.`,
      },
    ];
  },
});

/** Whatever gives Services of type LoadBalancer their addresses. */
export const virtualAddresses: StepRule = rule({
  id: "runbook.load-balancer",
  title: "Step: load balancer",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const kind: LoadBalancerKind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
    if (!kind.install) return read.notApplicable(`${kind.title} is there with the infrastructure.`);
    read.cite(...kind.install.sources);
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    const pool = read.answer(loadBalancer.cluster.pool, cluster);
    return [
      {
        id: `step.load-balancer[${cluster}]`,
        title: `${kind.install.title} on ${name}`,
        text: `The manifests name the block ${pool}${kind.peers ? ", the AS numbers and the peers" : ""}. ${kind.install.check}`,
        commands: [atCluster(read, cluster), ...kind.install.commands.map((line) => line.replaceAll("{folder}", folder))],
        from: read.cell,
        why: `Without it the Services of ${name} wait for an address for ever, and the installer with them.`,
      },
    ];
  },
});
