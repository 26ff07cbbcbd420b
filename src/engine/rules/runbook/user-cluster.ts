/** Lines with which commands turn to a user cluster, and to the namespace that its MetalLB runs in. */
export const inUserCluster: readonly string[] = [': "${USER_CLUSTER:?path of the kubeconfig of the user cluster}" "${NAMESPACE:?namespace of its MetalLB}"', 'export KUBECONFIG="$USER_CLUSTER"'];
