import type { Fact } from "../../facts/fact.ts";
import type { ReleaseId } from "../../facts/source.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** Something that must be there before machines can be created. */
export interface Preparation {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** What to know in doing it, as sentences: values to set and limits to keep. */
  readonly how?: string;
  /** How to see that it is done: a command or an observation. */
  readonly verify: string;
  /** Set where it is a quota: what of the plan counts against it beside machines. `{demand}` in its proof stands for the figures. */
  readonly counts?: readonly ("volumes" | "load-balancers" | "addresses" | "group-rules")[];
  /** What of it shows in a user cluster alone, which nobody has before the installation; a clause. */
  readonly inUserClusters?: string;
  /** Set where that is seen on a test machine in the network of the machines. */
  readonly inNetwork?: true;
  /** Ids of other preparations of the infrastructure that its proof works on. */
  readonly uses?: readonly string[];
  /** Set where its proof signs in with the accounts of the infrastructure at the place. */
  readonly byAccount?: true;
  /** Set where its proof enters the machines of platform clusters with their key. */
  readonly byKey?: true;
  /** Set where its proof calls programs on the machine from which the installation is run. */
  readonly byTools?: true;
  /** Set where its proof reads a file that lies in the repository. */
  readonly inRepository?: true;
  /** Set where networks of nodes and workers are made with it: who owns their ranges and who makes them are two, and show them together. */
  readonly holdsNetworks?: true;
  /** Set where accounts have rights on it, or are made of it, so that they come after it: what a login with one shows of it; a clause, or empty where their own proof says all. */
  readonly rightsOn?: string;
  /** Set where machines that are pods have the pod network that comes with it. */
  readonly bringsPodNetwork?: true;
  /** Set where it matters for user clusters alone, and not for machines of master and Seeds. */
  readonly forUserClusters?: true;
  /** Set where it matters only for clusters that KubeOne builds. */
  readonly forKubeOne?: true;
  /** The answer to a place question that makes it necessary; while that is open, the open point stands for it. */
  readonly onlyWith?: { readonly question: string; readonly answer: string };
  /** What is not known of it. */
  readonly uncertain?: Fact<string>;
  /** Set where it matters only at places where the infrastructure creates load balancers. */
  readonly forBalancers?: true;
  /** Title and reason at a place where it creates none, if they differ. */
  readonly withoutBalancers?: { readonly title: string; readonly why: string };
  /** Set where it matters only while KKP makes the security group of the workers, and not with one of the customer. */
  readonly ofCreatedGroup?: true;
  /**
   * Title of what is left of it where Terraform makes the node network: what workers of user clusters need that stand in a
   * network of their own. Absent where Terraform makes nothing of it.
   */
  readonly ofWorkersAlone?: string;
  /** Set where it is about the machines that join user clusters by hand, whose title says how many: it begins with their plural. */
  readonly countsJoined?: true;
  /** Set where a new release may ask for something newer, so that an upgrade looks again. */
  readonly forEachRelease?: true;
  /** Releases that ask for it; an upgrade to one of them looks again. Absent where all do. */
  readonly askedBy?: readonly ReleaseId[];
  readonly sources: readonly SourceId[];
}
