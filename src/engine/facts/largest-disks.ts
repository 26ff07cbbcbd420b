import { fact, type Fact } from "./fact.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** GiB of the largest disk that an infrastructure makes for a volume. */
export interface LargestDisks {
  readonly fast: number;
  readonly backup: number;
}

const largest = (id: string, statement: string, fast: number, backup: number, sources: readonly SourceId[]): Fact<LargestDisks> =>
  fact({ id: `storage.largest-disk-${id}`, statement, value: { fast, backup }, certainty: "sourced", sources });

/** The largest disks of infrastructures whose kinds of disk the plan names itself. */
export const largestDisks = {
  aws: largest("aws", "A volume of EBS has at most 65,536 GiB as gp3 and 16,384 GiB as sc1.", 65_536, 16_384, ["aws.volume-types"]),
  azure: largest("azure", "A managed disk of Azure has at most 32,767 GiB, as Premium_LRS and as Standard_LRS.", 32_767, 32_767, ["azure.disk-sizes", "azure.disk-types"]),
  digitalocean: largest("digitalocean", "The storage driver of DigitalOcean refuses a volume of more than 16,384 GiB.", 16_384, 16_384, ["digitalocean.csi-driver"]),
  gcp: largest("gcp", "A persistent disk of Google Cloud has at most 65,536 GiB.", 65_536, 65_536, ["gcp.disks"]),
} as const;

export const largestDiskFacts: readonly Fact<unknown>[] = Object.values(largestDisks);
