import { fact } from "../fact.ts";
import type { Requests } from "./requests.ts";

/** Requests of one user cluster's control plane, and the size it is meant for. */
export interface ControlPlaneProfile extends Requests {
  readonly nodes: number;
  readonly etcdDisk: number;
  readonly apiServers: number;
  readonly database: number;
}

const CODE = ["kkp.code.control-plane", "kkp.code.configuration-defaults"];

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

export const kubevirtExtra = fact<Requests>({
  id: "sizing.kubevirt-extra",
  statement: "Each user cluster on KubeVirt keeps the controller of its storage driver on the Seed: with it the control plane requests 100 MiB and one pod more than the heaviest other.",
  value: { cpu: 0, memory: 100, pods: 1 },
  certainty: "derived",
  sources: ["kkp.code.control-plane", "kkp.code.cloud-controllers"],
});
