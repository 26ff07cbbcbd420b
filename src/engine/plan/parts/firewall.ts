import type { Open, Value } from "../../kernel/outcome.ts";
import type { Family } from "../../values/address.ts";
import type { Derived } from "./derived.ts";

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
    | "public-machines"
    | "example-bastion"
    | "workers"
    | "workloads"
    | "router"
    | "routers-between"
    | "provider-api"
    | "carriers"
    | "image-server"
    | "identity"
    | "dns"
    | "ntp"
    | "proxy"
    | "bastion"
    | "registries"
    | "git"
    | "secret-store"
    | "alerts"
    | "volume-portal"
    | "file-shares"
    | "s3"
    | "acme";
  /** Place id, or undefined when it stands outside all places. */
  readonly place?: string | undefined;
  /** Place at which its addresses are held, where that is another one: KubeLB holds them where it stands itself. */
  readonly heldAt?: string;
  readonly cluster?: string;
  readonly datacenter?: string;
  /** AS number, for routers. */
  readonly asn?: number;
  /** Addresses, blocks or host names a firewall team enters; empty where nobody can or needs to name them. */
  readonly addresses: readonly Value<string>[];
  /** Where it stands while nobody knows its addresses: `inside` the infrastructure of its place, whose machines call it as they are, or at `private` addresses; or on the `internet`, whatever addresses its names have; open while somebody must say which of both. */
  readonly stands?: "inside" | "private" | "internet" | Open;
  /** Of nodes: addresses with which pods on them call others, beside those of the machines. */
  readonly pods?: readonly Value<string>[];
  /** Set where private networks alone see those of pods. */
  readonly podsPrivately?: true;
  /** Other addresses with which its calls arrive, where something on the way may put them in place of its own; none where it does not. */
  readonly leavesAs?: {
    readonly addresses: readonly Value<string>[];
    /** Whether only those on the internet see them; absent while that hangs on addresses that nobody has named, and as if they did. */
    readonly onInternet?: boolean;
    /** Whether what has no address yet, or a name alone, counts as on the internet only at another place: services of a site are named as well. */
    readonly fromSite?: true;
  };
}

/** A conversation that somebody needs, as the row a firewall team enters. */
export interface Flow extends Derived {
  /** Rows of the rule reference, `P1`, `E6` …, or of our own, `B1`, `I3`; several when two rows say the same. */
  readonly refs: readonly string[];
  /** Number of the connection in the overview diagram; flows between the same ends share it. Absent for rows that it does not draw: messages of routers between the ends. */
  readonly connection?: number;
  /** Second number, from 1, where the line of the diagram stands for rows that differ; rows that share both agree in all but their machines. */
  readonly part?: number;
  /** Endpoint that opens the conversation. */
  readonly source: string;
  readonly destination: string;
  /** Addresses besides its own with which the source arrives at this destination. */
  readonly arrivesAs?: readonly Value<string>[];
  /** IP version that the row is for, where an end has addresses of the other as well and the other end has none. */
  readonly family?: Family;
  readonly protocol: "TCP" | "UDP" | "TCP and UDP" | "VRRP" | "ICMP" | "ICMPv6";
  /** `443`, `30000-32767`, `6443, 8088`, or words where only others can name them; empty for protocols without ports. */
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
