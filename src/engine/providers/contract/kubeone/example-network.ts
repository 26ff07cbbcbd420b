import type { Fact } from "../../../facts/fact.ts";
import type { SourceId } from "../../../kernel/outcome.ts";

/** The network that machines of KubeOne's Terraform example stand in, and how it becomes that of the plan. */
export interface ExampleNetwork {
  /** `terraform`: the example makes it with the cluster. `customer`: it is there before, and the example takes one by default. */
  readonly by: "terraform" | "customer";
  /** What is changed in the files, or what becomes of a variable, as sentences; `{network}` stands for the node network of the plan. */
  readonly change: string;
  /** Added where the node network has another prefix length than the example, as a sentence; `{prefix}` stands for it. */
  readonly otherPrefix?: { readonly than: number; readonly change: string };
  /** Added where datacenters name the network they share with the nodes: the place question, and a sentence with `{named}` for its answer. */
  readonly named?: { readonly question: string; readonly change: string };
  /** What a further cluster of the place does in its files, since the network is there by then; `{first}` stands for the cluster that made it. */
  readonly again?: string;
  /** What the files of each cluster get where several stand in one such network, as sentences. */
  readonly shared?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** How it is seen, as the end of a sentence; set where Terraform makes it. */
  readonly verify?: string;
  /** How those outside come into it, since nothing leads into a network that has just been made. Set where Terraform makes it. */
  readonly wayIn?: WayIn;
  /** What puts an address of its own in place of those of the machines when they call other networks, with its article; absent where each machine leaves with an address of its own. */
  readonly translates?: string;
  /** That what stands in front learns no routes from the machines, however they leave; a clause. */
  readonly learnsNoRoutes?: { readonly words: string; readonly sources: readonly SourceId[] };
  /** What the example cuts out of a network that is there; absent where machines stand in one subnet that is there too, or that it makes. */
  readonly zoneSubnets?: Fact<ZoneSubnets>;
  /** What each of these subnets has besides, where machines have both families. */
  readonly secondSubnets?: Fact<SecondSubnets>;
  /** Ranges that the files of the example fix, the widest first; absent where they take it from a variable or find it there. */
  readonly fixed?: Fact<readonly string[]>;
  readonly sources: readonly SourceId[];
}

/** How those outside come into a network that Terraform makes; `{callers}` stands for them, `{network}` for the node network of the plan. */
export interface WayIn {
  /** What leads them there, as the beginning of a sentence. */
  readonly words: string;
  /** How it shows that it does, once the network is there; a clause. */
  readonly seen: string;
  /** What filters at its edge and lets nobody in by itself: its name with its article, and why, as a clause. */
  readonly edge?: { readonly title: string; readonly because: string };
  readonly sources: readonly SourceId[];
}

/** Subnets that an example cuts out of a network that is there, one for each of so many zones; lengths of masks. */
export interface ZoneSubnets {
  readonly zones: number;
  /** What the example takes unless another is named. */
  readonly usual: number;
  /** Those of the largest network and of the smallest subnet that the infrastructure makes. */
  readonly longest: number;
  readonly shortest: number;
}

/** Lengths of masks of IPv6: that of each such subnet, and that of the range which the infrastructure gives a network. */
export interface SecondSubnets {
  readonly each: number;
  readonly given: number;
}
