import { host, yesNo } from "../answers/kinds.ts";
import type { Provider } from "./provider.ts";

export const vsphere = {
  id: "vsphere",
  title: "vSphere",
  sources: ["kkp.provider-vsphere"],
  machineAddresses: "dhcp-server",
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  dualStack: { flag: true, loadBalancer: "none" },
  api: {
    title: "vCenter",
    ports: "443",
    hosts: [],
    addressQuestion: "vsphereServer",
    fromWorkers: false,
    flowIds: ["P5", "E13"],
    note: "ESXi hosts are not dialled, as far as the client's code shows: let the vSphere team confirm it. Only an import of a template by hand needs TCP 443 of a host.",
    sources: ["kkp.setup-checklist", "kkp.proxy-allow-list"],
  },
  registries: [],
  sharedUser: { question: "vsphereSharedUser", title: "vSphere user" },
  csi: {
    provisioner: "csi.vsphere.vmware.com",
    parameters: {},
    diskParameter: "storagepolicyname",
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: false,
    installerName: "vsphere",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "csi.vsphere.vmware.com", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "customer",
  datacenterFields: [
    { field: "endpoint", question: { subject: "place", key: "vsphereServer" } },
    { field: "datacenter" },
    { field: "datastore" },
    { field: "cluster" },
    { field: "templates" },
  ],
  kubeone: { workers: "machine-controller", inputs: [{ name: "cluster_name" }], apiEndpoint: "keepalived", sources: ["kubeone.terraform", "kubeone.terraform-vsphere"] },
  // The rule needs Distributed Resource Scheduler, which the licence Enterprise Plus brings.
  spread: { verify: "govc vm.info shows each on another host, and govc cluster.rule.ls lists an anti-affinity rule for them", sources: ["kubeone.terraform-vsphere"] },
  accounts: [
    {
      id: "vsphere-infrastructure",
      title: "vSphere user for machines",
      permissions: [
        "k8c-user-vcenter on the vCenter, not propagated",
        "k8c-user-datacenter on the datacenter, not propagated",
        "k8c-user-cluster-propagate on the cluster, propagated",
        "k8c-network-attach on each network and distributed switch",
        "k8c-user-datastore-propagate on the datastore, propagated",
        "k8c-user-folder-propagate on the VM and template folders, propagated",
      ],
      fields: ["username", "password"],
      sources: ["kkp.provider-vsphere"],
    },
    {
      id: "vsphere-ccm-csi",
      title: "vSphere user for CCM and CSI",
      permissions: [
        "k8c-ccm-storage-vmfolder-propagate on the VM and template folders, propagated",
        "k8c-ccm-storage-datastore-propagate on the datastore, propagated",
        "k8c-ccm-storage-cns on the vCenter, not propagated",
        "ReadOnly on the datacenter and its hosts, not propagated",
      ],
      fields: ["username", "password"],
      sources: ["kkp.provider-vsphere"],
    },
  ],
  prepare: [
    {
      id: "vsphere-offload",
      title: "Segmentation offload of VMXNET3 switched off in the template",
      why: "From hardware version 14 on, offloading of VXLAN packets breaks the pod network: pods on different hosts lose packets above a small size.",
      verify: "ethtool -k of a node shows tx-udp_tnl-segmentation and tx-udp_tnl-csum-segmentation as off",
      sources: ["kkp.provider-vsphere"],
    },
    {
      id: "vsphere-template",
      title: "VM template for the nodes",
      why: "Nodes are cloned from a plain VM with disk.enableUUID on, hardware version 15 or newer and VMware Tools; a vSphere template object is not accepted.",
      verify: "govc vm.info -e of the template shows disk.enableUUID with the value TRUE",
      sources: ["kkp.provider-vsphere", "kubeone.infrastructure"],
    },
    {
      id: "vsphere-folders",
      title: "VM folder, resource pool and datastore for the nodes",
      why: "Roles are granted on them; a datastore cluster may hold machines but never volumes.",
      verify: "govc object.collect reads each of them with the prepared user",
      sources: ["kkp.provider-vsphere"],
    },
  ],
  questions: {
    place: {
      vsphereServer: host({
        section: "Places",
        label: "Under which name or address do clusters reach vCenter?",
        short: "Address of vCenter",
        help: "Seeds create machines and volumes there over TCP 443. The name must resolve from the nodes.",
        example: "vcenter.example.com",
        source: "kkp.provider-vsphere",
        team: "infrastructure",
      }),
    },
    datacenter: {
      vsphereSharedUser: yesNo(
        { yes: "The same user as the management", no: "A user of their own" },
        {
          section: "Datacenters",
          label: "Which vSphere user creates the tenants' machines?",
          short: "vSphere user of the tenants",
          help: "One technical user for the management and one for each tenant keeps a leaked tenant credential away from the seed.",
          source: "kkp.setup-checklist",
          team: "infrastructure",
        },
      ),
    },
  },
} as const satisfies Provider;
