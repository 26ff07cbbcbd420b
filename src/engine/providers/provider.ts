import type { QuestionDefinition } from "../answers/question.ts";
import type { AllowedHost } from "../facts/external-hosts.ts";
import type { Fact } from "../facts/fact.ts";
import type { KeptEnds } from "../facts/providers.ts";
import type { Requests } from "../facts/sizing.ts";
import type { ReleaseId } from "../facts/source.ts";
import type { SourceId } from "../kernel/outcome.ts";
import type { OperatingSystemId } from "../operating-systems/registry.ts";

/** An account or role that somebody must prepare; never a secret, only its name and rights. */
export interface AccountNeed {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly string[];
  /** What it may do besides where KubeOne and its Terraform example build a cluster with it; `{cluster}` stands for the name of that cluster. */
  readonly forKubeOne?: readonly string[];
  /** Further rights, or what to mind, where user clusters get it; nothing of the kind holds for a cluster of the platform alone. */
  readonly inUserClusters?: readonly string[];
  /** Further rights where user clusters use file shares. */
  readonly forFileShares?: readonly string[];
  /** Where the credential goes in KKP: field names of the Preset or datacenter, never values. */
  readonly fields: readonly string[];
  /** Those among them that say where or how, and that nobody keeps as secrets. */
  readonly plain?: readonly string[];
  /** Those of the permissions that go with load balancers, and fall away at places where the infrastructure creates none. */
  readonly forBalancers?: readonly string[];
  /** Where KubeOne takes it from when it builds a cluster here; environment variables unless said otherwise, `none` where another account does it all. */
  readonly inKubeOne?: "environment" | "credentials-file" | "hosts" | "none";
  /** Set where an infrastructure wants an account for machines and another one for volumes. */
  readonly only?: "machines" | "volumes";
  /** Set where the cloud controller of a cluster signs in with it as well. */
  readonly ofController?: true;
  /** Set where KKP reads it from the datacenter in the Seed object, below the infrastructure's own block; a Preset has no field for it. */
  readonly inSeed?: true;
  readonly sources: readonly SourceId[];
}

/** Something that must be there before machines can be created. */
export interface Preparation {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** How to see that it is done: a command or an observation. */
  readonly verify: string;
  /** What of it shows in a user cluster alone, which nobody has before the installation; a clause. */
  readonly inUserClusters?: string;
  /** Set where that is seen on a test machine in the network of the machines. */
  readonly inNetwork?: true;
  /** Set where machines that are pods have the pod network that comes with it. */
  readonly bringsPodNetwork?: true;
  /** Set where it matters for user clusters alone, and not for machines of master and Seeds. */
  readonly forUserClusters?: true;
  /** Set where it matters only for clusters that KubeOne builds. */
  readonly forKubeOne?: true;
  /** The answer to a place question that makes it necessary; while that is open, the open point stands for it. */
  readonly onlyWith?: { readonly question: string; readonly answer: string };
  /** What is not known of it. */
  readonly uncertain?: Fact<string>;
  /** Set where it matters only at places where the infrastructure creates load balancers. */
  readonly forBalancers?: true;
  /** Title and reason at a place where it creates none, if they differ. */
  readonly withoutBalancers?: { readonly title: string; readonly why: string };
  /** Set where it matters only while KKP makes the security group of the workers, and not with one of the customer. */
  readonly ofCreatedGroup?: true;
  /**
   * Title of what is left of it where Terraform makes the node network: what workers of user clusters need that stand in a
   * network of their own. Absent where Terraform makes nothing of it.
   */
  readonly ofWorkersAlone?: string;
  /** Set where it is about the machines that join user clusters by hand, whose title says how many: it begins with their plural. */
  readonly countsJoined?: true;
  /** Set where a new release may ask for something newer, so that an upgrade looks again. */
  readonly forEachRelease?: true;
  /** Releases that ask for it; an upgrade to one of them looks again. Absent where all do. */
  readonly askedBy?: readonly ReleaseId[];
  readonly sources: readonly SourceId[];
}

/** What KKP makes in the account of the tenants for each user cluster, where nothing that exists is named. */
export interface CreatedObjects {
  /** The objects, as the end of a sentence that begins with "KKP creates". */
  readonly what: string;
  /** Set where a network is among them. */
  readonly network?: true;
  /** Fields of the Preset that name existing ones instead; empty where none can be named. */
  readonly named: readonly string[];
  /** Those besides that a release calls otherwise than another, or does not know. */
  readonly namedIn?: Fact<Readonly<Record<ReleaseId, readonly string[]>>>;
  /** Fields of the Preset whose value an answer gives, with the question about the datacenter or its place. */
  readonly asked?: readonly { readonly field: string; readonly of: "datacenter" | "place"; readonly question: string }[];
  /** Datacenter question whether KKP makes the networks, with the fields that nobody fills then; the question behind one of them is not asked. */
  readonly madeQuestion?: string;
  readonly unnamedThen?: readonly string[];
  /** The subnet that each made network has unasked, how many addresses machines can get in it, and the fields by which a user cluster asks for another. */
  readonly subnet?: { readonly block: string; readonly machines: number; readonly otherBy: Fact<Readonly<Record<ReleaseId, readonly string[]>>> };
  /** How to see what is there: a command or an observation. */
  readonly verify: string;
  /** What of it shows in a user cluster alone, which nobody has before the installation; a clause. */
  readonly inUserClusters?: string;
  readonly sources: readonly SourceId[];
}

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

/** Annotation without which the controller of an infrastructure makes no load balancer for a Service. */
export interface BalancerAnnotation {
  readonly annotation: string;
  /** Key of the place question that gives its value. */
  readonly question: string;
  /** Where the value ends in the answer; absent where it is the answer itself. */
  readonly until?: string;
  /** Whose controller it is, and what the annotation tells it; parts of sentences. */
  readonly controller: string;
  readonly tells: string;
  readonly sources: readonly SourceId[];
}

/** An annotation of a Service with its value, quoted where YAML would read something else than text. */
interface ServiceAnnotation {
  readonly annotation: string;
  readonly value: string;
}

/** `what`: as the end of a title, after its comma. `verify`: how it is seen, as the beginning of a sentence. `why`: what comes of its lack, as a sentence. */
interface BalancerNeed {
  readonly what: string;
  readonly verify: string;
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** How Services of an infrastructure choose whether their load balancers get public or private addresses. */
export interface BalancerReach {
  readonly internal: ServiceAnnotation;
  /** What asks for a public one, where a controller that managed clusters may run makes private ones unasked. */
  readonly publicWhereManaged?: ServiceAnnotation & { readonly controller: string };
  /** What a private one needs besides so that every network that is routed to it reaches it. */
  readonly internalFromAfar?: ServiceAnnotation & { readonly why: string };
  /** What a private one needs besides where its own nodes call it; absent where such calls find their way back unasked. */
  readonly internalFromOwnNodes?: OwnNodesCall;
  /** What a cluster that somebody else runs or has built must have before such load balancers are made. */
  readonly needs?: { readonly public?: BalancerNeed; readonly internal?: BalancerNeed };
  readonly sources: readonly SourceId[];
}

/** Load balancers that keep the address of a caller, so that a call which comes back to the node it left is lost. */
export interface OwnNodesCall extends ServiceAnnotation {
  /** What happens without the annotation, as the end of a sentence. */
  readonly without: string;
  /** Which controllers pass over the annotation, as a sentence. */
  readonly passedOverBy: string;
  /** The controller of managed clusters that gives an entry such a load balancer as well; other entries keep no address. */
  readonly entryWhereManaged: string;
  /** What lists of allowed networks come to with it, as the end of a sentence; a list at a load balancer of the controller above holds. */
  readonly sourceRanges: string;
  readonly sources: readonly SourceId[];
}

/** What KKP writes at the Service of the nodeport-proxy on an infrastructure as long as the Seed has no annotation for it. */
export interface ProxyDefaults {
  readonly annotations: readonly (ServiceAnnotation & { readonly why: string })[];
  readonly sources: readonly SourceId[];
}

/** What makes an infrastructure's load balancers probe an entry so that its nodes count as what they are. */
export interface EntryProbe extends ServiceAnnotation {
  /** Entries that need it: those whose ports name their protocol, or those that take traffic at the nodes of their pods only. */
  readonly of: "named-protocols" | "local-traffic";
  readonly why: string;
  readonly sources: readonly SourceId[];
}

/** How far one private network of an infrastructure reaches, where that is less than all zones of its cloud. */
export interface NetworkReach {
  /** Question of the place whose answer begins with the name of a location, which ends at `until`. */
  readonly question: string;
  readonly until: string;
  /** Locations that one network reaches, by the name of the part of the cloud. */
  readonly zones: Fact<Readonly<Record<string, readonly string[]>>>;
}

/** What each machine gets of IPv6 where no network of an infrastructure carries it, so that nobody has such a network to name. */
export interface OwnSecondNetwork {
  /** The public network that it draws when it is made, as a part of a sentence. */
  readonly draws: string;
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

/** What it takes for load balancers to answer in both families, where that hangs on the cloud controller; sentences. */
export interface FamilyTerms {
  /** For workloads of user clusters, by the release whose controller they get. */
  readonly ofRelease: Fact<Readonly<Record<ReleaseId, string>>>;
  /** For a cluster of the platform. */
  readonly ofPlatform: Fact<string>;
}

/** Workers that KKP does not make: somebody has each machine join its user cluster. */
export interface JoinedMachines {
  /** What one of them is called, where they are counted. */
  readonly machine: "machine" | "device";
  /** What is done for each, as the end of a sentence. */
  readonly how: string;
  /** Set where nothing of KKP sets up what runs on them, so that no field of their datacenter reaches them. */
  readonly setUpByHand?: true;
  readonly sources: readonly SourceId[];
}

/** A type of load balancer, by what one of it carries. */
export interface BalancerType {
  readonly name: string;
  readonly listeners: number;
  /** Machines to which it sends. */
  readonly targets: number;
}

/** Types in which an infrastructure sells load balancers, and how a Service asks for one; its controller makes the smallest of a Service that does not. */
export interface BalancerTypes {
  readonly annotation: string;
  /** The smallest first. */
  readonly types: Fact<readonly BalancerType[]>;
  /** Whose controller it is; a part of sentences. */
  readonly controller: string;
  /** How the figures of `{type}` are seen, as the beginning of a sentence that ends with them. */
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

/** A field of a datacenter in the Seed object. */
export interface DatacenterField {
  /** Name below `spec.datacenters.<name>.spec.<provider>`. */
  readonly field: string;
  /** The question that gives its value; absent where only the person who writes the file knows it. */
  readonly question?: { readonly subject: "place" | "datacenter"; readonly key: string };
  /** Set where it names the network of the workers: the question is about the node network of the place, and workers that stand in one of their own give its name. */
  readonly ofNetwork?: true;
  /** Set where it takes one of the things that the answer lists. */
  readonly oneOf?: true;
  /** How the file writes it, `{value}` standing for the answer; absent where it is the answer itself. */
  readonly form?: string;
  /** What comes of it where it is missing, for a field that the Seed does not insist on; absent where it refuses the datacenter. */
  readonly without?: string;
}

/** Images of workers that the Seed names by URL, so that something loads each from a web server. */
export interface ImageUrls {
  /** How it is seen that they can be loaded, as a sentence without its end; `{server}` stands for the web server. */
  readonly verify: string;
  /** Set where that is seen beside the workers. */
  readonly fromWorkers?: true;
  /** What loads them and when, as sentences. */
  readonly why: string;
  /** The same for machines of master and Seeds, `{machines}` standing for them; `also` is what joins `verify` where an item is for both. Absent where no cluster of the platform stands there. */
  readonly ofPlatform?: { readonly verify: string; readonly also: string; readonly why: string };
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

/** What the virtual machines of user clusters take of servers that the customer brings; keys of questions. */
export interface HostedMachines {
  /** The servers, for a title: "the KubeVirt servers". */
  readonly servers: string;
  /** Datacenter questions: vCPU, GiB of memory and GiB of disk of one virtual machine. */
  readonly cpu: string;
  readonly memory: string;
  readonly disk: string;
  /** Place question: vCPUs that share a core. */
  readonly perCore: string;
  readonly overhead: Fact<{ readonly each: number; readonly perCpu: number; readonly perMille: number }>;
  readonly sources: readonly SourceId[];
}

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

/** With which addresses machines are seen outside their network: with their own, with a public one each, or with those of what stands in front. */
export type SeenAs = "own" | "each" | "gateway";

/** What else than a firewall of the customer puts other addresses in place of those of machines, so that somebody must say with which they are seen. */
export interface Leaving {
  /** Set where there is one way alone, so that nobody is asked. */
  readonly only?: SeenAs;
  /** Set where somebody must say so only when the machines call something of the platform at a public address outside their place. */
  readonly asked?: "public-elsewhere";
  /** Who gives machines public addresses, where that is not the infrastructure itself. */
  readonly giver?: string;
  /** What is seen before machines have a public address each, where that is not a quota; a clause that begins a sentence. */
  readonly room?: string;
  /** What puts addresses of its own in place of theirs, with its article. */
  readonly gateway: string;
  /** Key of the place question that names the network of the machines which do so unasked. */
  readonly gatewayIn?: string;
  /** Set where networks that are routed to them see the machines' own addresses all the same: those of others are seen on the internet alone. */
  readonly onInternet?: true;
  /** How each way is seen to be as it is answered, as clauses; `{network}` stands for the network, `{addresses}` for those of the gateway. */
  readonly seen: Readonly<Record<SeenAs, string>>;
  /** What makes machines of user clusters leave so, as clauses; absent where they do unasked. */
  readonly pools?: Readonly<Partial<Record<SeenAs, string>>>;
  readonly sources: readonly SourceId[];
}

/** The network that machines of KubeOne's Terraform example stand in, and how it becomes that of the plan. */
export interface ExampleNetwork {
  /** `terraform`: the example makes it with the cluster. `customer`: it is there before, and the example takes one by default. */
  readonly by: "terraform" | "customer";
  /** What is changed in the files, or what becomes of a variable, as sentences; `{network}` stands for the node network of the plan. */
  readonly change: string;
  /** Added where the node network has another prefix length than the example, as a sentence; `{prefix}` stands for it. */
  readonly otherPrefix?: { readonly than: number; readonly change: string };
  /** Added where datacenters name the network they share with the nodes: the place question, and a sentence with `{named}` for its answer. */
  readonly named?: { readonly question: string; readonly change: string };
  /** What a further cluster of the place does in its files, since the network is there by then; `{first}` stands for the cluster that made it. */
  readonly again?: string;
  /** What the files of each cluster get where several stand in one such network, as sentences. */
  readonly shared?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** How it is seen, as the end of a sentence; set where Terraform makes it. */
  readonly verify?: string;
  /** How those outside come into it, since nothing leads into a network that has just been made. Set where Terraform makes it. */
  readonly wayIn?: WayIn;
  /** What puts an address of its own in place of those of the machines when they call other networks, with its article; absent where each machine leaves with an address of its own. */
  readonly translates?: string;
  /** That what stands in front learns no routes from the machines, however they leave; a clause. */
  readonly learnsNoRoutes?: { readonly words: string; readonly sources: readonly SourceId[] };
  /** What the example cuts out of a network that is there; absent where machines stand in one subnet that is there too, or that it makes. */
  readonly zoneSubnets?: Fact<ZoneSubnets>;
  /** What each of these subnets has besides, where machines have both families. */
  readonly secondSubnets?: Fact<SecondSubnets>;
  /** Ranges that the files of the example fix, the widest first; absent where they take it from a variable or find it there. */
  readonly fixed?: Fact<readonly string[]>;
  readonly sources: readonly SourceId[];
}

/** How those outside come into a network that Terraform makes; `{callers}` stands for them, `{network}` for the node network of the plan. */
export interface WayIn {
  /** What leads them there, as the beginning of a sentence. */
  readonly words: string;
  /** How it shows that it does, once the network is there; a clause. */
  readonly seen: string;
  /** What filters at its edge and lets nobody in by itself: its name with its article, and why, as a clause. */
  readonly edge?: { readonly title: string; readonly because: string };
  readonly sources: readonly SourceId[];
}

/** Subnets that an example cuts out of a network that is there, one for each of so many zones; lengths of masks. */
export interface ZoneSubnets {
  readonly zones: number;
  /** What the example takes unless another is named. */
  readonly usual: number;
  /** Those of the largest network and of the smallest subnet that the infrastructure makes. */
  readonly longest: number;
  readonly shortest: number;
}

/** Lengths of masks of IPv6: that of each such subnet, and that of the range which the infrastructure gives a network. */
export interface SecondSubnets {
  readonly each: number;
  readonly given: number;
}

/** What the files of an example get whose own load balancer can be left out, where people put another front before the API. */
export const WITHOUT_API_BALANCER =
  "disable_kubeapi_loadbalancer is true, a variable that KubeOne has for its own tests, or main.tf makes a load balancer in front of the API; in output.tf, endpoint of kubeone_api then names the first control plane, and becomes {api} instead.";

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

/** What a Terraform example hands KubeOne to dial, where that is not the private addresses of the machines. */
export interface SshWay {
  /**
   * `addresses`: public ones of the control planes, which KubeOne dials before private ones. `bastion`: a machine with a public
   * address that the example makes besides. `front`: the machine that it makes in front of the API, in their own network.
   */
  readonly dials: "addresses" | "bastion" | "front";
  /** What is changed where the plan has a bastion, as sentences; `{bastion}` stands for its address. */
  readonly behindBastion: string;
  readonly sources: readonly SourceId[];
}

/** What the rules of a Terraform example let in from any address, and what narrows them. */
export interface OpenedByExample {
  /** What is open, as the end of a sentence that begins with the example. */
  readonly opens: string;
  /** What is known of who else must come in, or how: a clause. */
  readonly because: string;
  /** How it is seen that no more is open than the firewall table says, as clauses joined by semicolons; `{name}` stands for the cluster. */
  readonly verify: string;
  /** Set where its rules hold for addresses that machines announce as well, and let in nothing else: what is added, with `{name}` for the cluster. */
  readonly announced?: string;
  readonly sources: readonly SourceId[];
}

/** A line of a file, or one that stands there at places with load balancers of the infrastructure alone, or in a platform of both address families. */
export type CredentialLine = string | { readonly line: string; readonly only: "balancers" | "both-families" };

/** What KubeOne can do with machines of this infrastructure. */
export interface KubeOneSupport {
  /** Name of the block below `cloudProvider` in kubeone.yaml. */
  readonly cloudProvider: string;
  /** Folder of KubeOne's Terraform example, where it is called otherwise than that block. */
  readonly example?: string;
  /** Environment variables with which Terraform and KubeOne log in; empty where every machine is listed. */
  readonly environment: readonly string[];
  /** Keys of the file with credentials that KubeOne refuses to go without. */
  readonly credentialsFile?: readonly string[];
  /** Lines of that file, where the plan knows what stands in it: `{name}` is the cluster, `{network}` the one that made its network, and other words are keys of place questions. */
  readonly credentials?: { readonly lines: readonly CredentialLine[]; readonly sources: readonly SourceId[] };
  /** `machine-controller`: workers are made by the cluster itself. `static`: every machine is there before and listed. */
  readonly workers: "machine-controller" | "static";
  /** Terraform variables that have no default, with the place question that answers one; none where machines are not made by Terraform. */
  /** The file of its outputs, where that is not output.tf. */
  readonly outputsIn?: string;
  readonly inputs: readonly TerraformVariable[];
  /**
   * Machines with both address families: what the files of the example get, as sentences in which `{network}` stands for the IPv6 node network, and what takes the place
   * of its folder, its variables and the way to the disk of workers; absent where KubeOne or the example makes none.
   */
  readonly secondFamily?: { readonly instead: Partial<Pick<KubeOneSupport, "example" | "settings" | "workerDisk">>; readonly change: string; readonly sources: readonly SourceId[] };
  /** Variables whose defaults belong to an example and not to this site. */
  readonly settings: readonly TerraformVariable[];
  /** Set where the first `terraform apply` needs another value than all later ones, as `name=value`. */
  readonly firstApply?: string;
  /** What a person who writes the files would stumble over, as a sentence. */
  readonly note?: string;
  /** What takes its place by the answer to a place question; it holds while that is open. Nothing where the words are empty. */
  readonly noteBy?: { readonly question: string; readonly notes: Readonly<Record<string, string>> };
  /** What the Terraform example puts in front of the Kubernetes API; `none`: it must be brought. */
  readonly apiEndpoint: "provider" | "keepalived" | "gobetween" | "none";
  /**
   * Set where releases of KubeOne make control planes without Terraform, where this front stands before their API: it comes with them. `words`: what the manifest says then,
   * as sentences; `{control}` stands for the control planes, `{releases}` for the releases of KubeOne. `byHand`: what is said of the machines otherwise.
   */
  readonly ownMachines?: { readonly front: "provider"; readonly releases: Fact<readonly string[]>; readonly words: string; readonly byHand: string; readonly sources: readonly SourceId[] };
  /** Absent where the infrastructure gives machines their addresses, and where Terraform makes none. */
  readonly plannedAddresses?: PlannedAddresses;
  /**
   * What the manifest says besides, in sentences: in any case, where load balancers of the cluster are those of the infrastructure, and where its machines spread over
   * zones. `controller`: what both of these want first with the releases of KubeOne that bring the cloud controller only then; `{releases}` stands for them.
   */
  readonly manifest?: { readonly always?: string; readonly balancers?: string; readonly zones?: string; readonly controller?: { readonly releases: Fact<readonly string[]>; readonly words: string }; readonly sources: readonly SourceId[] };
  /** The network of the example's machines, where no variable asks for one that is there; absent where one does, and where Terraform makes none. */
  readonly nodeNetwork?: ExampleNetwork;
  /** Absent where the example hands out private addresses alone, and where Terraform makes no machines. */
  readonly sshWay?: SshWay;
  /** What its files get where machines have no public address of their own, as sentences; absent where they have none anyway, or where nothing leaves them without. */
  readonly withoutPublic?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** Absent where the example makes no rules of its own, and puts no machine into a public network. */
  readonly opened?: OpenedByExample;
  /** Absent where Terraform makes no machines. */
  readonly controlPlaneDisk?: ControlPlaneDisk;
  /** How workers get their root disk where no variable of the example takes its size, as a sentence; `{disk}` stands for GB. Absent where one does, or where the type of a machine decides. */
  readonly workerDisk?: { readonly change: string; readonly sources: readonly SourceId[] };
  /** Absent where variables take any number of control planes. */
  readonly fixedCount?: FixedCount;
  /** Absent where no field of a MachineDeployment names a zone. */
  readonly workerZones?: WorkerZones;
  /** What is changed in the files where something else stands in front of the API than what the example makes, as sentences; `{api}` stands for its address. Absent where a variable takes that, and where Terraform makes no machines. */
  readonly otherFront?: string;
  /** What is changed in them where a single control plane needs nothing in front and the example makes a machine for that all the same, as sentences; `{machine}` stands for the address of the control plane. */
  readonly nothingInFront?: string;
  /** Where the files of a cluster name the image of its machines, as the end of a sentence; absent where images are URLs or those of the provider, and where machines are listed. */
  readonly image?: string;
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

/** The field of a user cluster for the IPv6 subnet of its workers. `otherwise`: what comes of an empty one, as a sentence without its end. */
interface SecondSubnetField {
  readonly field: string;
  readonly otherwise: string;
  readonly sources: readonly SourceId[];
}

/** The same for the pool out of which KKP takes an IPv6 subnet for each user cluster whose networks it makes; `verify` shows that a pool with {block} is there. */
interface SecondSubnetPool extends SecondSubnetField {
  readonly verify: string;
}

/** Infrastructure that supplies machines. Shared code asks this record, never which provider it is. */
export interface Provider {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly SourceId[];
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
  /** Set where the vendor alone runs it, so that its machines stand in networks of that cloud and in no other. */
  readonly vendorCloud?: true;
  /** Absent where machines leave their network with their own addresses, or where only firewalls of the customer put others in their place. */
  readonly leaving?: Leaving;
  /** Set where no field of KKP names the network of machines: the one that all of them stand in, for a sentence. */
  readonly soleNetwork?: { readonly title: string; readonly sources: readonly SourceId[] };
  /** Why no master or Seed can stand on it; absent where it can. */
  readonly workersOnly?: string;
  /** Why no workers of user clusters come from it; absent where they can. */
  readonly platformOnly?: string;
  /** Whether Services of type LoadBalancer get an address without anything else installed, where a cloud controller of it runs. */
  readonly nativeLoadBalancer: boolean;
  /** What a group that KKP makes for the workers of each user cluster lets in, as the end of a sentence, and how more is let in; absent where no such group stands before addresses that workers announce. */
  readonly workerGroup?: { readonly lets: string; readonly verify: string; readonly sources: readonly SourceId[] };
  /** Addresses that it keeps in each subnet for itself; absent where they are the network address and the last one alone, or nobody says. */
  readonly keptInSubnets?: Fact<KeptEnds>;
  /** Set where its load balancers take no list of allowed sources, with where that can be read. */
  readonly ignoresSourceRanges?: { readonly sources: readonly SourceId[] };
  /** Key of the yes-or-no question about a place that says whether its load balancer is really there. */
  readonly loadBalancerQuestion?: string;
  /** Set where its load balancers answer with a host name in place of an address. */
  readonly loadBalancerAnswers?: "name";
  /** What a Service must say, or its controller makes no load balancer for it; absent where it may say nothing. */
  readonly balancerAnnotation?: BalancerAnnotation;
  readonly balancerReach?: BalancerReach;
  readonly proxyDefaults?: ProxyDefaults;
  /** Absent where load balancers probe any entry rightly unasked. */
  readonly entryProbe?: EntryProbe;
  readonly networkReach?: NetworkReach;
  /** Whether such addresses are reachable from the internet unless asked otherwise; `asked` where each site decides, so that somebody must say. */
  readonly publicLoadBalancer: boolean | "asked";
  /** Whether nodes of user clusters are pods of another cluster, so that their ranges must differ from its own. */
  readonly nested?: true;
  /**
   * How user clusters with both address families fare, and the cloudConfig that KubeOne wants for its own; absent where KKP does not support them here. `systems`: those
   * that KKP's page has tested with both families here; absent where it names none.
   */
  readonly dualStack?: { readonly flag?: true; readonly subnets?: true; readonly cloudConfig?: string; readonly loadBalancer: "both" | "first" | "none"; readonly terms?: FamilyTerms; readonly eachMachine?: OwnSecondNetwork; readonly subnetField?: SecondSubnetField; readonly subnetPool?: SecondSubnetPool; readonly systems?: readonly OperatingSystemId[] };
  readonly listenerQuota?: ListenerQuota;
  /** Absent where load balancers come in one type, or where KKP's and KubeOne's Services need not choose. */
  readonly balancerTypes?: BalancerTypes;
  /**
   * Set where the security group that KKP makes for workers lets SSH in from anywhere. `group`: a group of the customer takes its
   * place, by this field of the Preset; absent where KKP writes its rules into such a group as well. `how`: what narrows it, as
   * the end of a title. `verify`: how to see that it is done.
   */
  readonly opensSsh?: { readonly group?: string; readonly how: string; readonly verify: string; readonly sources: readonly SourceId[] };
  /** Absent where nothing is called to create machines. */
  readonly api?: ProviderApi;
  /** Registries of this provider's own images, beside those that every cluster uses. */
  readonly registries: readonly string[];
  /** Registries from which a Seed loads controllers of user clusters on this infrastructure. */
  readonly seedRegistries?: readonly string[];
  /** Set where `mirror-images` copies images of user clusters here whatever providers it is told of. */
  readonly mirroredUnasked?: true;
  /** What KKP calls it, where that is not its id. */
  readonly kkpName?: string;
  /** Where machines with Ubuntu load packages from before they ask Ubuntu's own servers. */
  readonly ubuntuMirror?: Fact<readonly AllowedHost[]>;
  /** Set where tenants' machines may be created with the credentials of the management: the datacenter question that says so. */
  readonly sharedUser?: { readonly question: string; readonly title: string };
  /** Driver of the platform's own classes; absent where none comes with the infrastructure. */
  readonly csi?: {
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
  };
  /** Where machines log in to the disks of their volumes, beside the API; absent where volumes come to machines from below. */
  readonly volumePortal?: VolumePortal;
  /** What workers ask for volumes, where that is another endpoint than the API. */
  readonly volumeApi?: VolumeApi;
  /** Absent where KKP brings no driver for file shares. */
  readonly fileShares?: FileShares;
  /** What KKP brings into user clusters: a cloud controller, and a storage driver by its name. */
  readonly userClusters: { readonly cloudController: boolean; readonly storageDriver?: string; readonly sources: readonly SourceId[] };
  /**
   * Set where that cloud controller serves every Service of type LoadBalancer, also one whose address comes from elsewhere: the
   * field of the datacenter that keeps it from them, and what it does otherwise, as a sentence.
   */
  readonly servicesOff?: { readonly field: string; readonly value: string; readonly why: string; readonly sources: readonly SourceId[] };
  /** What each user cluster here adds to the load of its Seed, beyond the profile of its size. */
  readonly seedExtra?: Fact<Requests>;
  /** Absent where KKP makes the machines of workers. */
  readonly joined?: JoinedMachines;
  /** Row of the rule reference for workers that somebody else than KKP brings, beside those that hold for all workers. */
  readonly workersRef?: string;
  /** Set where the customer brings the servers that carry virtual machines of user clusters, so that somebody must size them. */
  readonly hosted?: HostedMachines;
  /** Operating systems of workers that KKP supports here. */
  readonly operatingSystems: readonly OperatingSystemId[];
  /** Who brings the images of workers: the provider's catalogue, the customer, or nobody because machines are installed already. */
  readonly images: "provider" | "customer" | "none";
  /** Set where images of the customer are URLs; absent where they are uploaded to the infrastructure. */
  readonly imageUrls?: ImageUrls;
  /** Set where images of some systems are sold by others, whose terms somebody accepts first. `verify`, `why`: sentences. */
  readonly terms?: { readonly systems: readonly OperatingSystemId[]; readonly verify: string; readonly why: string; readonly sources: readonly SourceId[] };
  /** Key of the place question that names its zones. */
  readonly zonesQuestion?: string;
  /** What the account of the tenants is or belongs to, and the datacenter question that names it; `apart` where tenants must not share it. */
  readonly accountOf?: {
    readonly question: string;
    readonly title: string;
    readonly apart: boolean;
    /** Place question that names the one of the platform's machines; absent where no answer does. */
    readonly ofManagement?: string;
    /** Place question that names what all accounts there lie in: a domain. */
    readonly within?: string;
  };
  /** What KKP makes for each user cluster; absent where it makes nothing but machines. */
  readonly creates?: CreatedObjects;
  /** Fields that the Seed object carries for a datacenter; KKP refuses it without them, unless they say what else comes of it. */
  readonly datacenterFields: readonly DatacenterField[];
  readonly kubeone?: KubeOneSupport;
  /** Set where its networks drop packets of addresses that a machine announces; absent where no source says so. */
  readonly addressGuard?: AddressGuard;
  /** How to see that machines are kept on different hosts here. */
  readonly spread?: { readonly verify: string; readonly sources: readonly SourceId[] };
  /** The vendor's managed Kubernetes. */
  readonly managedKubernetes?: {
    readonly name: string;
    /** What its nodes load beside what the platform does; absent where no source says. Names may carry the region as those of the API do. */
    readonly hosts?: Fact<readonly AllowedHost[]>;
    /** Set where its pages name no such hosts: what they say, as a sentence. */
    readonly unnamedHosts?: { readonly says: string; readonly sources: readonly SourceId[] };
    readonly sources: readonly SourceId[];
    /**
     * How the storage driver of the infrastructure comes into its clusters. `by`: what has to be there, as an addition to a title; absent where the service brings
     * it unasked. `why`: who brings it, as a sentence. `verify`: how that is seen, as the beginning of a sentence.
     */
    readonly storageDriver?: { readonly by?: string; readonly why: string; readonly verify?: string; readonly sources: readonly SourceId[] };
    /** Command that its kubeconfigs call for each login, as the end of a sentence; absent where no source names one. */
    readonly login?: { readonly calls: string; readonly sources: readonly SourceId[] };
    /** What decides how many pods its nodes run, and how more of them fit, each as a sentence; absent where its nodes keep to what Kubernetes sets unasked. */
    readonly nodePods?: { readonly decidedBy: string; readonly more: string; /** Whether it hangs on the size of the machine. */ readonly byMachine?: true; readonly sources: readonly SourceId[] };
    /** Set where pods take addresses of the network of their nodes, unless told otherwise. */
    readonly podsOfNodeNetwork?: { readonly sources: readonly SourceId[] };
    /**
     * How its control plane reaches pods where webhooks listen. `says`: what lets it, as a sentence; `open`: the only ports that are open unasked, where it is not all or none;
     * `verify`: how the others are seen, as the beginning of a sentence. Absent where no page of the service says it.
     */
    readonly webhooks?: { readonly says: string; readonly open?: readonly string[]; readonly verify?: string; readonly sources: readonly SourceId[] };
    /** Set where its clusters have a controller that makes load balancers, while clusters of the infrastructure have none otherwise. */
    readonly balancers?: { readonly sources: readonly SourceId[] };
  };
  /** Set where the editions page lists it under the Enterprise Edition. */
  readonly enterprise?: { readonly sources: readonly SourceId[] };
  /** A limit of the product's own support that a planner must know, as a sentence. */
  readonly support?: { readonly statement: string; readonly sources: readonly SourceId[] };
  readonly accounts: readonly AccountNeed[];
  /** What the infrastructure team prepares wherever machines of this provider run. */
  readonly prepare: readonly Preparation[];
  /** Questions this provider adds to the infrastructure chapter, by subject; their keys begin with its id. */
  readonly questions: {
    readonly place?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where workers of user clusters stand. */
    readonly workersPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about the node network of a place that matter only where workers of user clusters stand in it. */
    readonly nodeNetworkPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where workers of user clusters stand, or machines of a cluster that KubeOne builds. */
    readonly machinesPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a place that matter only where KubeOne is to build a cluster. */
    readonly builtPlace?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly cluster?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    readonly datacenter?: Readonly<Record<string, QuestionDefinition<unknown>>>;
    /** Questions about a datacenter that matter only where several tenants use the platform. */
    readonly tenants?: Readonly<Record<string, QuestionDefinition<unknown>>>;
  };
}
