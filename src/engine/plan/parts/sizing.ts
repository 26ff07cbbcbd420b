import type { Derived } from "./derived.ts";

export interface SizingPlan {
  readonly clusters: readonly ClusterSizing[];
  readonly controlPlanes: readonly ControlPlaneSizing[];
  readonly workers: readonly WorkerSizing[];
  readonly hosted: readonly HostedSizing[];
  readonly quotas: readonly QuotaSizing[];
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
  readonly boundBy: "cpu" | "memory" | "pods" | "volumes" | "minimum";
  /** All that ask for the most machines, where several do. */
  readonly decidedBy?: readonly ("cpu" | "memory" | "pods" | "volumes")[];
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

/** Worker machines of one platform cluster as people order or make them; why there are so many stands in its sizing. */
export interface WorkerSizing extends Derived {
  readonly cluster: string;
  readonly machines: number;
  /** vCPU of each. */
  readonly cpu: number;
  /** GiB of each. */
  readonly memory: number;
  /** GB of the root disk of each. */
  readonly disk: number;
}

/** What virtual machines of the plan take of one set of servers that the customer brings. */
export interface HostedSizing extends Derived {
  readonly place: string;
  /** Datacenters whose user clusters, and clusters of the platform whose machines, stand on them. */
  readonly datacenters: readonly string[];
  readonly clusters: readonly string[];
  /** The servers, for a title: "the KubeVirt servers". */
  readonly servers: string;
  readonly machines: number;
  readonly cores: number;
  /** GiB, with what runs the machines. */
  readonly memory: number;
  /** GiB, of all their disks. */
  readonly disk: number;
  /** Steps to the figures, each a full sentence. */
  readonly arithmetic: readonly string[];
}

/** What the plan takes of the quota that an infrastructure keeps at a place, before workloads claim anything. */
export interface QuotaSizing extends Derived {
  readonly place: string;
  /** Name of the infrastructure: "OpenStack". */
  readonly infrastructure: string;
  /** Kind and name of the account, project or subscription that user clusters have for themselves; absent for that of the management. */
  readonly account?: string;
  /** Machines of the platform, with those that replace others for a while, and their sums: vCPU, GiB of memory, GB of root disks. */
  readonly machines: number;
  readonly cpu: number;
  readonly memory: number;
  readonly disk: number;
  /** Bastions that Terraform makes beside them; the example names their size. */
  readonly bastions: number;
  /** Nodes of user clusters, with those that replace others for a while; their templates name their size. */
  readonly nodes: number;
  readonly volumes: number;
  /** GiB of all volumes. */
  readonly volumeSize: number;
  readonly balancers: number;
  /** Inbound rules of the group of nodes that takes the most of them; absent where load balancers take none. */
  readonly groupRules?: number;
  /** Steps to the figures, each a full sentence. */
  readonly arithmetic: readonly string[];
}

/** A limit with the number of user clusters at which it binds. */
export interface Ceiling extends Derived {
  /** The cluster that it binds; the first of them where `heldBy` names another holder. */
  readonly cluster: string;
  /** Who has the limit where that is no cluster of the plan: "Management cluster of KubeLB". */
  readonly heldBy?: string;
  readonly title: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  readonly maxUserClusters: number | "unlimited";
  /** What raises the limit at any time, for those that are no end: "another worker", "a longer range". */
  readonly raisedBy?: string;
}
