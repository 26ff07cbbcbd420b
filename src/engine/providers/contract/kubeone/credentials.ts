import type { SourceId } from "../../../kernel/outcome.ts";

/** A line of a file, or one that stands there at places with load balancers of the infrastructure alone, or in a platform of both address families. */
export type CredentialLine = string | { readonly line: string; readonly only: "balancers" | "both-families" };

/** With what Terraform and KubeOne log in. */
export interface KubeOneCredentials {
  /** Environment variables with which Terraform and KubeOne log in; empty where every machine is listed. */
  readonly environment: readonly string[];
  /** Keys of the file with credentials that KubeOne refuses to go without. */
  readonly credentialsFile?: readonly string[];
  /** Lines of that file, where the plan knows what stands in it: `{name}` is the cluster, `{network}` the one that made its network, and other words are keys of place questions. */
  readonly credentials?: { readonly lines: readonly CredentialLine[]; readonly sources: readonly SourceId[] };
}
