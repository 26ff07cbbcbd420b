import { host, text, yesNo } from "../answers/kinds.ts";
import { kubevirtExtra } from "../facts/sizing.ts";
import type { Provider } from "./provider.ts";

export const kubevirt = {
  id: "kubevirt",
  title: "KubeVirt",
  sources: ["kkp.provider-kubevirt"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  loadBalancerQuestion: "kubevirtLoadBalancer",
  publicLoadBalancer: false,
  api: {
    title: "Kubernetes API of the KubeVirt cluster",
    ports: "6443",
    hosts: [],
    addressQuestion: "kubevirtApi",
    fromWorkers: false,
    flowIds: ["P5"],
    note: "The port is that of a cluster built by KubeOne: take the one that its kubeconfig names.",
    sources: ["kkp.provider-kubevirt", "kkp.ports"],
  },
  registries: [],
  csi: {
    provisioner: "csi.kubevirt.io",
    parameters: { bus: "scsi" },
    volumeBindingMode: "Immediate",
    allowVolumeExpansion: false,
    sources: ["kubevirt.csi", "kkp.provider-kubevirt"],
  },
  userClusters: { cloudController: true, storageDriver: "csi.kubevirt.io", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  seedExtra: kubevirtExtra,
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "customer",
  datacenterFields: [{ field: "infraStorageClasses", question: { subject: "place", key: "kubevirtStorageClass" } }, { field: "images.http" }],
  kubeone: { workers: "machine-controller", inputs: [{ name: "cluster_name" }], apiEndpoint: "none", sources: ["kubeone.terraform", "kubeone.providers"] },
  accounts: [
    {
      id: "kubevirt-kubeconfig",
      title: "kubeconfig of the KubeVirt cluster",
      permissions: [
        "Namespaces, NetworkPolicies, virtual machines, instance types, DataVolumes and Services, in namespaces of the user clusters",
        "get, list and watch on PersistentVolumes for the service account of the storage driver, granted by the platform team since KKP 2.30.3",
      ],
      fields: ["kubeconfig"],
      sources: ["kkp.provider-kubevirt", "kkp.code.preset"],
    },
  ],
  prepare: [
    {
      id: "kubevirt-servers",
      title: "Three bare-metal servers of 16 cores, 64 GB and 500 GB or more with hardware virtualisation",
      why: "Virtual machines of all user clusters and their disks live on them; for a test 8 cores, 32 GB and 100 GB each are enough.",
      verify: "virt-host-validate passes on every server",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-cluster",
      title: "Kubernetes by KubeOne 1.7 or newer with Kube-OVN 1.12 or Canal 3.26, KubeVirt 1.2.2 and CDI 1.60",
      why: "User clusters become virtual machines there; feature gates ExperimentalIgnitionSupport, DataVolumes, LiveMigration, CPUManager, CPUNodeDiscovery, Sidecar, Snapshot and HotplugVolumes are switched on.",
      verify: "kubectl get kubevirt,cdi --all-namespaces shows both as Deployed, with the listed feature gates",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-storage",
      title: "A storage class that every server reaches",
      why: "Disks move with their machines; storage bound to one server or to a topology is not recommended, and neither is block mode.",
      verify: "A test machine with a disk of the class migrates to another server while it runs",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-policies",
      title: "Network policies for sources of load-balanced traffic",
      why: "KKP isolates user clusters from each other by default; addresses of the load balancer must be let in by customNetworkPolicies of the datacenter.",
      verify: "A Service of a test cluster answers through its load balancer",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-dns",
      title: "DNS policy of the virtual machines",
      why: "NodeLocal DNS listens on 169.254.20.10 in both clusters, so machines that inherit the resolver of their host ask themselves; dnsPolicy and dnsConfig of the datacenter name another.",
      verify: "resolv.conf of a test machine names a DNS server of the place",
      sources: ["kkp.provider-kubevirt"],
    },
  ],
  questions: {
    place: {
      kubevirtApi: host({
        section: "Places",
        label: "Under which name or address is the KubeVirt cluster's Kubernetes API reached?",
        short: "Kubernetes API of the KubeVirt cluster",
        help: "Seeds create virtual machines and disks through it.",
        example: "infra.example.com",
        source: "kkp.provider-kubevirt",
        team: "infrastructure",
      }),
      kubevirtLoadBalancer: yesNo(
        { yes: "Yes", no: "No" },
        {
          section: "Places",
          label: "Does the KubeVirt cluster give Services a load balancer?",
          short: "Load balancer of the KubeVirt cluster",
          help: "User clusters pass their Services of type LoadBalancer on to it, for example to MetalLB there.",
          source: "kkp.provider-kubevirt",
          team: "infrastructure",
        },
      ),
      kubevirtStorageClass: text({
        section: "Places",
        label: "Which storage class of the KubeVirt cluster holds disks and volumes?",
        short: "Storage class of the KubeVirt cluster",
        help: "User clusters get a class that leads to it.",
        example: "rook-ceph-block",
        source: "kkp.provider-kubevirt",
        team: "storage",
      }),
    },
  },
} as const satisfies Provider;
