import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { kubernetesApiRecord } from "../dns/kubernetes-api-record.ts";

/** The name for which the certificate of a cluster's Kubernetes API is valid beside its address, as a sentence with a blank before it; empty where no record leads to the API. */
export function apiNameInManifest(read: Reader, cluster: string): string {
  const records = read.outcome(kubernetesApiRecord, cluster);
  if (records.kind === "not-applicable") return "";
  read.cite("kubeone.types");
  const name = records.kind === "known" ? (records.value[0]?.name ?? "") : `the name of the record of the Kubernetes API of ${clusterName(read, cluster)}`;
  return ` apiEndpoint.alternativeNames holds ${name}: the API's certificate would know its endpoint alone, and kubectl would refuse every other name.`;
}
