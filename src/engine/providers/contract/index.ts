import type { SourceId } from "../../kernel/outcome.ts";
import type { ProviderApi } from "./api.ts";
import type { BalancerLimits } from "./balancer-limits.ts";
import type { CreatedObjects } from "./created-objects.ts";
import type { ProviderCredentials } from "./credentials.ts";
import type { DatacenterField } from "./datacenter.ts";
import type { DualStack } from "./dual-stack.ts";
import type { MachineImages } from "./images.ts";
import type { KubeOneSupport } from "./kubeone/support.ts";
import type { Leaving } from "./leaving.ts";
import type { LoadBalancers } from "./load-balancers.ts";
import type { MachineNetworks } from "./machine-networks.ts";
import type { ProviderMachines } from "./machines.ts";
import type { ManagedKubernetes } from "./managed-kubernetes.ts";
import type { Preparation } from "./preparation.ts";
import type { ProviderQuestions } from "./questions.ts";
import type { ProviderRegistries } from "./registries.ts";
import type { UserClusterParts } from "./user-clusters.ts";
import type { ProviderVolumes } from "./volumes.ts";
import type { WorkerGroups } from "./worker-groups.ts";

/** Infrastructure that supplies machines. Shared code asks this record, never which provider it is. */
export interface Provider extends
    ProviderCredentials,
    ProviderRegistries,
    MachineNetworks,
    WorkerGroups,
    ProviderMachines,
    MachineImages,
    LoadBalancers,
    BalancerLimits,
    ProviderVolumes,
    UserClusterParts,
    ProviderQuestions {
  readonly id: string;
  readonly title: string;
  /** What KKP calls it, where that is not its id. */
  readonly kkpName?: string;
  readonly sources: readonly SourceId[];
  /** Set where the vendor alone runs it, so that its machines stand in networks of that cloud and in no other. */
  readonly vendorCloud?: true;
  /** Whether nodes of user clusters are pods of another cluster, so that their ranges must differ from its own. */
  readonly nested?: true;
  /** Why no master or Seed can stand on it; absent where it can. */
  readonly workersOnly?: string;
  /** Why no workers of user clusters come from it; absent where they can. */
  readonly platformOnly?: string;
  /** Set where the editions page lists it under the Enterprise Edition. */
  readonly enterprise?: { readonly sources: readonly SourceId[] };
  /** A limit of the product's own support that a planner must know, as a sentence. */
  readonly support?: { readonly statement: string; readonly sources: readonly SourceId[] };
  /** What the infrastructure team prepares wherever machines of this provider run. */
  readonly prepare: readonly Preparation[];
  /** Absent where nothing is called to create machines. */
  readonly api?: ProviderApi;
  /** Absent where machines leave their network with their own addresses, or where only firewalls of the customer put others in their place. */
  readonly leaving?: Leaving;
  /** Absent where KKP does not support user clusters with both address families here. */
  readonly dualStack?: DualStack;
  /** What KKP makes for each user cluster; absent where it makes nothing but machines. */
  readonly creates?: CreatedObjects;
  /** Fields that the Seed object carries for a datacenter; KKP refuses it without them, unless they say what else comes of it. */
  readonly datacenterFields: readonly DatacenterField[];
  readonly kubeone?: KubeOneSupport;
  /** The vendor's managed Kubernetes. */
  readonly managedKubernetes?: ManagedKubernetes;
}
