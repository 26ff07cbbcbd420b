import type { Provider } from "./contract/index.ts";
import { siteWayOut } from "./site-way-out.ts";

export const bareMetal = {
  id: "bare-metal",
  title: "Bare metal",
  sources: ["kubermatic.baremetal-requirements", "kubeone.static-nodes"],
  machineAddresses: "fixed",
  platformOnly: "Workers on bare metal come through Tinkerbell or KubeVirt, or are joined by hand.",
  leaving: siteWayOut,
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  registries: [],
  userClusters: { cloudController: false, sources: ["kkp.code.cloud-controllers"] },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "none",
  datacenterFields: [],
  kubeone: { workers: "static", cloudProvider: "none", environment: [], inputs: [], settings: [], apiEndpoint: "none", sources: ["kubeone.static-nodes", "kubeone.providers"] },
  spread: { verify: "The list of hosts names another rack and another power feed for each", uses: ["baremetal-hosts"], sources: ["kubermatic.baremetal-requirements"] },
  accounts: [
    {
      id: "baremetal-sudo",
      title: "User with sudo on the machines",
      permissions: ["sudo without a password, over SSH with the installation's key, on each machine of the cluster"],
      fields: ["sshUsername"],
      inKubeOne: "hosts",
      sources: ["kubermatic.baremetal-requirements", "kubeone.static-nodes"],
    },
  ],
  prepare: [
    {
      id: "baremetal-hosts",
      title: "List of hosts with name, address, disk and MAC address",
      why: "KubeOne takes every machine from this list.",
      how: "No two may share a host name, MAC address or product_uuid, and swap is off.",
      verify: "`ssh` opens a session with sudo on each machine, and `swapon --show` prints nothing",
      byKey: true,
      inNetwork: true,
      sources: ["kubermatic.baremetal-requirements", "kkp.cluster-requirements"],
    },
    {
      id: "baremetal-storage",
      title: "Disks for etcd and volumes in the servers beside those of their systems, or a storage system that they reach",
      why: "No driver comes with bare metal: Rook, OpenEBS or a vendor's driver makes volumes of these disks once the cluster stands.",
      verify: "Each server shows these disks without partitions and file systems, or the storage system answers from it",
      byKey: true,
      sources: ["kubermatic.baremetal-requirements", "kkp.storage-requirements"],
    },
  ],
  questions: {},
} as const satisfies Provider;
