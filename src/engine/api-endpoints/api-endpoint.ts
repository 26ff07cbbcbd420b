import type { AllowedHost } from "../facts/external-hosts.ts";
import type { Fact } from "../facts/fact.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** What sentences about one cluster's Kubernetes API are made of. */
export interface ApiWords {
  /** Name of the cluster. */
  readonly name: string;
  /** Its address; empty where nobody knows it before the installation. */
  readonly address: string;
  readonly machines: number;
  readonly port: string;
}

/** The same for what must be there before. */
export interface PreparationWords extends ApiWords {
  /** Whether its machines reach nothing on the internet. */
  readonly offline: boolean;
  /** What shows that its machines get an image: a pull like theirs, or its place among those that are mirrored. */
  readonly pulled: () => string;
}

/** A program that a script loads onto a machine, and that is put into the script where the machine reaches nothing. */
export interface CarriedProgram {
  /** Name of the archive, and where it comes from. */
  readonly name: string;
  readonly url: string;
  readonly script: string;
}

/** A step of the runbook in the words of a record: `{name}`, `{folder}`, `{address}`, `{port}`, `{image}`, `{routerId}`, `{program}`, `{ssh}`, `{jump}`, `{made}` and keys of `values` stand for what the plan holds. */
export interface ApiStep {
  readonly title: string;
  readonly text: string;
  readonly commands: readonly string[];
  readonly why: string;
}

/** How it gets to its machines where neither Terraform nor the infrastructure brings it. */
export interface ApiInstall {
  readonly sources: readonly SourceId[];
  readonly image?: Fact<string>;
  readonly values?: Fact<Readonly<Record<string, string>>>;
  /** What is done first where Terraform has just made the network of its machine, as a sentence for `{made}`. */
  readonly inMade?: string;
  /** Before KubeOne runs, which asks for the address from its first machine on. */
  readonly before: ApiStep;
  /** When all control planes have joined. */
  readonly after?: ApiStep;
}

/** What must be there before KubeOne runs; a line of the checklist. */
export interface ApiPreparation {
  readonly team: "network" | "platform" | "infrastructure";
  readonly title: (words: PreparationWords) => string;
  readonly verify: (words: PreparationWords) => string;
  readonly why: (words: PreparationWords) => string;
  /** Set where that is seen on a machine in the node network: in any case, or where its image is pulled there. */
  readonly inNetwork?: "always" | "pulled";
  /** Set where its proof enters a machine with KubeOne's key. */
  readonly byKey?: true;
}

/** What stands in front of a cluster's own Kubernetes API. Shared code asks this record, never which one it is. */
export interface ApiEndpoint {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly sources: readonly SourceId[];
  /** Who names the address: people, from the place's networks, or the infrastructure. */
  readonly addressFrom: "customer" | "provider";
  /** Where the address must lie. */
  readonly addressIn: "node-network" | "anywhere";
  /** Who holds the address, for the reason of its row. */
  readonly holds: string;
  /** Whether machines hand the address to each other by VRRP. */
  readonly vrrp: boolean;
  /** Whether control planes hand the address around themselves, which networks of clouds ignore. */
  readonly moves: boolean;
  /** Whose machine it is, where it is none of the cluster's own: then the nodes themselves pass the firewall. */
  readonly outside?: string;
  /** From where calls are passed on to the control planes, where a machine of the customer does: `address`, the one in front; `asked`, others that only its owner knows. */
  readonly passesOn?: "address" | "asked";
  /** Hosts from which that machine loads what it runs, where people enter it by SSH to set it up. */
  readonly loads?: Fact<readonly AllowedHost[]>;
  /** What it loads from them, for places without internet. */
  readonly carried?: Fact<CarriedProgram>;
  /** The script of KubeOne's example that loads packages onto its machine, or onto control planes, and the folder in which it lies where people run it. */
  readonly script?: { readonly name: string; readonly folder: string };
  /** Set where the loss of one machine takes the Kubernetes API away; says which. */
  readonly singlePoint?: string;
  /** The consequence of choosing it, as a sentence. */
  readonly consequence: (words: ApiWords) => string;
  /** Absent where KubeOne or the infrastructure brings it. */
  readonly prepare?: ApiPreparation;
  /** The same where the machines come without it, if that differs. */
  readonly prepareByHand?: ApiPreparation;
  /** The same again where only Terraform makes the network of the machines, so that this one comes after them. */
  readonly prepareInMade?: ApiPreparation;
  readonly install?: ApiInstall;
}
