import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { kubeOneVersions } from "../../facts/operations.ts";
import { ports } from "../../facts/ports.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import type { PlannedAddresses } from "../../providers/contract/kubeone/example-machines.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { providerOf } from "../../providers/registry.ts";
import { releaseIn } from "./platform.ts";

/** Who makes the worker machines of a cluster that KubeOne builds: the cluster itself, or people who list each one. */
export const platformWorkers = rule<"machine-controller" | "static">({
  id: "infrastructure.platform-workers",
  title: "Who makes the workers of the cluster",
  per: "cluster",
  sources: ["kubeone.creating-clusters", "kubeone.static-nodes"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const { kubeone, machineAddresses } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (kubeone?.workers === "static") return "static";
    const fixed = machineAddresses === "dhcp-server" && read.answer(infrastructure.cluster.workerAddressing, cluster) === "fixed";
    return fixed ? "static" : "machine-controller";
  },
});

/** Whether KubeOne has a Terraform example that makes machines there; without one they are listed, or somebody creates them first. */
export const hasExample = ({ kubeone }: Provider): boolean => (kubeone?.inputs.length ?? 0) > 0;

/** Whether Terraform makes machines of a cluster, as far as it is known what they stand on; it has nothing to do where every machine is there and listed. Never waits. */
export function usesTerraform(read: Reader, cluster: string): boolean {
  if (read.optional(infrastructure.cluster.provisioning, cluster) !== "kubeone") return false;
  const provider = read.optional(infrastructure.cluster.provider, cluster);
  return provider !== undefined && hasExample(providerOf(provider));
}

/** Releases of KubeOne that fit the release of KKP and make control planes of a cluster without Terraform, with what stands in front of their Kubernetes API. */
export const selfMade = rule<readonly string[]>({
  id: "infrastructure.self-made-control-planes",
  title: "Control planes that KubeOne makes without Terraform",
  per: "cluster",
  sources: ["kubeone.creating-clusters"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const { kubeone, title }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const own = kubeone?.ownMachines;
    if (!own) return read.notApplicable(`KubeOne makes no machines on ${title} itself.`);
    // A single control plane is asked for no front, and KubeOne makes it with one.
    if (read.answer(infrastructure.cluster.controlPlanes, cluster) < 2 || read.answer(loadBalancer.cluster.apiEndpoint, cluster) !== own.front) return read.notApplicable("Its machines are there before, behind a front of yours.");
    read.cite(...own.sources);
    const fitting = read.fact(kubeOneVersions)[releaseIn(read).id];
    const releases = read.fact(own.releases).filter((release) => fitting.includes(release));
    return releases.length > 0 ? releases : read.notApplicable("No release of KubeOne that fits makes them.");
  },
});

/** How machines that Terraform makes get the addresses of the plan, where the example lets them draw leases. Never waits. */
export function plannedAddressesOf(read: Reader, cluster: string): PlannedAddresses | undefined {
  const provider = read.optional(infrastructure.cluster.provider, cluster);
  const support: KubeOneSupport | undefined = provider === undefined ? undefined : providerOf(provider).kubeone;
  return support?.plannedAddresses;
}

/** Port of a cluster's own Kubernetes API: KubeOne's, or the one that whoever runs the cluster names. */
export const apiPortOf = (read: Reader, cluster: string): string =>
  read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" ? read.fact(ports.kubernetesApi) : String(read.answer(infrastructure.cluster.apiPort, cluster));
