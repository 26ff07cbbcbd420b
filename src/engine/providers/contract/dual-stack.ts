import type { Fact } from "../../facts/fact.ts";
import type { ReleaseId } from "../../facts/source.ts";
import type { SourceId } from "../../kernel/outcome.ts";
import type { OperatingSystemId } from "../../operating-systems/registry.ts";

/** What it takes for load balancers to answer in both families, where that hangs on the cloud controller; sentences. */
export interface FamilyTerms {
  /** For workloads of user clusters, by the release whose controller they get. */
  readonly ofRelease: Fact<Readonly<Record<ReleaseId, string>>>;
  /** For a cluster of the platform. */
  readonly ofPlatform: Fact<string>;
}

/** What each machine gets of IPv6 where no network of an infrastructure carries it, so that nobody has such a network to name. */
export interface OwnSecondNetwork {
  /** The public network that it draws when it is made, as a part of a sentence. */
  readonly draws: string;
  readonly sources: readonly SourceId[];
}

/** The field of a user cluster for the IPv6 subnet of its workers. `otherwise`: what comes of an empty one, as a sentence without its end. */
interface SecondSubnetField {
  readonly field: string;
  readonly otherwise: string;
  readonly sources: readonly SourceId[];
}

/** The same for the pool out of which KKP takes an IPv6 subnet for each user cluster whose networks it makes; `verify` shows that a pool with {block} is there. */
interface SecondSubnetPool extends SecondSubnetField {
  readonly verify: string;
}

/**
 * How user clusters with both address families fare, and the cloudConfig that KubeOne wants for its own. `systems`: those
 * that KKP's page has tested with both families here; absent where it names none.
 */
export interface DualStack {
  readonly flag?: true;
  readonly subnets?: true;
  readonly cloudConfig?: string;
  readonly loadBalancer: "both" | "first" | "none";
  readonly terms?: FamilyTerms;
  readonly eachMachine?: OwnSecondNetwork;
  readonly subnetField?: SecondSubnetField;
  readonly subnetPool?: SecondSubnetPool;
  readonly systems?: readonly OperatingSystemId[];
}
