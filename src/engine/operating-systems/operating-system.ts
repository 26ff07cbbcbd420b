import type { AllowedHost } from "../facts/external-hosts.ts";
import type { Fact } from "../facts/fact.ts";
import type { ReleaseId } from "../facts/source.ts";

/** An operating system of workers. */
export interface OperatingSystem {
  readonly id: string;
  readonly title: string;
  /** What KKP and KubeOne call it in objects, manifest and Terraform variables. */
  readonly inKkp: string;
  /** Where its machines load packages from while they start, hosts without ports over TLS; absent where they load none. */
  readonly packages?: Fact<readonly AllowedHost[]>;
  /** Where its machines load the container runtime from; absent where it is part of the system or of its packages. */
  readonly runtime?: Fact<readonly AllowedHost[]>;
  /** Where its machines ask for new versions of themselves while they run; absent where these are packages. */
  readonly updates?: Fact<readonly AllowedHost[]>;
  /** What KKP runs on its machines from GitHub's registry, as the fact about that registry calls it. */
  readonly githubImage?: "flatcar";
  /** Whether KubeOne takes machines with it. */
  readonly withKubeOne?: true;
  /** Whether machines load packages only while they are registered with a subscription of the customer. */
  readonly subscription?: true;
  /** At what an older version of it fails, which starts all the same: at Cilium, or at the kernel that newer Kubernetes wants. */
  readonly olderFailsAt?: "cilium" | "kernel";
  /** From which version on it no longer joins user clusters, by release. */
  readonly tooNewFrom?: Fact<Partial<Readonly<Record<ReleaseId, string>>>>;
}
