import { fact, type Fact } from "./fact.ts";

/** What pods ask of the machines: milli-CPU, MiB, number of pods. */
export interface Requests {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

/** Requests of one user cluster's control plane, and the size it is meant for. */
export interface ControlPlaneProfile extends Requests {
  readonly nodes: number;
  readonly etcdDisk: number;
  readonly apiServers: number;
  readonly database: number;
}

const CODE = ["kkp.code.control-plane", "kkp.code.configuration-defaults"];

export const seedRequests = fact<Requests>({
  id: "sizing.seed-requests",
  statement:
    "Controller manager and webhook of a Seed request 250 milli-CPU and 164 MiB. One pod is counted for them: a shared master and Seed runs one webhook for both. Its nodeport-proxy, MinIO and what measures its backups are counted apart.",
  value: { cpu: 250, memory: 164, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults"],
});

export const webhookPods = fact({
  id: "sizing.webhook-pods",
  statement: "A Seed apart from the master runs the webhook in a pod of its own.",
  value: 1,
  certainty: "sourced",
  sources: ["kkp.code.configuration-defaults"],
});

export const nodeportProxyRequests = fact<Requests>({
  id: "sizing.nodeport-proxy-requests",
  statement: "The nodeport-proxy of a Seed requests 350 milli-CPU and 224 MiB in 4 pods: three with Envoy and its manager, and one that keeps their Service up to date.",
  value: { cpu: 350, memory: 224, pods: 4 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults", "kkp.code.nodeport-proxy"],
});

export const minioRequests = fact<Requests>({
  id: "sizing.minio-requests",
  statement: "MinIO for backups requests 150 milli-CPU and 64 MiB in one pod, the container that copies it included.",
  value: { cpu: 150, memory: 64, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.minio-values"],
});

export const s3ExporterRequests = fact<Requests>({
  id: "sizing.s3-exporter-requests",
  statement: "The S3 exporter, which measures what lies in the bucket of backups, requests 50 milli-CPU and 24 MiB in one pod.",
  value: { cpu: 50, memory: 24, pods: 1 },
  certainty: "sourced",
  sources: ["kkp.code.s3-exporter-values"],
});

export const masterRequests = fact<Requests>({
  id: "sizing.master-requests",
  statement:
    "The components of the master request 900 milli-CPU and 748 MiB in 7 pods: operator, controller manager and webhook once, API and dashboard twice. Its entry, cert-manager and what else runs there are counted apart.",
  value: { cpu: 900, memory: 748, pods: 7 },
  certainty: "derived",
  sources: ["kkp.code.configuration-defaults", "kkp.code.charts"],
});

export const certManagerRequests = fact<Requests>({
  id: "sizing.cert-manager-requests",
  statement: "cert-manager requests 210 milli-CPU and 126 MiB in 3 pods: controller, webhook and injector.",
  value: { cpu: 210, memory: 126, pods: 3 },
  certainty: "derived",
  sources: ["kkp.code.cert-manager-values"],
});

export const dexRequests = fact<Requests>({
  id: "sizing.dex-requests",
  statement: "Dex runs in 2 pods on the master, which request 400 milli-CPU and 64 MiB.",
  value: { cpu: 400, memory: 64, pods: 2 },
  certainty: "derived",
  sources: ["kkp.code.dex-values"],
});

export const seedProxyRequests = fact<Requests>({
  id: "sizing.seed-proxy-requests",
  statement: "The master runs one pod for each Seed, through which it reads the monitoring there; it requests 10 milli-CPU and 24 MiB.",
  value: { cpu: 10, memory: 24, pods: 1 },
  certainty: "sourced",
  sources: ["kkp.code.seed-proxy"],
});

export const clusterServicePods = fact({
  id: "sizing.cluster-service-pods",
  statement: "25 pods are kept for storage driver, cluster network, DNS and machine-controller of the cluster itself.",
  value: 25,
  certainty: "planning",
  sources: ["kubernetes.large-clusters"],
});

export const mlaRequests = fact<Requests>({
  id: "sizing.mla-requests",
  statement: "The MLA stack of master or Seed requests 3,173 milli-CPU and 7,088 MiB apart from what runs on every node; 11 pods are counted for it. The documentation names 2 CPU and 4 GB as its minimum, which the charts go beyond.",
  value: { cpu: 3173, memory: 7088, pods: 11 },
  certainty: "derived",
  sources: ["kkp.code.monitoring-values"],
});

export const userClusterMlaRequests = fact<Requests>({
  id: "sizing.user-cluster-mla-requests",
  statement: "The user-cluster MLA stack needs at least 2 vCPU and 14 GB of memory, read as GiB; 40 pods are counted for it, two of them for the identity-aware proxy.",
  value: { cpu: 2000, memory: 14336, pods: 40 },
  certainty: "derived",
  sources: ["kkp.mla-user-cluster", "kkp.code.mla-values"],
});

export const meteringRequests = fact<Requests>({
  id: "sizing.metering-requests",
  statement: "Metering adds a Prometheus that requests 250 milli-CPU and 512 MiB.",
  value: { cpu: 250, memory: 512, pods: 0 },
  certainty: "sourced",
  sources: ["kkp.code.metering"],
});

export const vpaRequests = fact<Requests>({
  id: "sizing.vpa-requests",
  statement: "The vertical pod autoscaler requests 150 milli-CPU and 768 MiB.",
  value: { cpu: 150, memory: 768, pods: 0 },
  certainty: "sourced",
  sources: ["kkp.code.configuration-defaults"],
});

export const smallProfile = fact<ControlPlaneProfile>({
  id: "sizing.profile-small",
  statement:
    "The control plane of a small user cluster (up to about 50 nodes) requests 1,185 milli-CPU and 2,884 MiB in 20 pods: 785 and 2,072 of its 15 core pods at product defaults, 200 and 512 of two dashboards, 200 and 300 of the heaviest cloud controller, and two short-lived jobs.",
  value: { cpu: 1185, memory: 2884, pods: 20, nodes: 50, etcdDisk: 5, apiServers: 2, database: 0.1 },
  certainty: "derived",
  sources: [...CODE, "kkp.code.etcd", "etcd.hardware"],
});

export const mediumProfile = fact<ControlPlaneProfile>({
  id: "sizing.profile-medium",
  statement: "The control plane of a medium user cluster (up to about 250 nodes) is planned with 3,175 milli-CPU and 8,490 MiB in 21 pods and etcd volumes of 10 GiB: three API servers, and more for etcd, controller manager, scheduler and Prometheus.",
  value: { cpu: 3175, memory: 8490, pods: 21, nodes: 250, etcdDisk: 10, apiServers: 3, database: 0.5 },
  certainty: "planning",
  sources: [...CODE, "etcd.hardware"],
});

export const largeProfile = fact<ControlPlaneProfile>({
  id: "sizing.profile-large",
  statement: "The control plane of a large user cluster (up to about 1,000 nodes) is planned with 16,125 milli-CPU and 23,210 MiB in 21 pods and etcd volumes of 20 GiB: three API servers, and everything that grows at the limits of the product.",
  value: { cpu: 16125, memory: 23210, pods: 21, nodes: 1000, etcdDisk: 20, apiServers: 3, database: 1 },
  certainty: "planning",
  sources: [...CODE, "etcd.hardware"],
});

export const frontLoadBalancerRequests = fact<Requests>({
  id: "sizing.front-load-balancer-requests",
  statement: "With the strategy LoadBalancer each user cluster adds 130 milli-CPU and 160 MiB in 3 pods for its own front.",
  value: { cpu: 130, memory: 160, pods: 3 },
  certainty: "sourced",
  sources: ["kkp.code.front-loadbalancer"],
});

export const kyvernoRequests = fact<Requests>({
  id: "sizing.kyverno-requests",
  statement: "Kyverno adds 900 milli-CPU and 768 MiB in 9 pods to each user cluster that uses it.",
  value: { cpu: 900, memory: 768, pods: 9 },
  certainty: "sourced",
  sources: ["kkp.code.kyverno"],
});

export const kubeLbRequests = fact<Requests>({
  id: "sizing.kubelb-requests",
  statement: "KubeLB adds 100 milli-CPU and 128 MiB in one pod to each user cluster that uses it.",
  value: { cpu: 100, memory: 128, pods: 1 },
  certainty: "sourced",
  sources: ["kkp.code.kubelb"],
});

export const auditRequests = fact<Requests>({
  id: "sizing.audit-requests",
  statement: "Audit logging adds 5 milli-CPU and 10 MiB to each replica of a user cluster's API server; there are two by default and three in larger control planes.",
  value: { cpu: 5, memory: 10, pods: 0 },
  certainty: "sourced",
  sources: ["kkp.code.control-plane"],
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

export const nodePortRange = fact({
  id: "sizing.node-port-range",
  statement: "Kubernetes hands out the NodePorts 30000–32767, that is 2,768.",
  value: { first: 30000, last: 32767, count: 2768 },
  certainty: "sourced",
  sources: ["kkp.ports", "kubernetes.service"],
});

export const nodePortsOfProxy = fact({
  id: "sizing.node-ports-of-proxy",
  statement: "The Service of the nodeport-proxy holds 3 NodePorts at all times: for its ports 8002 (health check), 6443 (TLS by name) and 8088 (tunnel). A sample output in the installation guide shows 80 and 443 in their place; the code has the last word.",
  value: 3,
  certainty: "derived",
  sources: ["kkp.code.lb-updater", "kkp.code.nodeport-proxy", "kubernetes.service"],
});

export const nodePortsOfEntry = fact({
  id: "sizing.node-ports-of-entry",
  statement: "The Service of the platform entry holds 2 NodePorts, one for TCP 80 and one for TCP 443.",
  value: 2,
  certainty: "derived",
  sources: ["kubernetes.service"],
});

export const nodePortsPerCluster = fact({
  id: "sizing.node-ports-per-cluster",
  statement:
    "A user cluster takes 4 NodePorts with NodePort (2 of its own, 2 of the nodeport-proxy in front), 5 with LoadBalancer and none with Tunneling; user-cluster MLA adds 2 to the first two. The documentation says that LoadBalancer serves more user clusters than NodePort; by the code it relieves listeners and takes more NodePorts.",
  value: {
    NodePort: { without: 4, withMla: 6 },
    LoadBalancer: { without: 5, withMla: 7 },
    Tunneling: { without: 0, withMla: 0 },
  },
  certainty: "derived",
  sources: ["kkp.expose-strategies", "kkp.code.lb-updater", "kkp.code.front-loadbalancer", "kkp.code.user-cluster-mla"],
});

export const listenersPerCluster = fact({
  id: "sizing.listeners-per-cluster",
  statement:
    "A user cluster takes 2 listeners of the nodeport-proxy's load balancer with NodePort, 3 with user-cluster MLA; with LoadBalancer it takes one more on a load balancer of its own.",
  value: { NodePort: { without: 2, withMla: 3 }, LoadBalancer: { without: 3, withMla: 4 } },
  certainty: "derived",
  sources: ["kkp.expose-strategies", "kkp.code.lb-updater", "kkp.code.front-loadbalancer"],
});

export const listenersOfApiServer = fact({
  id: "sizing.listeners-of-api-server",
  statement: "A load balancer in front of the API server of one user cluster takes one listener: the Service has one port.",
  value: 1,
  certainty: "sourced",
  sources: ["kkp.code.apiserver-service"],
});

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

export const etcdNetwork = fact({
  id: "sizing.etcd-network",
  statement: "etcd is content with 1 GbE between its members and recovers sooner on 10 GbE in large clusters; members stand in one data centre where possible.",
  value: { common: 1, large: 10 },
  certainty: "sourced",
  sources: ["etcd.hardware"],
});

export const kubevirtExtra = fact<Requests>({
  id: "sizing.kubevirt-extra",
  statement: "Each user cluster on KubeVirt keeps the controller of its storage driver on the Seed: with it the control plane requests 100 MiB and one pod more than the heaviest other.",
  value: { cpu: 0, memory: 100, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.control-plane", "kkp.code.cloud-controllers"],
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

export const sizingFacts: readonly Fact<unknown>[] = [
  workerDisk,
  seedRequests,
  webhookPods,
  nodeportProxyRequests,
  minioRequests,
  s3ExporterRequests,
  masterRequests,
  certManagerRequests,
  dexRequests,
  seedProxyRequests,
  clusterServicePods,
  mlaRequests,
  userClusterMlaRequests,
  etcdNetwork,
  kubevirtExtra,
  meteringRequests,
  vpaRequests,
  smallProfile,
  mediumProfile,
  largeProfile,
  frontLoadBalancerRequests,
  kyvernoRequests,
  kubeLbRequests,
  auditRequests,
  nodeReserve,
  podsPerNode,
  kubeletPods,
  kubernetesPods,
  usablePercent,
  minimumWorkers,
  spareWorkers,
  mlaWorkerMinimum,
  nodePortRange,
  nodePortsOfProxy,
  nodePortsOfEntry,
  nodePortsPerCluster,
  listenersPerCluster,
  listenersOfApiServer,
  controlPlaneMachine,
  soundPlanning,
  sharedLayout,
];
