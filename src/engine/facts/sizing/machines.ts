import { fact } from "../fact.ts";

export const controlPlaneMachine = fact({
  id: "sizing.control-plane-machine",
  statement:
    "A control-plane machine of master or Seed gets 4 vCPU and 16 GiB, and a disk of at least 50 GB with 6,000 concurrent IOPS and 94 MB/s: the medium class of etcd.",
  value: { cpu: 4, memory: 16, disk: 50, iops: 6000, bandwidth: 94 },
  certainty: "derived",
  sources: ["kkp.setup-checklist", "etcd.hardware", "kubeone.infrastructure", "kubeone.terraform-vsphere"],
});

export const workerDisk = fact({
  id: "sizing.worker-disk",
  statement:
    "A worker of master or Seed gets a root disk of 100 GB: operating system, images and logs of all its pods lie on it, the kubelet evicts pods when less than 10 % of it is free, and Terraform examples of KubeOne begin at 10 GB.",
  value: 100,
  certainty: "planning",
  sources: ["kubernetes.node-pressure", "kubeone.terraform-vsphere"],
});

export const nodeReserve = fact({
  id: "sizing.node-reserve",
  statement: "500 milli-CPU and 1,024 MiB of each worker are kept for its operating system and kubelet.",
  value: { cpu: 500, memory: 1024 },
  certainty: "planning",
  sources: ["kkp.cluster-requirements"],
});

export const podsPerNode = fact({
  id: "sizing.pods-per-node",
  statement: "Kubernetes runs at most 110 pods on a node unless told otherwise.",
  value: 110,
  certainty: "standard",
  sources: ["kubernetes.large-clusters"],
});

export const kubeletPods = fact({
  id: "sizing.kubelet-pods",
  statement: "machine-controller hands maxPods to kubelets by an annotation of their MachineDeployment, and KubeOne to a listed host by kubelet.maxPods.",
  value: { annotation: "v1.kubelet-config.machine-controller.kubermatic.io/MaxPods", field: "kubelet.maxPods" },
  certainty: "sourced",
  sources: ["kubeone.terraform", "kubeone.types"],
});

export const kubernetesPods = fact({
  id: "sizing.kubernetes-pods",
  statement: "One Kubernetes cluster is built for at most 150,000 pods.",
  value: 150000,
  certainty: "standard",
  sources: ["kubernetes.large-clusters"],
});

export const usablePercent = fact({
  id: "sizing.usable-percent",
  statement: "70 % of each worker of a platform cluster are planned for; the rest takes rolling updates, backup jobs, bursts and what runs on every node.",
  value: 70,
  certainty: "planning",
  sources: ["kkp.cluster-requirements"],
});

export const minimumWorkers = fact({
  id: "sizing.minimum-workers",
  statement: "At least three workers, so that the replicas of etcd, of the entry and of the nodeport-proxy stand on different machines.",
  value: 3,
  certainty: "sourced",
  sources: ["kkp.cluster-requirements"],
});

export const spareWorkers = fact({
  id: "sizing.spare-workers",
  statement: "Each platform cluster gets one worker more than its load needs, so that one may fail or be replaced.",
  value: 1,
  certainty: "planning",
  sources: ["kkp.cluster-requirements"],
});

export const mlaWorkerMinimum = fact({
  id: "sizing.mla-worker-minimum",
  statement: "The Prometheus pod of the MLA stack requests 1,105 milli-CPU and 3,160 MiB; plan workers of at least 4 vCPU and 16 GiB for it.",
  value: { cpu: 4, memory: 16, podCpu: 1105, podMemory: 3160 },
  certainty: "derived",
  sources: ["kkp.code.monitoring-values"],
});

export const etcdNetwork = fact({
  id: "sizing.etcd-network",
  statement: "etcd is content with 1 GbE between its members and recovers sooner on 10 GbE in large clusters; members stand in one data centre where possible.",
  value: { common: 1, large: 10 },
  certainty: "sourced",
  sources: ["etcd.hardware"],
});

export const soundPlanning = fact({
  id: "sizing.sound-planning",
  statement: "At most 85 % of a worker can be planned for before rolling updates get stuck, and a node with a pod range of /24 has 254 addresses for pods.",
  value: { usablePercent: 85, podsPerNode: 254 },
  certainty: "planning",
  sources: ["kkp.cluster-requirements", "kubeone.defaults"],
});

export const sharedLayout = fact({
  id: "sizing.shared-layout",
  statement: "A shared master and Seed is meant for smaller setups; this plan speaks up beyond 100 user clusters. No tested number of user clusters for a Seed is published.",
  value: 100,
  certainty: "unconfirmed",
  sources: ["kkp.add-seed"],
});
