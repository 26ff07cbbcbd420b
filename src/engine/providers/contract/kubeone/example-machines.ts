import type { SourceId } from "../../../kernel/outcome.ts";

/** How machines that Terraform makes come to the addresses of the plan, where the example has no field for one and lets them draw leases. */
export interface PlannedAddresses {
  /** What is changed in the files of the example, as sentences; `{machines}` stands for the addresses of the control planes. */
  readonly change: string;
  /** The same for the machine in front of the Kubernetes API, where the example makes one; `{api}` stands for its address. */
  readonly changeFront?: string;
  /** Added where workers are listed with addresses of their own, as a sentence; `{workers}` stands for them. Absent where nothing in the files of the example holds them. */
  readonly changeWorkers?: string;
  /** How the network team sees that the addresses are kept for these machines; the beginning of a sentence. */
  readonly verify: string;
  /** What it must know to keep them, as a sentence. */
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** The disk that KubeOne's Terraform example gives control planes, and how it becomes as fast as the plan asks. */
export interface ControlPlaneDisk {
  /** What is changed, as sentences; `{iops}` and `{bandwidth}` stand for what the plan asks, `{iopsOrdered}` for what is ordered where some come without, `{disk}` for the planned size in GiB. */
  readonly change: string;
  /** Driver of volumes that knows the speed of such disks, where `change` counts by it. */
  readonly speedOf?: string;
  readonly sources: readonly SourceId[];
}

/** Where files of an example count on so many control planes, as sentences: `more`, for further ones; `vrrp`, for any other number that hands an address around. */
export interface FixedCount {
  readonly planes: number;
  readonly more: string;
  readonly vrrp?: string;
  readonly sources: readonly SourceId[];
}

/** How workers of KubeOne's Terraform example come to stand in zones. */
export interface WorkerZones {
  /** Where its only MachineDeployment puts workers, as the end of a sentence; absent where it makes `several`. */
  readonly single?: string;
  /** The MachineDeployments that it makes, each in a zone of its own, as output.tf calls the zones. */
  readonly several?: readonly string[];
  /** What a MachineDeployment names of its zone, as the end of a sentence. */
  readonly field: string;
  /** What is changed for the control planes where they do not stand in so many zones by themselves, as a sentence; `{index}` stands for the term that counts the zones, from 0 on. Absent where the example spreads them over any number. */
  readonly controlPlanes?: string;
  /** What is changed for three control planes or more in one zone, where the example keeps too few faults apart, as sentences. */
  readonly inOneZone?: { readonly change: string; readonly sources: readonly SourceId[] };
  readonly sources: readonly SourceId[];
}

/** What machines of KubeOne's Terraform example get, and what is changed in its files for those of the plan. */
export interface ExampleMachines {
  /** Absent where the infrastructure gives machines their addresses, and where Terraform makes none. */
  readonly plannedAddresses?: PlannedAddresses;
  /** Absent where Terraform makes no machines. */
  readonly controlPlaneDisk?: ControlPlaneDisk;
  /** How workers get their root disk where no variable of the example takes its size, as a sentence; `{disk}` stands for GB. Absent where one does, or where the type of a machine decides. */
  readonly workerDisk?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** Absent where variables take any number of control planes. */
  readonly fixedCount?: FixedCount;
  /** Absent where no field of a MachineDeployment names a zone. */
  readonly workerZones?: WorkerZones;
  /** Where the files of a cluster name the image of its machines, as the end of a sentence; absent where images are URLs or those of the provider, and where machines are listed. */
  readonly image?: string;
}
