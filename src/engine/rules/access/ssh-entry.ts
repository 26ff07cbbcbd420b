import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { nodesSeen } from "../basics/leaving.ts";
import { ends } from "../firewall/ends.ts";

/**
 * By what KubeOne enters a cluster while the plan has no bastion: the machines, public addresses of the control planes, a bastion
 * that the Terraform example makes, or the machine that it makes in front of the API.
 */
export type SshEntry = "machines" | "addresses" | "bastion" | "front";

/** What KubeOne dials first from the engineers' machines. */
export const sshEntry = rule<SshEntry>({
  id: "access.ssh-entry",
  title: "What KubeOne dials without a bastion",
  per: "cluster",
  sources: ["kubeone.infrastructure"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    if (read.answer(access.plan.bastion)) return read.notApplicable("KubeOne comes through the bastion of the plan.");
    const { kubeone }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!kubeone?.sshWay) return "machines";
    const { dials, sources } = kubeone.sshWay;
    read.cite(...sources);
    // Without a public address of its own there is nothing to dial but the private one.
    if (dials === "addresses" && read.rule(nodesSeen, cluster).as !== "each") return "machines";
    if (dials !== "front") return dials;
    // The example makes that machine whatever stands in front of the API.
    const several = read.answer(infrastructure.cluster.controlPlanes, cluster) > 1;
    return several && read.answer(loadBalancer.cluster.apiEndpoint, cluster) === kubeone.apiEndpoint ? "front" : "bastion";
  },
});

/** The end that people open SSH to before KubeOne or they themselves stand on a machine of the cluster. */
export function sshEnd(read: Reader, cluster: string): string {
  const entry = read.rule(sshEntry, cluster);
  return { machines: ends.nodes, addresses: ends.publicMachines, bastion: ends.exampleBastion, front: ends.api }[entry](cluster);
}
