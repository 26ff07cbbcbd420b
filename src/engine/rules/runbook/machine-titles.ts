import type { Reader } from "../../kernel/rule.ts";
import { clusterName, releaseIn } from "../basics/platform.ts";

/** Title of the step in which the key that enters machines comes to an agent. */
export const sshKeyTitle = (read: Reader, cluster: string): string => `Hand the SSH key of ${clusterName(read, cluster)} to an agent`;

/** Title of the step in which Terraform makes the machines of a cluster. */
export const machinesTitle = (read: Reader, cluster: string): string => `Create the machines of ${clusterName(read, cluster)}`;

/** Title of the step in which KubeOne makes a cluster of them. */
export const kubernetesTitle = (read: Reader, cluster: string): string => `Install Kubernetes on ${clusterName(read, cluster)}`;

/** Title of the step in which KubeOne brings a cluster to a newer Kubernetes before an upgrade of KKP. */
export const newKubernetesTitle = (read: Reader, cluster: string): string => `Bring ${clusterName(read, cluster)} to a Kubernetes that KKP ${releaseIn(read).id} runs on`;
