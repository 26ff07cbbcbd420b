import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../basics/platform.ts";

/** Stands for the address of a cluster's Kubernetes API that its infrastructure hands out: Terraform prints it as endpoint of kubeone_api. */
export const endpointPlaceholder = (read: Reader, cluster: string): string =>
  `<fill-in: endpoint of kubeone_api for ${clusterName(read, cluster)} that ${providerOf(read.answer(infrastructure.cluster.provider, cluster)).title} hands out>`;
