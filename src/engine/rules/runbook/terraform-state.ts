import type { Reader } from "../../kernel/rule.ts";
import { onlyWhere } from "../../values/shell.ts";
import { clusterName } from "../basics/platform.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { PROVIDERS } from "./mirror.ts";
import { folderOf } from "./step.ts";

/** Where what Terraform knows of its machines lies, which every later apply starts from; a sentence or more with a blank before it. */
export function stateOf(read: Reader, cluster: string): string {
  return ` ${clusterName(read, cluster)}/terraform.tfstate tells Terraform which machines it has made: it goes into the secret store after each apply and comes from there before the next one, since it holds values in the clear, in which form no Git takes it. Where a shared backend of yours keeps states encrypted, a block backend in the files leads there instead.`;
}

/** How the state comes back into a working copy that has none, before something is read from it; sentences with a blank before them. */
export function stateBack(read: Reader, cluster: string): string {
  const name = clusterName(read, cluster);
  const offline = reachesInternet(read, placeOfCluster(read, cluster)) ? "" : ` The folder ${PROVIDERS} of the installation, which no Git takes either, is carried along; where it is gone, \`terraform providers mirror\` fills it again on the mirror workstation.`;
  return ` A new working copy holds no state of Terraform, since no Git takes it: before the commands ${name}/terraform.tfstate comes from the secret store, unless a block backend in the files leads to a shared one, and terraform init comes before either is read.${offline} Without the state tf.json names no machine, and the commands stop before KubeOne.`;
}

/** What loads the providers of Terraform and leads it to its state. */
export const initOf = (read: Reader, cluster: string): string =>
  `terraform -chdir=${folderOf(read, cluster)} init${reachesInternet(read, placeOfCluster(read, cluster)) ? "" : ` -plugin-dir="$PWD"/${PROVIDERS}`}`;

/** Lines that read the output of Terraform or come after it was read, kept back where that names no machine: without a state Terraform prints an empty one and reports no fault. */
export const withMachines = (read: Reader, cluster: string, lines: readonly string[]): readonly string[] => {
  const output = `${folderOf(read, cluster)}/tf.json`;
  return onlyWhere(`grep -q '"kubeone_hosts"' ${output}`, "the state of Terraform is missing", lines);
};
