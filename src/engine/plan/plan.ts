import type { ReleaseId } from "../facts/source.ts";
import type { AnswerPath, CellId, CellRecord, SourceId, Value } from "../kernel/outcome.ts";
import type { AnswerValue } from "../answers/answers.ts";
import type { TeamId } from "../answers/question.ts";
import type { WorkId } from "../facts/schedule.ts";

/**
 * The Plan: everything derived from the answers. Plain data (`cells` is a map), in a fixed order. The screen, every export, the
 * command line and the golden files read this and nothing else.
 */
export interface Plan {
  readonly project: ProjectFacts;
  readonly addresses: AddressPlan;
  readonly dns: { readonly records: readonly DnsRecord[] };
  readonly certificates: CertificatePlan;
  readonly firewall: FirewallPlan;
  readonly topology: Topology;
  readonly sizing: SizingPlan;
  readonly storage: StoragePlan;
  readonly identity: IdentityPlan;
  readonly monitoring: MonitoringPlan;
  readonly accounts: readonly AccountRow[];
  readonly access: readonly AccessRow[];
  readonly tools: readonly ToolRow[];
  /** Secrets that people generate or are handed: their names, never their values. */
  readonly secrets: readonly SecretRow[];
  readonly decisions: readonly Decision[];
  readonly settings: readonly Setting[];
  readonly checklist: readonly ChecklistItem[];
  readonly schedule: readonly ScheduleRow[];
  readonly runbook: readonly RunbookStep[];
  readonly findings: readonly Finding[];
  readonly openPoints: readonly OpenPoint[];
  readonly assumptions: readonly Assumption[];
  /** What each rule read: the ground on which every `from` below stands. */
  readonly cells: ReadonlyMap<CellId, CellRecord>;
}

/** Every derived item: a stable id, the cell it came from, and the reason in words with this plan's own values. */
export interface Derived {
  /** Stable over renames and re-ordering: built from rule words and subject ids, never from names. */
  readonly id: string;
  readonly from: CellId;
  /** One sentence for the person who must approve it; never a repetition of the value. */
  readonly why: string;
}

/** What the cover and the head of every file say. Unanswered parts are open. */
export interface ProjectFacts {
  readonly customer: Value<string>;
  readonly title: Value<string>;
  readonly authors: Value<readonly string[]>;
  readonly date: Value<string>;
  readonly purpose: Value<string>;
  readonly edition: Value<"CE" | "EE">;
  readonly release: Value<ReleaseId>;
  readonly domain: Value<string>;
  /** Name of each place, platform cluster and datacenter by id; the id itself where no name is given. */
  readonly names: Readonly<Record<string, string>>;
  readonly contacts: readonly { readonly team: string; readonly name: string; readonly mail?: string | undefined }[];
}

// ── addresses ────────────────────────────────────────────────────────────────

export interface AddressPlan {
  readonly pools: readonly AddressPool[];
  readonly assignments: readonly AddressAssignment[];
  /** Every range of the plan, for the overlap checks and the address map. */
  readonly ranges: readonly AddressRange[];
  readonly dhcp: readonly DhcpUse[];
  readonly workloads: readonly WorkloadNeed[];
}

/** A block that the plan may hand addresses out of. */
export interface AddressPool extends Derived {
  readonly cluster: string;
  /** CIDR. */
  readonly block: string;
  /** Id of the load-balancer kind. */
  readonly announcedBy: string;
  /** Addresses that may be handed out under this announcement. */
  readonly usable: number;
  /** Addresses that this plan needs from it, even if more than there are. */
  readonly needed: number;
  readonly free: number;
  /** Addresses used only when all others are taken, e.g. first and last of the block. */
  readonly last: readonly string[];
  /** Addresses of the block that may never be handed out, with the reason. */
  readonly excluded: readonly { readonly address: string; readonly why: string }[];
  /** Largest number of user clusters that the block can serve; `unlimited` when their number does not matter. */
  readonly maxUserClusters: number | "unlimited";
}

/** One address, or a run of addresses for user clusters, with its purpose. */
export interface AddressAssignment extends Derived {
  readonly purpose: AddressPurpose;
  readonly title: string;
  readonly cluster: string;
  readonly place: string;
  /** The address; for per-cluster runs `first-last`. */
  readonly address: Value<string>;
  /** How many addresses: 1, or the number of user clusters. */
  readonly count: number;
  /** Pool id, when it comes from one. */
  readonly pool?: string;
  /** Kubernetes Service that holds it. */
  readonly service?: { readonly namespace: string; readonly name: string };
  /** When it may be given back, for addresses that are needed for a time only. */
  readonly until?: string;
}

export type AddressPurpose =
  | "entry"
  | "former-entry"
  | "nodeport-proxy"
  | "user-clusters"
  | "api-servers"
  | "kubernetes-api"
  | "control-plane"
  | "worker"
  | "gateway";

/** A range that somebody claims. */
export interface AddressRange extends Derived {
  readonly title: string;
  /** `block` or `first-last`, or one address. */
  readonly text: string;
  readonly kind: "node-network" | "worker-network" | "dhcp" | "pool" | "pods" | "services" | "other" | "workloads" | "agent" | "peer";
  readonly place?: string;
  /** Answer to change. */
  readonly path: AnswerPath;
}

/** Leases that a DHCP range must hold. */
export interface DhcpUse extends Derived {
  readonly place: string;
  readonly range: string;
  readonly leases: number;
  readonly capacity: number;
  /** Leases on top for a while: of machines that take the place of others, and of those that autoscaling may add. */
  readonly room: number;
  readonly lines: readonly { readonly title: string; readonly leases: number }[];
}

/** Addresses that Services of user clusters need, from a block apart from the platform's. */
export interface WorkloadNeed extends Derived {
  readonly datacenter: string;
  readonly atLeast: number;
  readonly block: Value<string>;
}

// ── DNS ──────────────────────────────────────────────────────────────────────

export interface DnsRecord extends Derived {
  readonly name: string;
  /** `ALIAS`: what the DNS service offers in place of a CNAME at the apex of a zone. */
  readonly type: "A" | "AAAA" | "CNAME" | "ALIAS";
  readonly target: Value<string>;
  /** Id of the assignment it leads to; absent for a public address that the customer states. */
  readonly leadsTo?: string;
  readonly purpose: string;
  readonly need: "required" | "recommended";
  /** `public`: what the internet must see; `any`: wherever the zone is served. */
  readonly view: "any" | "public";
  /** When it can be entered. */
  readonly when: string;
}

// ── certificates ─────────────────────────────────────────────────────────────

export interface CertificatePlan {
  readonly hosts: readonly ServedHost[];
  readonly requests: readonly CertificateRequest[];
  readonly coverage: readonly CoverageRow[];
  readonly leftOut: readonly (Derived & { readonly name: string })[];
}

/** A host name that browsers ask for over TLS. */
export interface ServedHost extends Derived {
  readonly name: string;
  readonly service: string;
  readonly cluster: string;
}

export interface CertificateRequest extends Derived {
  readonly cluster: string;
  readonly names: readonly string[];
  /** Id of the issuer's record. */
  readonly issuance: string;
  /** Who signs. */
  readonly issuer: string;
  /** The way, in words: "Let's Encrypt, HTTP-01". */
  readonly method: string;
  /** TLS Secrets that must hold it, each with the names it must cover. */
  readonly secrets: readonly CertificateSecret[];
}

/** One TLS Secret. */
export interface CertificateSecret {
  readonly namespace: string;
  readonly name: string;
  /** Names that it must cover. */
  readonly covers: readonly string[];
  /** Listeners of KKP's Gateway that present it; absent where none of KKP's making does. */
  readonly listeners?: readonly string[];
}

/** Proof for one host: which names would cover it, and what follows. */
export interface CoverageRow extends Derived {
  readonly host: string;
  /** Id of the request that covers it, or undefined. */
  readonly coveredBy?: string;
  /** Name in that request which matches. */
  readonly match?: string;
  /** Whether a certificate for `*.<base domain>` alone would cover it. */
  readonly byPlatformWildcard: boolean;
}

// ── firewall ─────────────────────────────────────────────────────────────────

export interface FirewallPlan {
  readonly endpoints: readonly Endpoint[];
  readonly flows: readonly Flow[];
  readonly inside: readonly InsideFlow[];
  readonly external: readonly ExternalHost[];
}

/** One end of a flow: a group of machines, an address or a service. */
export interface Endpoint extends Derived {
  readonly title: string;
  readonly kind:
    | "users"
    | "engineers"
    | "internet"
    | "public-address"
    | "entry"
    | "nodeport-proxy"
    | "user-cluster-front"
    | "api-servers"
    | "load-balancer"
    | "kubernetes-api"
    | "nodes"
    | "control-planes"
    | "workers"
    | "router"
    | "provider-api"
    | "identity"
    | "dns"
    | "ntp"
    | "proxy"
    | "bastion"
    | "registries"
    | "git"
    | "secret-store"
    | "s3"
    | "acme";
  /** Place id, or undefined when it stands outside all places. */
  readonly place?: string | undefined;
  readonly cluster?: string;
  readonly datacenter?: string;
  /** AS number, for routers. */
  readonly asn?: number;
  /** Addresses, blocks or host names a firewall team enters; empty where nobody can or needs to name them. */
  readonly addresses: readonly Value<string>[];
}

/** A conversation that somebody needs, as the row a firewall team enters. */
export interface Flow extends Derived {
  /** Rows of the rule reference, `P1`, `E6` …, or of our own, `B1`, `I3`; several when two rows say the same. */
  readonly refs: readonly string[];
  /** Number of the connection in the overview diagram; flows between the same ends share it. */
  readonly connection: number;
  /** Second number, from 1, where the line of the diagram stands for rows that differ; rows that share both agree in all but their machines. */
  readonly part?: number;
  /** Endpoint that opens the conversation. */
  readonly source: string;
  readonly destination: string;
  readonly protocol: "TCP" | "UDP" | "TCP and UDP" | "VRRP";
  /** `443`, `30000-32767`, `6443, 8088`; empty for protocols without ports. */
  readonly ports: string;
  /** Hosts that the row is for, where its destination stands for others as well. */
  readonly hosts?: readonly string[];
  readonly reason: string;
  readonly lifetime: "installation" | "operation" | "installation and operation";
}

/** Traffic that never leaves one Kubernetes cluster. */
export interface InsideFlow extends Derived {
  readonly cluster: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly ports: string;
  readonly component: string;
}

/** An external host that a source must reach: the allow-list. */
export interface ExternalHost extends Derived {
  /** Endpoint id of the source. */
  readonly source: string;
  readonly host: string;
  readonly ports: string;
  readonly purpose: string;
}

// ── topology ─────────────────────────────────────────────────────────────────

/** What the overview diagram shows. All texts are plain; layout belongs to the diagram writers. */
export interface Topology {
  readonly zones: readonly { readonly id: string; readonly title: string; readonly subtitle: string; readonly kind: "people" | "place" | "outside" }[];
  /** Frames inside a zone: platform clusters and blocks of virtual addresses. */
  readonly frames: readonly { readonly id: string; readonly zone: string; readonly title: string; readonly subtitle: string; readonly kind: "cluster" | "pool" }[];
  readonly boxes: readonly TopologyBox[];
  readonly connections: readonly TopologyConnection[];
}

export interface TopologyBox {
  /** Equals the endpoint id where the box is an endpoint. */
  readonly id: string;
  readonly zone: string;
  readonly frame?: string;
  readonly title: string;
  /** Address, AS number, count: shown in a second line. */
  readonly detail: Value<string>;
  /** Virtual addresses are the only filled boxes. */
  readonly kind: "people" | "virtual-address" | "machines" | "service" | "router";
}

/** A numbered line; its number stands in the firewall table. */
export interface TopologyConnection {
  readonly id: string;
  readonly number: number;
  readonly source: string;
  readonly destination: string;
  readonly title: string;
  /** Protocol and ports of all its flows: "TCP 443, 80". */
  readonly detail: string;
  readonly flows: readonly string[];
  /** What the line is made of where a box at its end stands for several ends; absent where one number says it all. */
  readonly parts?: readonly ConnectionPart[];
}

/** Flows of one line that agree in all but their machines. */
export interface ConnectionPart {
  /** The second number in the firewall table. */
  readonly part: number;
  /** Ends in words: the one end, or what all ends are. */
  readonly source: string;
  readonly destination: string;
  readonly detail: string;
  readonly flows: readonly string[];
}

// ── sizing ───────────────────────────────────────────────────────────────────

export interface SizingPlan {
  readonly clusters: readonly ClusterSizing[];
  readonly controlPlanes: readonly ControlPlaneSizing[];
  readonly ceilings: readonly Ceiling[];
}

/** Worker machines of one platform cluster, with the arithmetic. */
export interface ClusterSizing extends Derived {
  readonly cluster: string;
  /** One line per part of the load: milli-CPU, MiB, pods. */
  readonly lines: readonly { readonly title: string; readonly formula: string; readonly cpu: number; readonly memory: number; readonly pods: number }[];
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
  readonly workers: number;
  /** Steps from the sums to the number of workers, each a full sentence with its figures. */
  readonly arithmetic: readonly string[];
  readonly boundBy: "cpu" | "memory" | "pods" | "minimum";
  /** Workers among them that carry the MLA stacks alone; absent where all workers carry everything. */
  readonly dedicated?: number;
}

/** Control-plane machines of one platform cluster that KubeOne builds. */
export interface ControlPlaneSizing extends Derived {
  readonly cluster: string;
  readonly machines: number;
  /** vCPU of each. */
  readonly cpu: number;
  /** GiB of each. */
  readonly memory: number;
  /** GB of each. */
  readonly disk: number;
  /** Concurrent IOPS that each disk must serve. */
  readonly iops: number;
  /** MB/s that each disk must serve. */
  readonly bandwidth: number;
}

/** A limit with the number of user clusters at which it binds. */
export interface Ceiling extends Derived {
  readonly cluster: string;
  readonly title: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  readonly maxUserClusters: number | "unlimited";
  /** What raises the limit at any time, for those that are no end: "another worker", "a longer range". */
  readonly raisedBy?: string;
}

// ── storage ──────────────────────────────────────────────────────────────────

export interface StoragePlan {
  readonly classes: readonly StorageClassNeed[];
  readonly volumes: readonly VolumeNeed[];
  readonly backups: readonly BackupNeed[];
  /** What is backed up beside the etcd of user clusters. */
  readonly routines: readonly BackupRoutine[];
}

/** Something that is saved regularly beside the etcd of user clusters. */
export interface BackupRoutine extends Derived {
  readonly title: string;
  /** "30 minutes", "day". */
  readonly every: string;
  readonly keeps: string;
  readonly where: Value<string>;
  readonly team: TeamId;
}

export interface StorageClassNeed extends Derived {
  readonly cluster: string;
  readonly name: "kubermatic-fast" | "kubermatic-backup" | "kubermatic-mla";
  readonly provisioner: Value<string>;
  readonly parameters: Readonly<Record<string, string>>;
  /** GiB, one decimal. */
  readonly capacity: number;
  readonly media: string;
  /** What to demand of the storage team: IOPS, bandwidth, latency. */
  readonly demands: readonly string[];
}

export interface VolumeNeed extends Derived {
  readonly cluster: string;
  readonly storageClass: string;
  readonly title: string;
  readonly count: number;
  /** GiB each. */
  readonly size: number;
  /** GiB in all. */
  readonly total: number;
}

export interface BackupNeed extends Derived {
  readonly cluster: string;
  readonly target: string;
  /** GiB needed in the bucket, one decimal. */
  readonly needed: number;
  /** GiB that the default volume offers; absent outside the cluster. */
  readonly offered?: number;
  /** Minutes. */
  readonly interval: number;
  readonly kept: number;
  /** Minutes that the kept snapshots reach back. */
  readonly coverage: number;
  readonly arithmetic: string;
}

// ── identity ─────────────────────────────────────────────────────────────────

export interface IdentityPlan {
  readonly redirectUris: readonly RedirectUri[];
  /** What the identity team prepares. */
  readonly preparations: readonly (Derived & { readonly title: string; readonly verify: string })[];
}

export interface RedirectUri extends Derived {
  readonly client: string;
  readonly uri: string;
  readonly purpose: string;
  readonly optional: boolean;
  /** Where it is entered: at Dex by us, or at the customer's identity provider. */
  readonly registeredAt: "dex" | "identity-provider";
}

// ── the rest ─────────────────────────────────────────────────────────────────

export interface MonitoringPlan {
  readonly components: readonly MonitoringComponent[];
  /** What user clusters send, where it is stated. */
  readonly loads: readonly MonitoringLoad[];
  readonly alerts: readonly AlertRow[];
}

/** Series and samples of a Seed's user clusters, and what Cortex and Loki need on top of their minimum. */
export interface MonitoringLoad extends Derived {
  readonly cluster: string;
  readonly series: number;
  /** Samples a second. */
  readonly samples: number;
  /** MiB. */
  readonly memory: number;
  /** Milli-CPU. */
  readonly cpu: number;
  /** GiB of objects. */
  readonly storage: number;
  /** Steps from the answers to the figures, each a full sentence. */
  readonly arithmetic: readonly string[];
}

/** A sign that the control plane of a user cluster has to be scaled. */
export interface AlertRow extends Derived {
  readonly title: string;
  readonly when: string;
  readonly change: string;
  /** Whether an installed rule fires it. */
  readonly installed: boolean;
}

export interface MonitoringComponent extends Derived {
  readonly cluster: string;
  readonly stack: "master-and-seed" | "user-cluster";
  readonly title: string;
  readonly detail: string;
  readonly host?: string;
}

/** An account that somebody prepares; named, never with its secret. */
export interface AccountRow extends Derived {
  readonly title: string;
  readonly where: string;
  readonly permissions: readonly string[];
  readonly fields: readonly string[];
  readonly team: TeamId;
}

/** A way in or a place where something is kept. */
export interface AccessRow extends Derived {
  readonly title: string;
  readonly detail: Value<string>;
  readonly team: TeamId;
}

/** A tool of the installing engineers. */
export interface ToolRow extends Derived {
  readonly title: string;
  readonly version: string;
}

/** A secret by its name: how it is made or that it is handed over, which form it has, and where it stands. */
export interface SecretRow extends Derived {
  readonly name: string;
  /** What makes it; absent where another team hands it over. */
  readonly command?: string;
  /** Length and encoding, as whatever reads it wants them. */
  readonly form: string;
  readonly files: readonly string[];
}

/** An important choice of this plan and what it brings. */
export interface Decision extends Derived {
  readonly question: AnswerPath;
  readonly title: string;
  readonly choice: string;
  readonly assumed: boolean;
}

/** Part of the plan that a field belongs to: where its table stands. */
export type SettingTopic = "platform" | "seeds" | "balancers" | "dns" | "certificates" | "internet" | "storage" | "login" | "control-planes" | "monitoring";

/** A field that these answers decide and that no default of the product would set. */
export interface Setting extends Derived {
  readonly topic: SettingTopic;
  /** What carries the field: an object of the Kubernetes API, a file of Helm values, or the Helm values of a chart. */
  readonly object: string;
  readonly field: string;
  readonly value: Value<string>;
}

export interface ChecklistItem extends Derived {
  readonly title: string;
  readonly team: TeamId;
  readonly chapter: string;
  /** Ids of checklist items that come first. */
  readonly dependsOn: readonly string[];
  /** How to see that it is done. */
  readonly verify: string;
  /** Whether an open point stands in its way. */
  readonly blockedBy: readonly AnswerPath[];
  /** Kind of work, from which the lead time comes. */
  readonly work: WorkId;
  /** Working days that it takes once it is ordered. */
  readonly leadTime: number;
  /** Day on which it can be done at the earliest, where the begin of the preparation is known. */
  readonly earliest?: string;
}

/** When the installation can begin. */
export interface ScheduleRow extends Derived {
  /** Working days of the longest chain of checklist items. */
  readonly workingDays: number;
  /** Working days of the installation itself. */
  readonly effort: number;
  /** First day of the installation, where the begin of the preparation is known. */
  readonly earliest?: string;
  /** Checklist items of the longest chain, the first one first. */
  readonly chain: readonly string[];
}

export interface RunbookStep extends Derived {
  readonly order: number;
  readonly title: string;
  readonly text: string;
  /** Shell lines; values are quoted. */
  readonly commands: readonly string[];
}

export interface Finding extends Derived {
  /** Id of the check. */
  readonly check: string;
  readonly severity: "blocker" | "warning" | "advice";
  readonly subject: string;
  /** States the fault with its object. */
  readonly title: string;
  /** What is wrong, with the numbers. */
  readonly message: string;
  readonly remedy: string;
  readonly fixes: readonly Fix[];
  /** Answers to look at first; the link back to the questions. */
  readonly answers: readonly AnswerPath[];
}

/** Answers that would remove a finding; applied like any other edit. */
export interface Fix {
  readonly title: string;
  readonly set: readonly { readonly path: AnswerPath; readonly value: AnswerValue }[];
}

/** A missing answer that something waits for. */
export interface OpenPoint {
  readonly path: AnswerPath;
  /** Id of the question. */
  readonly question: string;
  /** Place, platform cluster or datacenter id, or `plan`. */
  readonly subject: string;
  /** "Address of vCenter, Frankfurt" */
  readonly title: string;
  readonly team: TeamId;
  /** Who was named when the answer was marked open. */
  readonly owner?: string;
  readonly due?: string;
  /** What waits for it, as people call it: "2 firewall rows with LDAP". Never empty. */
  readonly waiting: readonly string[];
}

/** A product default that stands in for an unanswered question. */
export interface Assumption {
  readonly path: AnswerPath;
  readonly question: string;
  readonly subject: string;
  readonly title: string;
  /** The value taken, as text. */
  readonly value: string;
  /** The same as people read it: choices by their labels. */
  readonly shown: string;
  readonly sentence: string;
  readonly source: SourceId;
}
