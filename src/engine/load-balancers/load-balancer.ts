import type { SourceId } from "../kernel/outcome.ts";

/** How virtual addresses of a platform cluster are announced. Shared code asks this record, never which kind it is. */
export interface LoadBalancerKind {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly recommended: boolean;
  readonly sources: readonly SourceId[];
  /** `pool`: from a block of the customer. `provider`: the infrastructure assigns them when a Service is created. */
  readonly addressesFrom: "pool" | "provider";
  /** `node-network`: the pool must lie in the nodes' own segment. `routed`: any block that routers accept. */
  readonly poolScope: "node-network" | "routed" | "none";
  /** Whether routers peer with the nodes, so that AS numbers and peers are asked for. */
  readonly peers: boolean;
  /** How it gets into the cluster before the first Service needs an address; absent where it is there already. */
  readonly install?: {
    readonly title: string;
    /** Shell lines; `{folder}` is the cluster's folder. */
    readonly commands: readonly string[];
    /** What must be seen afterwards. */
    readonly check: string;
    readonly sources: readonly SourceId[];
  };
  /** Traffic among nodes or with routers that this kind adds. */
  readonly flows: readonly (FlowAmongNodes | FlowToRouters)[];
}

interface AddedFlow {
  readonly id: string;
  readonly protocol: "TCP" | "UDP" | "TCP and UDP";
  readonly ports: string;
  readonly reason: string;
  readonly sources: readonly SourceId[];
}

interface FlowAmongNodes extends AddedFlow {
  readonly between: "nodes";
}

interface FlowToRouters extends AddedFlow {
  readonly between: "nodes-and-routers";
  /** Name of the rule in the firewall table; our own, because KKP's port table has none for it. */
  readonly ref: string;
}
