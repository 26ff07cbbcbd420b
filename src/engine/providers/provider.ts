import type { QuestionDefinition } from "../answers/question.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** An account or role that somebody must prepare; never a secret, only its name and rights. */
export interface AccountNeed {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly string[];
  /** Where the credential goes: field names, never values. */
  readonly fields: readonly string[];
  readonly sources: readonly SourceId[];
}

/** Something that must be there before machines can be created. */
export interface Preparation {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** How to see that it is done: a command or an observation. */
  readonly verify: string;
  readonly sources: readonly SourceId[];
}

/** Upper bound of listeners on one cloud load balancer. */
export interface ListenerQuota {
  /** Rules or listeners that one front end carries. */
  readonly limit: number;
  /** What the limit counts: `load-balancer` one Service, `nodes` all Services of the cluster together. */
  readonly scope: "load-balancer" | "nodes";
  readonly sources: readonly SourceId[];
}

/** Infrastructure that supplies machines. Shared code asks this record, never which provider it is. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly SourceId[];
  /** Who hands out machine addresses: a DHCP server of the customer, or the infrastructure itself. */
  readonly machineAddresses: "dhcp-server" | "provider";
  /** Whether Services of type LoadBalancer get an address without anything else installed. */
  readonly nativeLoadBalancer: boolean;
  /** Whether such addresses are reachable from the internet unless asked otherwise. */
  readonly publicLoadBalancer: boolean;
  readonly listenerQuota?: ListenerQuota;
  /** The API that seeds (and, where `fromWorkers`, worker nodes) call. */
  readonly api: {
    readonly title: string;
    readonly port: number;
    /** Fixed host names; empty when the customer runs the endpoint. */
    readonly hosts: readonly string[];
    /** Key of the place question that holds the endpoint's address; set where `hosts` is empty. */
    readonly addressQuestion?: string;
    readonly fromWorkers: boolean;
    /** Row ids of the flow in the rule reference. */
    readonly flowIds: readonly string[];
    readonly sources: readonly SourceId[];
  };
  /** Registries of this provider's own images, beside those that every cluster uses. */
  readonly registries: readonly string[];
  /** Set where tenants' machines may be created with the credentials of the management: the datacenter question that says so. */
  readonly sharedUser?: { readonly question: string; readonly title: string };
  readonly csi: {
    readonly provisioner: string;
    readonly parameters: Readonly<Record<string, string>>;
    /** Parameters of the class for backups, where slower disks go by another name. */
    readonly backupParameters?: Readonly<Record<string, string>>;
    readonly volumeBindingMode: "WaitForFirstConsumer" | "Immediate";
    readonly allowVolumeExpansion: boolean;
    /** Name the KKP installer knows this driver by; absent where its class would not be fit for etcd. */
    readonly installerName?: string;
    readonly sources: readonly SourceId[];
  };
  readonly accounts: readonly AccountNeed[];
  /** What the infrastructure team prepares wherever machines of this provider run. */
  readonly prepare: readonly Preparation[];
  /** Questions this provider adds to the infrastructure chapter, by subject. */
  readonly questions: {
    readonly place?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly cluster?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly datacenter?: Readonly<Record<string, QuestionDefinition<unknown>>>;
  };
}
