import type { Fact } from "../../../facts/fact.ts";
import type { SourceId } from "../../../kernel/outcome.ts";
import type { KubeOneCredentials } from "./credentials.ts";
import type { ExampleAccess } from "./example-access.ts";
import type { ExampleMachines } from "./example-machines.ts";
import type { TerraformFolder } from "./terraform.ts";

/** What KubeOne can do with machines of this infrastructure. */
export interface KubeOneSupport extends KubeOneCredentials, TerraformFolder, ExampleMachines, ExampleAccess {
  /** Name of the block below `cloudProvider` in kubeone.yaml. */
  readonly cloudProvider: string;
  /** `machine-controller`: workers are made by the cluster itself. `static`: every machine is there before and listed. */
  readonly workers: "machine-controller" | "static";
  /**
   * Machines with both address families: what the files of the example get, as sentences in which `{network}` stands for the IPv6 node network, and what takes the place
   * of its folder, its variables and the way to the disk of workers; absent where KubeOne or the example makes none.
   */
  readonly secondFamily?: { readonly instead: Partial<Pick<KubeOneSupport, "example" | "settings" | "workerDisk">>; readonly change: string; readonly sources: readonly SourceId[] };
  /** What a person who writes the files would stumble over, as a sentence. */
  readonly note?: string;
  /** What takes its place by the answer to a place question; it holds while that is open. Nothing where the words are empty. */
  readonly noteBy?: { readonly question: string; readonly notes: Readonly<Record<string, string>> };
  /**
   * Set where releases of KubeOne make control planes without Terraform, where this front stands before their API: it comes with them. `words`: what the manifest says then,
   * as sentences; `{control}` stands for the control planes, `{releases}` for the releases of KubeOne. `byHand`: what is said of the machines otherwise.
   */
  readonly ownMachines?: { readonly front: "provider"; readonly releases: Fact<readonly string[]>; readonly words: string; readonly byHand: string; readonly sources: readonly SourceId[] };
  /**
   * What the manifest says besides, in sentences: in any case, where load balancers of the cluster are those of the infrastructure, and where its machines spread over
   * zones. `controller`: what both of these want first with the releases of KubeOne that bring the cloud controller only then; `{releases}` stands for them.
   */
  readonly manifest?: { readonly always?: string; readonly balancers?: string; readonly zones?: string; readonly controller?: { readonly releases: Fact<readonly string[]>; readonly words: string }; readonly sources: readonly SourceId[] };
  /**
   * What the manifest says of an image that is a URL, as a sentence: for workers alone, and for control planes that KubeOne makes as well. `{name}` stands for
   * the system as KubeOne calls it, `{image}` for its image and where that lies.
   */
  readonly imageUrl?: { readonly ofWorkers: string; readonly ofAll: string; readonly sources: readonly SourceId[] };
  /** A Secret that pods of KubeOne's storage addon mount and that the addon makes by another name, by releases of KubeOne. */
  readonly missingSecret?: Fact<{ readonly releases: readonly string[]; readonly namespace: string; readonly mounted: string; readonly made: string; readonly key: string }>;
  /** What KubeOne runs for this infrastructure from GitHub's registry, in words. */
  readonly githubImage?: string;
  readonly sources: readonly SourceId[];
}
