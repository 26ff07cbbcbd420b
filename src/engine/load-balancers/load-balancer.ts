import type { Fact } from "../facts/fact.ts";
import type { SourceId } from "../kernel/outcome.ts";
import type { Preparation } from "../providers/contract/preparation.ts";

/** Traffic that a kind adds. */
export interface BalancerFlow {
  readonly id: string;
  /**
   * `nodes-and-routers`: with each BGP peer. `nodes`: among the nodes. `nodes-to-balancer` and `balancer-to-nodes`: with an
   * appliance or hub that stands outside the cluster.
   */
  readonly between: "nodes-and-routers" | "nodes" | "nodes-to-balancer" | "balancer-to-nodes";
  readonly protocol: "TCP" | "UDP" | "TCP and UDP" | "ICMP";
  readonly ports: string;
  readonly reason: string;
  /** Name of the rule in the firewall table; our own, because KKP's port table has none for it. */
  readonly ref?: string;
  /** What happens where it is filtered; a sentence without its end. */
  readonly silence?: string;
  /** Who opens it, where it is not the nodes themselves. */
  readonly from?: "Prometheus";
  readonly sources: readonly SourceId[];
}

/**
 * A field of an object that announces addresses. In `value`, `{pool}`, `{asn}` and `{name}` stand for blocks, AS number and name
 * of the cluster, `{tenant}` for the name under which a hub's connector is told of it, `{appliance}` for the address its appliance is managed at, `{pools}` for the names of its pools, `{qps}` and `{burst}` for client limits that its Services ask for, `{ranges}` for what is left of the block beside addresses that Services ask for, and for each peer `{peer}` and `{peerAsn}` for its address and AS number.
 */
export interface BalancerField {
  readonly object: string;
  readonly field: string;
  readonly value: string;
  /** The value where the platform answers in both address families, if that differs. */
  readonly both?: string;
  readonly why: string;
  readonly perPeer?: true;
  /** Set where it is needed with BFD only, with BFD over several hops, for routers further away, with both address families, with nodes in private networks, or with an edition that is not public. */
  readonly when?: "bfd" | "multi-hop" | "distant" | "dual" | "private-nodes" | "enterprise";
}

/** The account of a controller on something outside the cluster, and the Secret that it reads it from. */
export interface BalancerCredential {
  readonly secret: { readonly namespace: string; readonly name: string; readonly keys: Readonly<Record<string, string>> };
  /** First word of the names of the files that the Secret is made of. */
  readonly files: string;
  readonly title: string;
  readonly permissions: readonly string[];
  /** What a login with it shows; a clause. */
  readonly proof?: string;
  readonly why: string;
  /** The ConfigMap with the root that signs for it, where that is one of the customer's own; fields name it. */
  readonly root: { readonly configMap: string; readonly signsFor: string };
  readonly sources: readonly SourceId[];
}

/** A field of a pool that is cut out of the block. */
export interface PoolField {
  readonly object: string;
  readonly field: string;
  readonly value: string;
}

/** What must be ready before a kind is installed, and who sees to it. */
export interface BalancerPreparation extends Preparation {
  readonly team: "network" | "platform";
  /** Set where it matters only while people dial the nodes themselves, and nothing leads on to them. */
  readonly nodesDialled?: true;
  /** Id of the item that comes before it. */
  readonly after?: string;
  /**
   * Set where only a running cluster shows it. Of one that KubeOne builds nobody can ask it before, so the step that installs
   * the kind looks: with this command, and `seen` is what it must print, as a sentence.
   */
  readonly inCluster?: { readonly command: string; readonly seen: string };
}

/** How virtual addresses of a platform cluster are announced. Shared code asks this record, never which kind it is. */
export interface LoadBalancerKind {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly recommended: boolean;
  readonly sources: readonly SourceId[];
  /**
   * `pool`: from a block of the customer. `provider`: the infrastructure assigns them when a Service is created. `hub`: a
   * cluster for load balancing assigns them from its own block. `nodes`: there are none, and people dial ports of the nodes.
   * `nobody`: no Service asks for one.
   */
  readonly addressesFrom: "pool" | "provider" | "hub" | "nodes" | "nobody";
  /** `node-network`: the pool must lie in the nodes' own segment. `routed`: any block that routers accept. */
  readonly poolScope: "node-network" | "routed" | "none";
  /** Whether routers peer with the nodes, so that AS numbers and peers are asked for. */
  readonly peers: boolean;
  /** Whether it can watch its routers by BFD. */
  readonly bfd?: true;
  /** Network plugin that the cluster must run for it. */
  readonly cni?: "cilium";
  /** Whether its makers call the announcements beta. */
  readonly beta?: true;
  /** What IPv6 addresses need of it; absent where nothing. */
  readonly secondFamily?: string;
  /** Whether a Service may ask that only nodes with its pods take traffic (`externalTrafficPolicy: Local`). */
  readonly localTraffic: boolean;
  /** Set where an appliance outside the cluster holds the addresses; asked for by the address it is managed at and by those it calls nodes from. */
  readonly appliance?: {
    /** What it does with the addresses, as a part of a sentence. */
    readonly holds: string;
  };
  /** Set where it takes no list of allowed sources over from a Service, with where that can be read. */
  readonly ignoresSourceRanges?: { readonly sources: readonly SourceId[] };
  /** Fields of the objects that announce, as far as answers decide them. */
  readonly fields?: readonly BalancerField[];
  /** Annotation by which a Service asks for certain addresses, and the pool that gives `{addresses}` to one namespace alone. */
  readonly pin?: string;
  /**
   * Annotation by which a Service asks for any address of the block, and what it says; set where a controller, whose maker is
   * named, gives a Service without an annotation none.
   */
  readonly label?: { readonly annotation: string; readonly value: string; readonly controller: string; readonly sources: readonly SourceId[] };
  readonly pinPool?: readonly PoolField[];
  /**
   * How Services of user clusters, which ask for no address, get those that the plan gives them. Absent where they get
   * any free address of the block.
   */
  readonly runPools?: {
    /** Whether a pool may serve Services of one name; otherwise one pool serves all that ask for nothing. */
    readonly byService: boolean;
    /** Keeps the rest of the block from them; `{services}` stands for the names of Services that have a pool of their own. */
    readonly rest: PoolField;
    /** Pool of a range; `{pool}`, `{addresses}` and `{services}` stand for its name, addresses and Services. */
    readonly own: readonly PoolField[];
  };
  /** What must be ready before it is installed: lines of the checklist, or looks into a cluster that KubeOne has built. */
  readonly prepare?: readonly BalancerPreparation[];
  /** How it gets into the cluster before the first Service needs an address; absent where it is there already. */
  readonly install?: {
    readonly title: string;
    /** Account outside that it signs in with; the step makes the Secret before the lines. `{name}` is the cluster's name. */
    readonly credential?: BalancerCredential;
    /** Shell lines; `{folder}` is the cluster's folder, `{hubVersion}` the version of KubeLB's charts that goes with the release. */
    readonly commands: readonly string[];
    /** The same lines, and what is to be known of them, where an edition is needed that is not public. */
    readonly enterprise?: { readonly commands: readonly string[]; readonly told: string };
    /** Lines that bring what runs to the version of KubeLB that an upgrade of KKP wants; for an edition that is not public, and for the same where its chart lies in the private registry, whose login is another. */
    readonly renewed?: { readonly commands: readonly string[]; readonly enterprise: readonly string[]; readonly mirrored: readonly string[] };
    /** Further lines, and what they show, where traffic comes through a proxy with mutual TLS. */
    readonly encrypted?: { readonly commands: readonly string[]; readonly told: string; readonly sources: readonly SourceId[] };
    /** Shell lines before them where the network plugin came by its own chart; KubeOne takes `pluginValues` for its own installation of it. */
    readonly pluginCommands?: readonly string[];
    /** What those lines rest on, as a sentence. */
    readonly pluginSeen?: string;
    /** Values of the network plugin's chart that switch the announcements on. */
    readonly pluginValues?: readonly string[];
    /** Further ones where the platform answers in both address families. */
    readonly pluginValuesBoth?: readonly string[];
    /** Set where the network plugin does the work of kube-proxy, so that the cluster runs none. */
    readonly replacesKubeProxy?: true;
    /** Why KubeOne's own installation of the network plugin does not do, as a part of a sentence. */
    readonly notKubeOnes?: string;
    /** Admission webhooks that come with it: a word of its own for each, what answers where that is not the load balancer itself, its port, and what comes of it where the API server cannot ask it, as a sentence with `{cluster}`. */
    readonly webhooks?: readonly { readonly id: string; readonly part?: string; readonly port: Fact<string>; readonly why: string }[];
    /** A value without which a chart refuses to be rendered, by the first part of the chart's name; its images are listed with any. */
    readonly demanded?: Readonly<Record<string, string>>;
    /** Hosts of the public repositories that they take charts from. */
    readonly chartHosts?: readonly string[];
    /** What must be seen afterwards; `{hubApi}` is the URL of the Kubernetes API of KubeLB. */
    readonly check: string;
    /** Set where addresses come from a block: lines that show what runs beside the fields of an upgrade, and then bring these in. */
    readonly compare?: {
      readonly commands: readonly string[];
      /** What the first lines print, and what else is to be known, as sentences. */
      readonly told: string;
      /** Whether the lines take a chart from the hosts above. */
      readonly charts?: true;
    };
    readonly sources: readonly SourceId[];
  };
  readonly flows: readonly BalancerFlow[];
}
