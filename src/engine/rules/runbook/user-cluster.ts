import type { Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { folderOf } from "./step.ts";

/** Where objects of MetalLB are entered that each user cluster of a datacenter has for itself, as sentences. */
export const inEachUserCluster = (datacenter: string): string =>
  `In each user cluster of ${datacenter} that has MetalLB of the application catalogue, by its tenant or by you; USER_CLUSTER is the path of its kubeconfig, NAMESPACE that in which its MetalLB runs.`;

/** Lines that enter a file from the folder of a Seed there, and show its kinds of objects and the addresses of Services. */
export const enteredThere = (read: Reader, seed: string, file: string, kinds: string): readonly string[] => [
  ': "${USER_CLUSTER:?path of the kubeconfig of the user cluster}" "${NAMESPACE:?namespace of its MetalLB}"',
  'export KUBECONFIG="$USER_CLUSTER"',
  `kubectl -n "$NAMESPACE" apply -f ${folderOf(read, seed)}/${quote(file)}`,
  `kubectl -n "$NAMESPACE" get ${kinds}`,
  "kubectl get services --all-namespaces --field-selector spec.type=LoadBalancer",
];
