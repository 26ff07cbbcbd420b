import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { apiAddress } from "./kubernetes-api.ts";

/** Who hands out the address of a cluster's Kubernetes API that Terraform prints as endpoint of kubeone_api; undefined where it is stated, a machine's own, or still unsaid. */
export function endpointFrom(read: Reader, cluster: string): string | undefined {
  const api = read.outcome(apiAddress, cluster);
  return api.kind === "known" && api.value.address.kind === "later" ? api.value.address.who : undefined;
}

/** Stands for an address that somebody hands out. */
export const endpointPlaceholder = (read: Reader, cluster: string, who: string): string => `<fill-in: endpoint of kubeone_api for ${clusterName(read, cluster)} that ${who} hands out>`;
