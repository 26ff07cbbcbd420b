import type { Fact } from "../../facts/fact.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** Calls of a provider's API from workers of user clusters. */
export interface WorkerCalls {
  /** Those of the API's hosts that are called; absent where it is all of them. */
  readonly hosts?: readonly string[];
  /** Set where each node calls it, since the part that creates volumes runs on the Seed; otherwise one pod of the user cluster does. */
  readonly eachNode?: true;
  readonly sources: readonly SourceId[];
}

/**
 * Who calls a service of an API: what makes machines (machine-controller, KKP itself), cloud controllers, the storage driver of a
 * platform cluster that stands there, Terraform, the storage driver of user clusters on workers. What the dashboard asks stands in the release.
 */
export type ApiCaller = "makers" | "controllers" | "drivers" | "terraform" | "workers";

/** A service of an API that answers on a port of its own. */
export interface ApiService {
  readonly id: string;
  /** As sentences name it. */
  readonly title: string;
  /** One of the API's ports. */
  readonly port: string;
  readonly calledBy: readonly ApiCaller[];
  /** Set where nobody calls it at a place whose infrastructure creates no load balancers. */
  readonly forBalancers?: true;
}

/** What becomes of an API whose certificate ends at a root of the customer. */
export interface OwnRoot {
  /** What is checked against a bundle that holds the root, by its titles: that of KKP, and that of KubeOne; absent where nothing reads one. */
  readonly inBundle?: { readonly ofKkp: string; readonly ofKubeOne: string };
  /**
   * Set where KKP's client and machine-controller take no root, so that only a field of the datacenter lets them pass. `name`: the API, as sentences call it. `files`: what files of KubeOne's example say
   * for the same reason, `environment`: what KubeOne finds there; sentences.
   */
  readonly unchecked?: { readonly name: string; readonly field: string; readonly files?: string; readonly environment?: string };
  readonly sources: readonly SourceId[];
}

/** The API that Seeds (and, where `fromWorkers`, workers) call. */
export interface ProviderApi {
  readonly title: string;
  /** As a firewall team enters them; several are joined by a comma. */
  readonly ports: string;
  /** Services behind single ports, where not everybody calls all of them; a port that is none of theirs is called by all. */
  readonly services?: readonly ApiService[];
  /** Host names, `{region}` standing for the answer to `regionQuestion`; empty when the customer runs the endpoint. */
  readonly hosts: readonly string[];
  readonly regionQuestion?: string;
  /** Key of the place question that holds the endpoint's address or addresses; set where `hosts` is empty. */
  readonly addressQuestion?: string;
  /** Set where the endpoint that people name is one of the vendor on the internet. */
  readonly onInternet?: true;
  /** Set where the customer runs the endpoint and clients look for its root themselves; absent where the vendor does, or where a kubeconfig brings the root along. */
  readonly ownRoot?: OwnRoot;
  /** Key of the place question for hosts of the same API beside that one, such as those of a service catalogue. */
  readonly furtherQuestion?: string;
  /** What the storage driver of user clusters calls from workers; absent where nothing on them calls it. */
  readonly fromWorkers?: WorkerCalls;
  /** Which of its hosts the dashboard asks, where that is not all of them; their names carry the region as those of `hosts` do. */
  readonly fromDashboard?: { readonly hosts: readonly string[]; readonly why: string; readonly sources: readonly SourceId[] };
  /** Which of its hosts cloud controllers and storage drivers on a platform cluster call, where that is not all of them: those of the cluster itself, and those that it runs for user clusters. */
  readonly fromControllers?: { readonly own: readonly string[]; readonly ofUserClusters: readonly string[]; readonly sources: readonly SourceId[] };
  /** Set where the dashboard asks nothing of it: what people choose from stands in the datacenter alone. */
  readonly unasked?: true;
  /** What is made through it, where that is not machines, with the disks, load balancers and networks that KKP makes there. */
  readonly makes?: string;
  /** Row ids of the flow in the rule reference. */
  readonly flowIds: readonly string[];
  /** What is not known of the port, where no page of Kubermatic names it and the vendor's default stands in. */
  readonly vendorPort?: Fact<string>;
  /** Set where each installation of the vendor's product chooses the ports, so that those named are nobody's word. */
  readonly portsDiffer?: true;
  /** What a firewall team must know about the row, as a sentence; `{services}` stands for the services that the row is for. */
  readonly note?: string;
  readonly sources: readonly SourceId[];
}

/** Whether an API answers on the internet: its hosts are the vendor's, known by name or named by people; otherwise the customer runs it. */
export const isPublic = ({ hosts, onInternet }: ProviderApi): boolean => hosts.length > 0 || onInternet === true;
