import type { Derived } from "./derived.ts";

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
