import type { Fact } from "../facts/fact.ts";
import type { Requests } from "../facts/sizing/requests.ts";
import type { ReleaseId } from "../facts/source.ts";
import type { SourceId } from "../kernel/outcome.ts";

/** A record that several pages stand behind: what it is, and what single parts of it say. */
export interface Sourced {
  /** Where the record as such can be checked. */
  readonly sources: readonly SourceId[];
  /** Where single parts can be checked, by their names; whoever reads a part cites these alone. */
  readonly sourcesOf: Readonly<Record<string, readonly SourceId[]>>;
}

/** Parts that the same pages stand behind. */
export const eachBy = (parts: readonly (keyof Release | keyof ReleaseEntry)[], ...sources: readonly SourceId[]): Sourced["sourcesOf"] =>
  Object.fromEntries(parts.map((part) => [part, sources]));

/** Namespace and name of an object. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** TLS Secret of served names: of dashboard and API, of Dex, or of each identity-aware proxy. */
export interface EntrySecret extends ObjectName {
  readonly serves: "dashboard" | "dex" | "interface";
}

/** A platform entry (dashboard, API, Dex, identity-aware proxies), as far as nobody's names stand in it. */
interface EntryParts extends Sourced {
  /** Name people use: "NGINX Ingress". */
  readonly title: string;
  /** Images of the entry, as an allow-list names them. */
  readonly images: readonly string[];
  /** `per-host`: one Secret for each served name. `single`: one Secret that must hold all of them. */
  readonly suppliedCertificate: "per-host" | "single";
  /** Whether it sends whoever comes without TLS on to HTTPS; otherwise it serves them as well. */
  readonly redirects?: true;
  /**
   * Fields that lead it to the Secrets of a supplied certificate where KKP has none of its own, each with the Secret's
   * name; `ingress` is the Ingress of dashboard and API itself, anything else a chart. A value with `{interface}` is
   * written for each proxy.
   */
  readonly suppliedFields: readonly { readonly at: "ingress" | "dex" | "iap"; readonly field: string; readonly value: string; readonly why: string }[];
  /** Whether someone must create the Gateway of a Seed apart from the master, because KKP does so on the master only. */
  readonly seedGatewayByHand: boolean;
  /** Ports that its Service gets on every node where nothing gives Services addresses, as the documented values set them. */
  readonly nodePorts: { readonly http: number; readonly https: number };
  /** Whether its Service asks for traffic at the nodes of its pods only unless told otherwise. */
  readonly localTraffic: boolean;
  /** Set where ports of its Service name their protocol, by which some load balancers probe them. */
  readonly namesProtocols?: true;
  /** Values that make its Service answer in both address families. */
  readonly dualStack: readonly { readonly field: string; readonly value: string }[];
  /** Most host names that it serves beside the base domain; absent where nothing limits them. */
  readonly mostHosts?: number;
  /** Whether charts attach routes to a Gateway, for which each file of values names the domain. */
  readonly routes?: true;
  /** Where annotations of its Service are written: on the master, and on a Seed with an entry of its own. */
  readonly annotations: { readonly master: { readonly object: "KubermaticConfiguration" | "values.yaml"; readonly field: string }; readonly seed: string };
  /** Values that let it listen on ports of the nodes, `{http}` and `{https}` standing for them, and the one that takes traffic at nodes without its pods. */
  readonly onNodePorts: readonly { readonly field: string; readonly value: string; readonly why: string }[];
  readonly anyNode?: { readonly field: string; readonly value: string };
  /** Values of Dex that name the host of its Ingress; none where a route takes it from `httpRoute.domain`. */
  readonly dexHosts: readonly string[];
  /** Value that keeps the Ingress of Dex beside a route of the next entry; absent where Dex has none. */
  readonly dexIngress?: string;
  /**
   * Fields of charts that name the issuer beside KubermaticConfiguration, and those that take their place for an issuer by
   * a plug-in: `{issuer}`, `{kind}` and `{group}` stand for its name, kind and API group.
   */
  readonly issuerValues: readonly { readonly chart: string; readonly field: string; readonly foreign: readonly { readonly field: string; readonly value: string; readonly why?: string }[] }[];
  /** What external-dns watches to find the hosts of the entry. */
  readonly recordSource: string;
  /** What that shows as its address while nothing gives the entry's Service one: what external-dns would write. */
  readonly shownOnNodePorts: string;
  /** What the entry's pods request on the master. */
  readonly requests: Requests;
}

/** How a release builds the entry. */
export interface ReleaseEntry extends EntryParts {
  readonly own?: undefined;
  /** Namespace and name of its Service of type LoadBalancer; a suffix that nobody can know is written in angle brackets. */
  readonly service: ObjectName;
  /** Admission webhook that its chart brings: its port, and what comes of it where the API server cannot ask it, as a sentence with `{cluster}`. */
  readonly webhook: { readonly port: Fact<string>; readonly why: string };
  /** Its Gateway, which challenges and listeners name; absent where Ingresses stand in its place. */
  readonly gateway?: ObjectName;
  /**
   * TLS Secrets of the served names. `{namespace}` and `{interface}` stand for the namespace and the name of an
   * identity-aware proxy. With `single`, a supplied certificate goes into the first of them alone.
   */
  readonly secrets: readonly EntrySecret[];
  /** Solver of HTTP-01 below a ClusterIssuer, which sends challenges through this entry. */
  readonly solver: { readonly field: string; readonly value: string };
}

/** A Gateway of the customer: KKP creates none and takes no address. What it is called is an answer, which is read where its names are used. */
export interface OwnEntry extends EntryParts {
  readonly own: true;
  /** TLS Secrets of the served names, in the namespace of the Gateway. */
  readonly secrets: readonly Omit<EntrySecret, "namespace">[];
  readonly solver: { readonly field: string };
}

/** What serves the platform to browsers. */
export type PlatformEntry = ReleaseEntry | OwnEntry;

/** One redirect URI of the platform itself; `{domain}` is replaced by the base domain. */
export interface RedirectUriRule {
  readonly id: string;
  readonly client: string;
  readonly uri: string;
  readonly purpose: string;
  /** Whether people need it only when they use kubelogin. */
  readonly optional: boolean;
  /** Whether browsers come back here from the login to the dashboard. */
  readonly login?: true;
  /** Whether the API refuses who comes back here without a refresh token. */
  readonly needsRefresh?: true;
}

/** Versions of a network plugin that user clusters can be given, oldest first, and the one they get unasked. */
export interface PluginVersions {
  readonly offered: readonly string[];
  readonly default: string;
}

/** Something in the files of a platform that its upgrade to a release changes, and what a plan must have for it to matter. */
export interface UpgradeNote {
  readonly concerns: "every platform" | "audit" | "gateway" | "isolation" | "mla" | "private registry" | "proxies" | "user-cluster-mla";
  readonly text: string;
  /** Set where a patch brought it: with one of the release before, the upgrade to its latest patch does. */
  readonly since?: string;
}

/** One KKP minor release: only what differs from the release before is written out, each with its source. */
export interface Release extends Sourced {
  readonly id: ReleaseId;
  readonly latestPatch: string;
  /** Release of which an installed platform may be upgraded to this one. */
  readonly upgradesFrom: ReleaseId | undefined;
  /** The documentation's page about that upgrade, and what it changes in files beside versions, entry and login. */
  readonly upgradeGuide?: SourceId;
  readonly upgradeNotes: readonly UpgradeNote[];
  readonly kubernetes: { readonly oldest: string; readonly newest: string; readonly default: string };
  /** Network plugins of user clusters. */
  readonly networkPlugins: { readonly canal: PluginVersions; readonly cilium: PluginVersions };
  readonly entry: ReleaseEntry;
  /** The entry by Gateway API where the release offers it beside its own. */
  readonly gatewayEntry?: ReleaseEntry | undefined;
  /** What must be switched on for it beside the installer's flag; none where it is the only entry. */
  readonly gatewaySwitches: readonly { readonly object: "KubermaticConfiguration" | "values"; readonly field: string; readonly value: string; readonly why: string; readonly needs?: "interfaces" | "issuer" | "dex" }[];
  /** First patch whose archive holds everything that entry needs; absent where every patch does. */
  readonly gatewayEntryFrom?: string | undefined;
  /** First patch whose KubermaticConfiguration has a field for annotations of the Gateway's Service; absent where every patch of a Gateway has it. */
  readonly gatewayAnnotationsFrom?: string | undefined;
  /** Whether a Gateway takes the Secret of a supplied certificate. */
  readonly suppliedThroughGateway?: true;
  /** First patch that takes a Gateway of the customer; absent where none does. */
  readonly ownGatewayFrom?: string;
  /** How an upgrade that puts another entry beside NGINX is taken back, as sentences; `{dex}` stands for what is switched back for Dex where it runs. */
  readonly wayBack?: string;
  /** Whether its installer takes NGINX away, by `--clean-nginx-lb`; by hand otherwise. */
  readonly cleansFormer?: true;
  /** Whether its cert-manager writes challenges to private zones where a DNS service has them as a kind of their own. */
  readonly solvesPrivateZones?: true;
  /** Whether KKP can be told to load the charts of user clusters from a registry without checking its certificate. */
  readonly uncheckedCharts?: true;
  /** Repository of the charts that KKP installs into user clusters, such as Cilium. */
  readonly systemCharts: string;
  /** Repository of the charts of the Enterprise Edition's catalogue, and the charts that lie elsewhere although its one field speaks of all. */
  readonly catalogCharts: { readonly repository: string; readonly apart: readonly { readonly chart: string; readonly repository: string; readonly versions: readonly string[] }[] };
  /** Repositories of the charts that charts of its archive stand on, beside those in registries. The archive holds them all; mirror-images asks for them again. */
  readonly chartHosts: readonly { readonly host: string; readonly purpose: string }[];
  /** Image of the nodeport-proxy. */
  readonly nodeportProxyImage: string;
  /** Whether its installer knows `--separate-seed`, which gives a Seed apart from the master an entry of its own. */
  readonly separateSeedFlag: boolean;
  /** Whether its installer takes several files of Helm values, so that secrets can stand apart. */
  readonly severalValues: boolean;
  /** Whether the audit logging of a Seed reaches only user clusters of datacenters that enforce it; each takes it over otherwise. */
  readonly auditByDatacenter?: true;
  /** Filter of `mirror-images` for providers, by the names that KKP has for them; absent where it copies images of all. */
  readonly providerFilter?: string;
  /** Whether user clusters take several token issuers, by a file that replaces the entry of the platform's own. */
  readonly severalIssuers?: true;
  /** Ids of the services of OpenStack that the dashboard's API asks what people can choose. */
  readonly dashboardServices: readonly string[];
  readonly dashboardFlow: {
    readonly client: string;
    readonly description: string;
    /** How the client must be set up where an issuer of the customer takes the place of Dex. */
    readonly atIssuer: string;
    /** Whether every login asks for a refresh token. */
    readonly refreshTokens: boolean;
  };
  readonly redirectUris: readonly RedirectUriRule[];
}

/** A release with the entry that was chosen among those which it offers. */
export interface ChosenRelease extends Omit<Release, "entry"> {
  readonly entry: PlatformEntry;
}
