import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** Workers that KKP does not make: somebody has each machine join its user cluster. */
export interface JoinedMachines {
  /** What one of them is called, where they are counted. */
  readonly machine: "machine" | "device";
  /** What is done for each, as the end of a sentence. */
  readonly how: string;
  /** Set where nothing of KKP sets up what runs on them, so that no field of their datacenter reaches them. */
  readonly setUpByHand?: true;
  readonly sources: readonly SourceId[];
}

/** What the virtual machines of user clusters take of servers that the customer brings; keys of questions. */
export interface HostedMachines {
  /** The servers, for a title: "the KubeVirt servers". */
  readonly servers: string;
  /** Datacenter questions: vCPU, GiB of memory and GiB of disk of one virtual machine. */
  readonly cpu: string;
  readonly memory: string;
  readonly disk: string;
  /** Place question: vCPUs that share a core. */
  readonly perCore: string;
  readonly overhead: Fact<{ readonly each: number; readonly perCpu: number; readonly perMille: number }>;
  readonly sources: readonly SourceId[];
}

/** Who makes machines, on what they run, and how they are kept apart. */
export interface ProviderMachines {
  /** Absent where KKP makes the machines of workers. */
  readonly joined?: JoinedMachines;
  /** Row of the rule reference for workers that somebody else than KKP brings, beside those that hold for all workers. */
  readonly workersRef?: string;
  /** Set where the customer brings the servers that carry virtual machines of user clusters, so that somebody must size them. */
  readonly hosted?: HostedMachines;
  /** Key of the place question that names its zones. */
  readonly zonesQuestion?: string;
  /** How to see that machines are kept on different hosts here. */
  readonly spread?: { readonly verify: string; readonly uses?: readonly string[]; readonly sources: readonly SourceId[] };
}
