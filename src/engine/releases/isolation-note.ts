import type { UpgradeNote } from "./release.ts";

/**
 * What KKP's own policies among virtual machines of a shared namespace select by, from a patch on; it came to two releases by patches. Machine-controller has written
 * the label since 1.64.1, which KKP 2.29.2 brought, and goes on writing the former one as well.
 */
export const isolationNote = (since: string): UpgradeNote => ({
  concerns: "isolation",
  since,
  text: `Since KKP ${since} its own policies cluster-isolation, which stand only where a datacenter on KubeVirt has namespacedMode and networkPolicy of its providerNetwork, select virtual machines by kubermatic.k8c.io/cluster-id in place of cluster.x-k8s.io/cluster-name: those that a KKP before 2.29.2 made lack it, so their MachineDeployments are rolled out anew. Your own policies in customNetworkPolicies may go on selecting by the former, which all carry.`,
});
