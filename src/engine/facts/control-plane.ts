import { fact, type Fact } from "./fact.ts";

/** One component of a user cluster's control plane on its Seed: replicas, and milli-CPU and MiB of one of them. */
export interface Component {
  readonly title: string;
  readonly replicas: number;
  readonly requests: { readonly cpu: number; readonly memory: number };
  readonly limits: { readonly cpu: number; readonly memory: number };
  /** Field of `spec.componentsOverride` that scales it; absent where the plan scales nothing. */
  readonly override?: string;
  /** Set for a container beside another one, which is no pod of its own. */
  readonly sidecar?: true;
}

const one = (title: string, replicas: number, requests: [cpu: number, memory: number], limits: [cpu: number, memory: number], more: Pick<Component, "override" | "sidecar"> = {}): Component => ({
  title,
  replicas,
  requests: { cpu: requests[0], memory: requests[1] },
  limits: { cpu: limits[0], memory: limits[1] },
  ...more,
});

export const controlPlaneComponents = fact<readonly Component[]>({
  id: "control-plane.components",
  statement:
    "A user cluster's control plane has 13 components in 15 pods that request 785 milli-CPU and 2,072 MiB; two pods of the Kubernetes dashboard add 200 milli-CPU and 512 MiB. Their limits are far higher, 22,350 milli-CPU and 23,440 MiB: overcommitted by design. The page about scaling names one API server and smaller limits; the code decides.",
  value: [
    one("kube-apiserver", 2, [100, 256], [2000, 4096], { override: "apiserver" }),
    one("konnectivity-server", 2, [10, 10], [2000, 200], { sidecar: true }),
    one("etcd", 3, [50, 256], [2000, 2048], { override: "etcd" }),
    one("kube-controller-manager", 1, [100, 100], [2000, 2048], { override: "controllerManager" }),
    one("kube-scheduler", 1, [20, 64], [1000, 512], { override: "scheduler" }),
    one("usercluster-controller-manager", 1, [25, 32], [500, 512]),
    one("usercluster-webhook", 1, [25, 32], [500, 512]),
    one("machine-controller", 1, [25, 32], [2000, 512]),
    one("machine-controller-webhook", 1, [10, 32], [100, 512]),
    one("operating-system-manager", 1, [50, 128], [1000, 512]),
    one("operating-system-manager-webhook", 1, [10, 32], [100, 512]),
    one("kube-state-metrics", 1, [50, 64], [150, 1024]),
    one("prometheus", 1, [100, 256], [500, 1024], { override: "prometheus" }),
    one("kubernetes-dashboard", 2, [100, 256], [250, 512]),
  ],
  certainty: "sourced",
  sources: ["kkp.code.control-plane", "kkp.code.configuration-defaults"],
});

/** What one replica of a component requests in a scaled control plane, and how many there are. */
export interface ScaledComponent {
  readonly replicas: number;
  readonly cpu: number;
  readonly memory: number;
}

export const mediumOverrides = fact<Readonly<Record<string, ScaledComponent>>>({
  id: "control-plane.medium",
  statement:
    "A medium control plane is planned with three API servers of 500 milli-CPU and 1,024 MiB, etcd members of 200 and 1,024, and more for controller manager, scheduler and Prometheus: between request and limit of the product.",
  value: {
    apiserver: { replicas: 3, cpu: 500, memory: 1024 },
    etcd: { replicas: 3, cpu: 200, memory: 1024 },
    controllerManager: { replicas: 1, cpu: 200, memory: 512 },
    scheduler: { replicas: 1, cpu: 50, memory: 128 },
    prometheus: { replicas: 1, cpu: 200, memory: 512 },
  },
  certainty: "planning",
  sources: ["kkp.scaling", "kkp.code.control-plane"],
});

export const largeOverrides = fact<Readonly<Record<string, ScaledComponent>>>({
  id: "control-plane.large",
  statement: "A large control plane is planned with three API servers, and with API server, etcd, controller manager, scheduler and Prometheus requesting what the product sets as their limits.",
  value: {
    apiserver: { replicas: 3, cpu: 2000, memory: 4096 },
    etcd: { replicas: 3, cpu: 2000, memory: 2048 },
    controllerManager: { replicas: 1, cpu: 2000, memory: 2048 },
    scheduler: { replicas: 1, cpu: 1000, memory: 512 },
    prometheus: { replicas: 1, cpu: 500, memory: 1024 },
  },
  certainty: "planning",
  sources: ["kkp.scaling", "kkp.code.control-plane"],
});

export const heaviestCloudController = fact({
  id: "control-plane.cloud-controller",
  statement: "The cloud controllers of AWS and vSphere request the most CPU, 200 milli-CPU, and that of AWS the most memory, 300 MiB; every profile leaves room for both, and for two short-lived pods of backup and defragmentation.",
  value: { cpu: 200, memory: 300, pods: 1, jobs: 2 },
  certainty: "derived",
  sources: ["kkp.code.cloud-controllers", "kkp.code.etcd"],
});

/** All facts about the components of control planes, for the register. */
export const controlPlaneFacts: readonly Fact<unknown>[] = [controlPlaneComponents, mediumOverrides, largeOverrides, heaviestCloudController];
