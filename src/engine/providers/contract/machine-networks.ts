import type { Fact } from "../../facts/fact.ts";
import type { KeptEnds } from "../../facts/providers.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** How networks of an infrastructure treat addresses that a machine announces and was not given. Sentences, unless said otherwise. */
export interface AddressGuard {
  /** What it does to them. */
  readonly fact: Fact<string>;
  /** What lets them pass, as the beginning of a title that ends with whose they are. */
  readonly ports: string;
  readonly why: string;
  /** What must be possible, as the end of a sentence. */
  readonly may: string;
  /** How it is seen, as the beginning of a clause that ends with addresses. */
  readonly seen: string;
  /** What it means for machines that come later. */
  readonly later: string;
  /** What the files of KubeOne's Terraform example get for the address of the API, `{api}`. */
  readonly controlPlanes: string;
  /** The same for addresses among those of the machines, `{addresses}`. */
  readonly keptFree: string;
  /** What is done before the first Service asks for an address of `{block}`. */
  readonly workers: string;
  /** What each worker of a user cluster gets for the block of its workloads, `{block}`. */
  readonly userWorkers: string;
}

/** How far one private network of an infrastructure reaches, where that is less than all zones of its cloud. */
export interface NetworkReach {
  /** Question of the place whose answer begins with the name of a location, which ends at `until`. */
  readonly question: string;
  readonly until: string;
  /** Locations that one network reaches, by the name of the part of the cloud. */
  readonly zones: Fact<Readonly<Record<string, readonly string[]>>>;
}

/** Networks that machines stand in: who gives addresses there, how far they reach, and what they drop. */
export interface MachineNetworks {
  /**
   * Who hands out machine addresses: a DHCP server of the customer, people who enter each one, or the infrastructure
   * itself.
   */
  readonly machineAddresses: "dhcp-server" | "fixed" | "provider";
  /**
   * How it is seen that addresses are left out of those that the infrastructure gives to machines, as a sentence without its end;
   * `{network}` and `{blocks}` stand for both. Absent where settings differ from site to site.
   */
  readonly handsOut?: { readonly without: string; readonly sources: readonly SourceId[] };
  /** Set where no field of KKP names the network of machines: the one that all of them stand in, for a sentence. */
  readonly soleNetwork?: { readonly title: string; readonly sources: readonly SourceId[] };
  /** Addresses that it keeps in each subnet for itself; absent where they are the network address and the last one alone, or nobody says. */
  readonly keptInSubnets?: Fact<KeptEnds>;
  readonly networkReach?: NetworkReach;
  /** Set where its networks drop packets of addresses that a machine announces; absent where no source says so. */
  readonly addressGuard?: AddressGuard;
}
