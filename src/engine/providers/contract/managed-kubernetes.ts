import type { AllowedHost } from "../../facts/external-hosts.ts";
import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** What a node takes of the ranges of pods, in addresses. */
export interface PodShare {
  readonly figure: Fact<number>;
  /** As soon as it is there, by the figure and by the pods that it may run. */
  readonly least: (figure: number, pods: number) => number;
  /** Once it runs all pods that it may; absent where it never takes more. */
  readonly most?: (figure: number, pods: number) => number;
}

/** With which addresses pods of a managed Kubernetes call what lies outside their cluster. */
export interface ServicePods {
  /** Addresses of the node network, or of a network of their own; absent where how the cluster was made decides, so that somebody says. */
  readonly seen?: "node-network" | "own";
  /** Set where private networks alone see their own, while on the way to the internet those of the nodes take their place. */
  readonly privately?: true;
  /** What each node takes of the ranges of pods, where these call with addresses of their own or of their nodes; absent where no source says, as if each pod took one address of its own. */
  readonly shares?: { readonly own?: PodShare; readonly nodes?: PodShare };
  /** Set where each node takes addresses of its network for all pods that it may run, whether they run or not. */
  readonly reserves?: Fact<number>;
  readonly sources: readonly SourceId[];
}

/** A managed Kubernetes of the vendor, in which a cluster of the platform may stand. */
export interface ManagedKubernetes {
  readonly name: string;
  /** What its nodes load beside what the platform does; absent where no source says. Names may carry the region as those of the API do. */
  readonly hosts?: Fact<readonly AllowedHost[]>;
  /** Set where its pages name no such hosts: what they say, as a sentence. */
  readonly unnamedHosts?: { readonly says: string; readonly sources: readonly SourceId[] };
  readonly sources: readonly SourceId[];
  /**
   * How the storage driver of the infrastructure comes into its clusters. `by`: what has to be there, as an addition to a title; absent where the service brings
   * it unasked. `why`: who brings it, as a sentence. `verify`: how that is seen, as the beginning of a sentence.
   */
  readonly storageDriver?: { readonly by?: string; readonly why: string; readonly verify?: string; readonly sources: readonly SourceId[] };
  /** Command that its kubeconfigs call for each login, as the end of a sentence; absent where no source names one. */
  readonly login?: { readonly calls: string; readonly sources: readonly SourceId[] };
  /** What decides how many pods its nodes run, and how more of them fit, each as a sentence; absent where its nodes keep to what Kubernetes sets unasked. */
  readonly nodePods?: { readonly decidedBy: string; readonly more: string; /** Whether it hangs on the size of the machine. */ readonly byMachine?: true; readonly sources: readonly SourceId[] };
  /** With which addresses its pods call what lies outside; absent where no source says it, and as if those of their nodes took their place. */
  readonly podAddresses?: ServicePods;
  /**
   * How its control plane reaches pods where webhooks listen. `says`: what lets it, as a sentence; `open`: the only ports that are open unasked, where it is not all or none;
   * `verify`: how the others are seen, as the beginning of a sentence. Absent where no page of the service says it.
   */
  readonly webhooks?: { readonly says: string; readonly open?: readonly string[]; readonly verify?: string; readonly sources: readonly SourceId[] };
  /** Set where its clusters have a controller that makes load balancers, while clusters of the infrastructure have none otherwise. */
  readonly balancers?: { readonly sources: readonly SourceId[] };
}
