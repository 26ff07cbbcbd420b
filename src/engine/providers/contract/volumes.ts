import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** The platform's own classes of storage, by the driver that makes their volumes. */
export interface PlatformVolumes {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters of the class for backups, where slower disks go by another name. */
  readonly backupParameters?: Readonly<Record<string, string>>;
  /** Parameters whose value this site alone knows, with the question about the cluster or its place that gives it. */
  readonly askedParameters?: readonly { readonly parameter: string; readonly of: "cluster" | "place"; readonly question: string }[];
  /** GiB of the largest disk of these parameters, and of those for backups where they differ. */
  readonly largest?: Fact<{ readonly fast: number; readonly backup: number }>;
  /** Parameter that names the kind of disk where only the storage team knows its value. */
  readonly diskParameter?: string;
  readonly volumeBindingMode: "WaitForFirstConsumer" | "Immediate";
  /** Whether the class lets volumes grow, as the driver can: it is written by hand, and the installer leaves one that is there as it is. */
  readonly allowVolumeExpansion: boolean;
  /** Name the KKP installer knows this driver by; absent where its class would not be fit for etcd. */
  readonly installerName?: string;
  /** What the installer would write in place of a class that is fit for etcd; a sentence without its end, where the class is written by hand before. */
  readonly byHand?: string;
  /** What a reader of the sources would stumble over, as a sentence. */
  readonly note?: string;
  readonly sources: readonly SourceId[];
}

/** A storage portal that machines with volumes call. */
export interface VolumePortal {
  readonly title: string;
  /** Key of the place question that holds its address. */
  readonly question: string;
  readonly port: Fact<string>;
  /** What is not known of it. */
  readonly uncertain: Fact<string>;
  /** The same in short, as a sentence. */
  readonly note: string;
  readonly sources: readonly SourceId[];
}

/** An endpoint beside the API that the storage driver of user clusters calls from their workers; KKP itself never does. */
export interface VolumeApi {
  readonly title: string;
  /** As a firewall team enters them. */
  readonly ports: string;
  /** Key of the datacenter question that holds its name or address. */
  readonly question: string;
  /** Field of the Preset that names it. */
  readonly field: string;
  /** Row ids of the flow in the rule reference. */
  readonly flowIds: readonly string[];
  readonly sources: readonly SourceId[];
}

/** File shares beside disks, by a driver that KKP brings into user clusters without a class. Pods mount them over SMB. */
export interface FileShares {
  readonly title: string;
  readonly driver: string;
  /** Key of the datacenter question whether user clusters use them. */
  readonly question: string;
  /** Where they stand, as a firewall team enters it. */
  readonly host: string;
  /** What a class says besides its provisioner, as the rest of a sentence. */
  readonly parameters: string;
  readonly sources: readonly SourceId[];
}

/** Where volumes come from, and whom machines call for them. */
export interface ProviderVolumes {
  /** Driver of the platform's own classes; absent where none comes with the infrastructure. */
  readonly csi?: PlatformVolumes;
  /** Where machines log in to the disks of their volumes, beside the API; absent where volumes come to machines from below. */
  readonly volumePortal?: VolumePortal;
  /** What workers ask for volumes, where that is another endpoint than the API. */
  readonly volumeApi?: VolumeApi;
  /** Absent where KKP brings no driver for file shares. */
  readonly fileShares?: FileShares;
}
