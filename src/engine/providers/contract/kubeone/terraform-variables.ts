/** A value of the plan that a Terraform variable takes. */
export type PlanValue = "clusterName" | "controlPlanes" | "bothFamilies" | "networkZone" | "zoneSubnet" | "apiAddress" | "apiIsPrivate" | "vrrpAddress" | "vrrpRouterId" | "nodeNetwork" | "gateway" | "dhcpFirst" | "dhcpLast" | "dnsServers" | "dnsServer1" | "dnsServer2" | "image" | "system" | MachineValue;

/** What of its machines a variable takes: memory in MiB, disks in GB or MiB, sizes in words for whoever chooses a type by them. */
export type MachineValue =
  | "controlPlaneCpu"
  | "controlPlaneMemory"
  | "controlPlaneDisk"
  | "controlPlaneDiskMib"
  | "controlPlaneSize"
  | "controlPlaneSizeWithDisk"
  | "workerCpu"
  | "workerMemory"
  | "workerDisk"
  | "workerSize"
  | "workerSizeWithDisk";

/** A Terraform variable, with the place question or the part of the plan that gives its value; neither where only the writer of the file knows it. */
export interface TerraformVariable {
  readonly name: string;
  /** What it takes, where no answer gives it; the list of what the infrastructure team states ends a sentence with it. */
  readonly means?: string;
  readonly question?: string;
  readonly plan?: PlanValue;
  /** Set where it takes an answer up to this sign. */
  readonly until?: string;
  /** Set where only a bastion that the example makes reads it, which falls away behind one of the customer. */
  readonly ofOwnBastion?: true;
  /** Set where it takes several values. */
  readonly list?: true;
  /** Set where the example's own value fits machines with Ubuntu, so that only those with another system need another. */
  readonly forOtherSystems?: true;
  /** Set where it is about workers that the example makes, so that nobody needs it where all workers are listed. */
  readonly ofWorkers?: true;
  /** Set where the example reads it only while control planes hand an address around by VRRP. */
  readonly forVrrp?: true;
}
