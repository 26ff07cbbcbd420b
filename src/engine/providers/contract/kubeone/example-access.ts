import type { SourceId } from "../../../kernel/outcome.ts";

/** What a Terraform example hands KubeOne to dial, where that is not the private addresses of the machines. */
export interface SshWay {
  /**
   * `addresses`: public ones of the control planes, which KubeOne dials before private ones. `bastion`: a machine with a public
   * address that the example makes besides. `front`: the machine that it makes in front of the API, in their own network.
   */
  readonly dials: "addresses" | "bastion" | "front";
  /** What is changed where the plan has a bastion, as sentences; `{bastion}` stands for its address. */
  readonly behindBastion: string;
  readonly sources: readonly SourceId[];
}

/** What the rules of a Terraform example let in from any address, and what narrows them. */
export interface OpenedByExample {
  /** What is open, as the end of a sentence that begins with the example. */
  readonly opens: string;
  /** What is known of who else must come in, or how: a clause. */
  readonly because: string;
  /** How it is seen that no more is open than the firewall table says, as clauses joined by semicolons; `{name}` stands for the cluster. */
  readonly verify: string;
  /** The command that prints the rules once Terraform has made them. */
  readonly shows?: string;
  /** Set where its rules hold for addresses that machines announce as well, and let in nothing else: what is added, with `{name}` for the cluster. */
  readonly announced?: string;
  readonly sources: readonly SourceId[];
}

/** How the machines of KubeOne's Terraform example are reached, and what stands in front of their API. */
export interface ExampleAccess {
  /** What the Terraform example puts in front of the Kubernetes API; `none`: it must be brought. */
  readonly apiEndpoint: "provider" | "keepalived" | "gobetween" | "none";
  /** What is changed in the files where something else stands in front of the API than what the example makes, as sentences; `{api}` stands for its address. Absent where a variable takes that, and where Terraform makes no machines. */
  readonly otherFront?: string;
  /** What is changed in them where a single control plane needs nothing in front and the example makes a machine for that all the same, as sentences; `{machine}` stands for the address of the control plane. */
  readonly nothingInFront?: string;
  /** Absent where the example hands out private addresses alone, and where Terraform makes no machines. */
  readonly sshWay?: SshWay;
  /** What its files get where machines have no public address of their own, as sentences; absent where they have none anyway, or where nothing leaves them without. */
  readonly withoutPublic?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** Absent where the example makes no rules of its own, and puts no machine into a public network. */
  readonly opened?: OpenedByExample;
}
