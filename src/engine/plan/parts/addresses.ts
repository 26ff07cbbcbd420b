import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import type { Derived } from "./derived.ts";

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
  /** What that number takes for granted where only some user clusters take an address, as the end of a sentence. */
  readonly assuming?: string;
}

/** One address, or a run of addresses for user clusters, with its purpose. */
export interface AddressAssignment extends Derived {
  readonly purpose: AddressPurpose;
  readonly title: string;
  readonly cluster: string;
  readonly place: string;
  /** The address; for per-cluster runs `first-last`. */
  readonly address: Value<string>;
  /** For runs that share a pool: all of its addresses, any of which may be handed out. */
  readonly drawnFrom?: string;
  /** How many addresses: 1, or the number of user clusters. */
  readonly count: number;
  /** Pool id, when it comes from one. */
  readonly pool?: string;
  /** Set for addresses that the load balancer of the cluster gives to Services of the platform; machines, ports of nodes and a Gateway of somebody else take none of them. */
  readonly virtual?: true;
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
  /** Set for pods that take addresses of the network of their nodes, which is compared itself. */
  readonly ofNodes?: true;
  /** Set for networks behind routers that translate their addresses: nobody outside is routed to them, so others may repeat them. */
  readonly translated?: true;
  /** Answer to change. */
  readonly path: AnswerPath;
}

/** Leases that a DHCP range must hold. */
export interface DhcpUse extends Derived {
  readonly place: string;
  readonly range: string;
  readonly leases: number;
  /** Addresses that it has for leases, beside those in use. */
  readonly capacity: number;
  /** Addresses of it that something else uses by the answers; absent where there are none. */
  readonly inUse?: number;
  /** Leases on top for a while: of machines that take the place of others, and of those that autoscaling may add. */
  readonly room: number;
  readonly lines: readonly { readonly title: string; readonly leases: number }[];
}

/** Addresses that Services of user clusters need, from a block apart from the platform's. */
export interface WorkloadNeed extends Derived {
  readonly datacenter: string;
  readonly atLeast: number;
  readonly block: Value<string>;
  /** Addresses of the block that no Service may get, with the reason. */
  readonly excluded: AddressPool["excluded"];
}
