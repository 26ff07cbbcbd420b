import type { AllowedHost } from "../../facts/external-hosts.ts";
import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";
import type { OperatingSystemId } from "../../operating-systems/registry.ts";

/** Images of workers that the Seed names by URL, so that something loads each from a web server. */
export interface ImageUrls {
  /** How it is seen that they can be loaded, as a sentence without its end; `{server}` stands for the web server. */
  readonly verify: string;
  /** Set where that is seen beside the workers. */
  readonly fromWorkers?: true;
  /** Ids of preparations of the infrastructure that this is seen in. */
  readonly uses?: readonly string[];
  /** What loads them and when, as sentences. */
  readonly why: string;
  /** What is to be known where they are laid down, as sentences. */
  readonly how?: string;
  /** The same for machines of master and Seeds, `{machines}` standing for them; `also` is what joins `verify` where an item is for both. Absent where no cluster of the platform stands there. */
  readonly ofPlatform?: { readonly verify: string; readonly also: string; readonly why: string; readonly how?: string };
  /** The way to the web server. */
  readonly way: {
    /** What loads them, as the beginning of a sentence. */
    readonly by: string;
    /** Machines of the infrastructure it runs on, as a title, and the key of the place question that names their network; absent where workers of user clusters load images themselves. */
    readonly carriers?: { readonly title: string; readonly question: string };
    /** Key of the place question that names the web server. */
    readonly serverQuestion: string;
    readonly port: Fact<string>;
    /** What a firewall team must know about the row, as a sentence. */
    readonly note: string;
  };
  readonly sources: readonly SourceId[];
}

/** Operating systems of machines, and where their images and packages come from. */
export interface MachineImages {
  /** Operating systems of workers that KKP supports here. */
  readonly operatingSystems: readonly OperatingSystemId[];
  /** Who brings the images of workers: the provider's catalogue, the customer, or nobody because machines are installed already. */
  readonly images: "provider" | "customer" | "none";
  /** Set where images of the customer are URLs; absent where they are uploaded to the infrastructure. */
  readonly imageUrls?: ImageUrls;
  /** Set where images of some systems are sold by others, whose terms somebody accepts first. `verify`, `why`: sentences. */
  readonly terms?: { readonly systems: readonly OperatingSystemId[]; readonly verify: string; readonly why: string; readonly sources: readonly SourceId[] };
  /** Where machines with Ubuntu load packages from before they ask Ubuntu's own servers. */
  readonly ubuntuMirror?: Fact<readonly AllowedHost[]>;
}
