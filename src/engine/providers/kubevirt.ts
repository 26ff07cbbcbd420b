import { host, text, yesNo } from "../answers/kinds.ts";
import { kubevirtExtra } from "../facts/sizing.ts";
import type { Provider } from "./provider.ts";

/** What the cloud controller wants for load balancers. */
const SERVICES = "create, delete, get and update on services";

export const kubevirt = {
  id: "kubevirt",
  title: "KubeVirt",
  sources: ["kkp.provider-kubevirt"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  loadBalancerQuestion: "kubevirtLoadBalancer",
  publicLoadBalancer: false,
  nested: true,
  api: {
    title: "Kubernetes API of the KubeVirt cluster",
    ports: "6443",
    hosts: [],
    addressQuestion: "kubevirtApi",
    flowIds: ["P5"],
    note: "The port is that of a cluster built by KubeOne: take the one that its kubeconfig names.",
    sources: ["kkp.provider-kubevirt", "kkp.ports"],
  },
  registries: [],
  csi: {
    provisioner: "csi.kubevirt.io",
    parameters: { bus: "scsi" },
    volumeBindingMode: "Immediate",
    // No source says that volumes of this driver grow, so the class does not promise it.
    allowVolumeExpansion: false,
    sources: ["kubevirt.csi", "kkp.provider-kubevirt"],
  },
  userClusters: { cloudController: true, storageDriver: "csi.kubevirt.io", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  seedExtra: kubevirtExtra,
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "customer",
  datacenterFields: [
    { field: "infraStorageClasses", question: { subject: "place", key: "kubevirtStorageClass" }, without: "user clusters have no class for their volumes" },
    { field: "images.http", without: "nobody finds an image to start machines from" },
  ],
  creates: {
    what: "a namespace with network policies for each user cluster, and instance types of 2, 4 and 8 vCPU with 8, 16 and 32 GiB",
    named: ["vpcName", "subnets"],
    verify: "`kubectl get namespaces,networkpolicies --all-namespaces` in the KubeVirt cluster shows them for a test cluster",
    sources: ["kkp.provider-kubevirt", "kkp.code.preset"],
  },
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "kubevirt",
    environment: ["KUBEVIRT_KUBECONFIG"],
    inputs: [],
    settings: [],
    note: "No Terraform example makes its machines: control planes are virtual machines that somebody creates first. The manifest must name cloudProvider.kubevirt.infraNamespace, and KubeOne 1.14 can create the Service in front of the Kubernetes API there.",
    apiEndpoint: "none",
    sources: ["kubeone.providers", "kubeone.credentials", "kubeone.validation"],
  },
  accounts: [
    {
      id: "kubevirt-kubeconfig",
      title: "kubeconfig of the KubeVirt cluster",
      permissions: [
        "get and list on storageclasses of storage.k8s.io and virtualmachineclusterinstancetypes of instancetype.kubevirt.io, in the whole cluster",
        "get on nodes, in the whole cluster",
        "create, delete, get, list and watch on virtualmachines of kubevirt.io",
        "get, list and watch on virtualmachineinstances of kubevirt.io",
        "create, get and update on secrets",
        "get and list on virtualmachineinstancetypes of instancetype.kubevirt.io",
        SERVICES,
      ],
      forBalancers: [SERVICES],
      // KKP makes a Role for the storage driver in each namespace, and Kubernetes lets nobody grant what he may not do himself.
      inUserClusters: [
        "create, delete, get and update on namespaces, and get and list on virtualmachineclusterpreferences of instancetype.kubevirt.io, in the whole cluster; with Kube-OVN also get and list on vpcs and subnets of kubeovn.io",
        "create, get and update on serviceaccounts, and on roles and rolebindings of rbac.authorization.k8s.io, in the namespaces that KKP makes",
        "create, delete, get and update on networkpolicies of networking.k8s.io, there as well",
        "create and update on virtualmachineinstancetypes, and create, get, list and update on virtualmachinepreferences of instancetype.kubevirt.io",
        "What KKP grants the storage driver by a Role, since nobody may grant more than they hold: create, delete and get on datavolumes of cdi.kubevirt.io and volumesnapshots of snapshot.storage.k8s.io; update on virtualmachineinstances/addvolume, virtualmachineinstances/removevolume, virtualmachines/addvolume and virtualmachines/removevolume of subresources.kubevirt.io; get, list, patch, update and watch on persistentvolumeclaims",
        "get, list and watch on PersistentVolumes for the service account of the storage driver, granted by the platform team since KKP 2.30.3",
      ],
      fields: ["kubeconfig"],
      sources: ["kkp.provider-kubevirt", "kkp.code.preset", "kkp.code.kubevirt", "kkp.code.dashboard-providers", "machine-controller.kubevirt", "kubevirt.cloud-controller", "kubernetes.rbac-escalation"],
    },
  ],
  prepare: [
    {
      id: "kubevirt-servers",
      title: "Three bare-metal servers of 16 cores, 64 GB and 500 GB or more with hardware virtualisation",
      why: "Virtual machines of all user clusters and their disks live on them; for a test 8 cores, 32 GB and 100 GB each are enough.",
      verify: "`virt-host-validate` passes on every server",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-cluster",
      title: "Kubernetes by KubeOne 1.7 or newer with Kube-OVN 1.12 or Canal 3.26, KubeVirt 1.2.2 and CDI 1.60",
      why: "User clusters become virtual machines there; feature gates ExperimentalIgnitionSupport, DataVolumes, LiveMigration, CPUManager, CPUNodeDiscovery, Sidecar, Snapshot and HotplugVolumes are switched on.",
      verify: "`kubectl get kubevirt,cdi --all-namespaces` shows both as Deployed, with the listed feature gates",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-storage",
      title: "A storage class that every server reaches",
      why: "Disks move with their machines; storage bound to one server or to a topology is not recommended, and neither is block mode. Only local disks want the feature gate HonorWaitForFirstConsumer of CDI.",
      verify: "A test machine with a disk of the class migrates to another server while it runs",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-volumes",
      title: "Right to read PersistentVolumes for the service account kubevirt-csi of each user cluster",
      why: "PersistentVolumes belong to no namespace, so KKP cannot grant get, list and watch on them itself; since 2.30.3 the storage driver wants them. Snapshots work in namespaced mode alone, which is experimental and no choice for production.",
      verify: "`kubectl auth can-i list persistentvolumes` as that service account answers yes in the KubeVirt cluster",
      forUserClusters: true,
      sources: ["kkp.provider-kubevirt", "kkp.changelog-2.30"],
    },
    {
      id: "kubevirt-policies",
      title: "Network policies for sources of load-balanced traffic",
      why: "KKP isolates user clusters from each other by default; addresses of the load balancer must be let in by customNetworkPolicies of the datacenter.",
      verify: "A Service of a test cluster answers through its load balancer",
      forUserClusters: true,
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-dns",
      title: "DNS policy of the virtual machines",
      why: "NodeLocal DNS listens on 169.254.20.10 in both clusters, so machines that inherit the resolver of their host ask themselves; dnsPolicy and dnsConfig of the datacenter name another.",
      verify: "resolv.conf of a test machine names a DNS server of the place",
      forUserClusters: true,
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
        server: { title: "Kubernetes API of KubeVirt", dialledBy: ["platform"] },
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
