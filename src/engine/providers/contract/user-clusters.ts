import type { Fact } from "../../facts/fact.ts";
import type { Requests } from "../../facts/sizing/requests.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** What KKP brings into user clusters here, and what that costs their Seed. */
export interface UserClusterParts {
  /** What KKP brings into user clusters: a cloud controller, and a storage driver by its name. */
  readonly userClusters: { readonly cloudController: boolean; readonly storageDriver?: string; readonly sources: readonly SourceId[] };
  /**
   * Set where that cloud controller serves every Service of type LoadBalancer, also one whose address comes from elsewhere: the
   * field of the datacenter that keeps it from them, and what it does otherwise, as a sentence.
   */
  readonly servicesOff?: { readonly field: string; readonly value: string; readonly why: string; readonly sources: readonly SourceId[] };
  /** What each user cluster here adds to the load of its Seed, beyond the profile of its size. */
  readonly seedExtra?: Fact<Requests>;
}
