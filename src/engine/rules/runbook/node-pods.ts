import type { Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { toldPods, type ToldPods } from "../sizing/told-pods.ts";

const reason = ({ pods, unasked }: ToldPods): string => `kubelets run ${unasked} pods unasked, and the plan counts on ${pods}`;

/** What MachineDeployments carry so that kubelets run as many pods as the plan counts on, as a sentence with a blank before it. */
export function podsInFiles(read: Reader, cluster: string, { inputs, outputsIn = "output.tf" }: KubeOneSupport): string {
  const told = toldPods(read, cluster);
  if (!told) return "";
  const [where, sign] = inputs.length > 0 ? [`MachineDeployment of kubeone_workers in ${outputsIn}`, " ="] : ["entry of dynamicWorkers in kubeone.yaml", ":"];
  return ` Each ${where} has ${told.annotation}${sign} "${told.pods}" among the annotations of its providerSpec: ${reason(told)}.`;
}

/** The same for workers that are listed. */
export function podsOfHosts(read: Reader, cluster: string): string {
  const told = toldPods(read, cluster);
  return told ? ` Each of these workers has ${told.field}: ${told.pods}: ${reason(told)}.` : "";
}

/** The command that shows it once the nodes are there, and what it shows. */
export function podsSeen(read: Reader, cluster: string): { readonly commands: readonly string[]; readonly words: string } {
  const told = toldPods(read, cluster);
  return told ? { commands: [told.command], words: ` Under PODS each worker shows ${told.pods}.` } : { commands: [], words: "" };
}
