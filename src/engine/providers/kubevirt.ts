import { block, host, integer, text, yesNo } from "../answers/kinds.ts";
import { kubeOneOnKubevirt, withoutController } from "../facts/operations.ts";
import { ports } from "../facts/ports.ts";
import { kubevirtSubnets } from "../facts/providers.ts";
import { kubevirtExtra } from "../facts/sizing.ts";
import { vcpusPerCore, vmOverhead } from "../facts/virtual-machines.ts";
import type { Provider } from "./provider.ts";

/** What the storage driver does with volumes and their snapshots. */
const VOLUMES =
  "create, delete and get on datavolumes of cdi.kubevirt.io and volumesnapshots of snapshot.storage.k8s.io; update on virtualmachineinstances/addvolume, virtualmachineinstances/removevolume, virtualmachines/addvolume and virtualmachines/removevolume of subresources.kubevirt.io; get, list, patch, update and watch on persistentvolumeclaims";
/** What the cloud controller wants for load balancers. */
const SERVICES = "create, delete, get and update on services";

export const kubevirt = {
  id: "kubevirt",
  title: "KubeVirt",
  sources: ["kkp.provider-kubevirt"],
  machineAddresses: "provider",
  handsOut: {
    without: "With Kube-OVN, `kubectl get subnets.kubeovn.io --output yaml` in the KubeVirt cluster shows the addresses of {blocks} as `first..last` under `spec.excludeIps` of the Subnet with {network}; with another plugin its pool of {network} leaves {blocks} out",
    sources: ["kubeovn.subnet"],
  },
  nativeLoadBalancer: true,
  ignoresSourceRanges: { sources: ["kubevirt.cloud-controller"] },
  loadBalancerQuestion: "kubevirtLoadBalancer",
  publicLoadBalancer: false,
  nested: true,
  leaving: {
    gateway: "the servers of the KubeVirt cluster or the gateway of its networks",
    gatewayIn: "kubevirtServers",
    seen: {
      own: "the Subnet of Kube-OVN with {network} says natOutgoing: false and the routers of the site lead {network} to it; with another network plugin the pool of {network} is left out of its source translation",
      each: "the Subnet of Kube-OVN with {network} is one of public addresses that routers lead to it, or each virtual machine has an EIP of its own",
      gateway: "with Canal or Cilium of KubeOne, and in a Subnet of Kube-OVN with natOutgoing: true, {addresses} holds the servers of the KubeVirt cluster, or those in gatewayNode of a centralized Subnet; in a VPC of its own, {addresses} holds what its gateway translates to",
    },
    sources: ["machine-controller.kubevirt", "kubeone.code.canal", "kubeovn.subnet", "kubeovn.snat"],
  },
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
    // Without it the driver asks for no class of the KubeVirt cluster.
    askedParameters: [{ parameter: "infraStorageClassName", of: "place", question: "kubevirtStorageClass" }],
    volumeBindingMode: "Immediate",
    // No source says that volumes of this driver grow, so the class does not promise it.
    allowVolumeExpansion: false,
    sources: ["kubevirt.csi", "kkp.provider-kubevirt"],
  },
  userClusters: { cloudController: true, storageDriver: "csi.kubevirt.io", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  servicesOff: {
    field: "ccmLoadBalancerEnabled",
    value: "false",
    why: "Otherwise the cloud controller makes a Service without an address in the KubeVirt cluster for each of theirs, and writes its empty status over the address that came from elsewhere.",
    sources: ["kkp.code.kubevirt-cloud-config", "kubevirt.cloud-controller"],
  },
  seedExtra: kubevirtExtra,
  hosted: {
    servers: "the KubeVirt servers",
    cpu: "kubevirtVmCpu",
    memory: "kubevirtVmMemory",
    disk: "kubevirtVmDisk",
    perCore: "kubevirtVcpusPerCore",
    overhead: vmOverhead,
    sources: ["kkp.provider-kubevirt"],
  },
  operatingSystems: ["ubuntu", "flatcar", "rhel", "rocky"],
  images: "customer",
  imageUrls: {
    verify: "`curl -fsI` from a pod of the KubeVirt cluster prints the size of each image on {server}, and a test DataVolume of each URL that images.http of the Seed holds shows the phase Succeeded",
    why: "For the disk of each new virtual machine the importer of CDI loads the image anew from its URL. KKP's network policies let the importer out to public addresses and to pods labelled app: image-repo; a server at another private address wants a policy in customNetworkPolicies of the datacenter as well. No CA is named to the importer, so TLS wants a certificate of a public one.",
    ofPlatform: {
      verify: "`curl -fsI` from a pod of the KubeVirt cluster prints the size of the image on {server}, and a test DataVolume of the URL that kubeone.yaml names for {machines} shows the phase Succeeded",
      also: "one of the URL that kubeone.yaml names for {machines} does in the namespace of infraNamespace as well",
      why: "For the disk of each of the {machines}, also of one that comes later, the importer of CDI loads the image anew from its URL, in the namespace of infraNamespace, where KKP makes no network policy. No CA is named to the importer, so TLS wants a certificate of a public one.",
    },
    way: {
      by: "The importer of CDI",
      carriers: { title: "Servers of the KubeVirt cluster", question: "kubevirtServers" },
      serverQuestion: "kubevirtImages",
      port: ports.workerImages,
      note: "URLs that begin with http want TCP 80 in its place.",
    },
    sources: ["kkp.provider-kubevirt", "kkp.code.kubevirt-policies", "machine-controller.kubevirt", "kubevirt.cdi-import"],
  },
  datacenterFields: [
    { field: "infraStorageClasses", question: { subject: "place", key: "kubevirtStorageClass" }, without: "user clusters have no class for their volumes" },
    { field: "images.http", without: "nobody finds an image to start machines from" },
  ],
  creates: {
    what: "a namespace with network policies for each user cluster, and instance types of 2, 4 and 8 vCPU with 8, 16 and 32 GiB",
    named: ["vpcName"],
    namedIn: kubevirtSubnets,
    verify: "With Kube-OVN, `kubectl get vpcs.kubeovn.io,subnets.kubeovn.io` in the KubeVirt cluster shows what the Preset names; `kubectl get namespaces,networkpolicies --all-namespaces` there shows what KKP makes for a test cluster",
    sources: ["kkp.provider-kubevirt", "kkp.code.preset"],
  },
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "kubevirt",
    environment: ["KUBEVIRT_KUBECONFIG"],
    inputs: [],
    settings: [],
    note: "The manifest must name cloudProvider.kubevirt.infraNamespace.",
    apiEndpoint: "none",
    ownMachines: {
      front: "provider",
      releases: kubeOneOnKubevirt,
      words: "{control} come from controlPlane.nodeSets, with their image, size, SSH user and public key, and cloudProvider.kubevirt.controlPlane.loadBalancer names the Service before their Kubernetes API: KubeOne {releases} makes both in the KubeVirt cluster, waits five minutes for the address of the Service and takes it as endpoint.",
      byHand: "No Terraform example makes its machines: control planes are virtual machines that somebody creates first.",
      sources: ["kubeone.kubevirt-control-plane"],
    },
    imageUrl: {
      ofWorkers: "In providerSpec of dynamicWorkers, operatingSystem is {name}, and osImage in virtualMachine.template.primaryDisk of cloudProviderSpec is the URL of {image}.",
      ofAll: "In controlPlane.nodeSets and in providerSpec of dynamicWorkers, operatingSystem is {name}, and osImage in virtualMachine.template.primaryDisk of cloudProviderSpec is the URL of {image}: KubeOne refuses sourceURL, the field that its page about such control planes names.",
      sources: ["kubeone.code.kubevirt-machines", "machine-controller.fields"],
    },
    manifest: {
      controller: { releases: withoutController, words: "cloudProvider.external is true with KubeOne {releases}: left out there, KubeOne brings no cloud controller at all." },
      balancers: "cloudProvider.kubevirt.loadBalancerEnabled is true: left out, the cloud controller makes no load balancer and the first Service of type LoadBalancer waits for ever.",
      zones: "cloudProvider.kubevirt.zoneAndRegionEnabled is true: left out, no node gets the label of its zone, which the cloud controller takes from the server under the machine.",
      sources: ["kubeone.types", "kubeone.code.addons"],
    },
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
      // The storage driver of a cluster that KubeOne builds has no Role of its own: it works with this account.
      forKubeOne: [`What the storage driver of the cluster needs itself: ${VOLUMES}`],
      // KKP makes a Role for the storage driver in each namespace, and Kubernetes lets nobody grant what he may not do himself.
      inUserClusters: [
        "create, delete, get and update on namespaces, and get and list on virtualmachineclusterpreferences of instancetype.kubevirt.io, in the whole cluster; with Kube-OVN also get and list on vpcs and subnets of kubeovn.io",
        "create, get and update on serviceaccounts, and on roles and rolebindings of rbac.authorization.k8s.io, in the namespaces that KKP makes",
        "create, delete, get and update on networkpolicies of networking.k8s.io, there as well",
        "create and update on virtualmachineinstancetypes, and create, get, list and update on virtualmachinepreferences of instancetype.kubevirt.io",
        `What KKP grants the storage driver by a Role, since nobody may grant more than they hold: ${VOLUMES}`,
        "get, list and watch on PersistentVolumes for the service account of the storage driver, granted by whoever administers the KubeVirt cluster since KKP 2.30.3",
      ],
      fields: ["kubeconfig"],
      sources: ["kkp.provider-kubevirt", "kkp.code.preset", "kkp.code.kubevirt", "kkp.code.dashboard-providers", "machine-controller.kubevirt", "kubevirt.cloud-controller", "kubeone.code.addons", "kubernetes.rbac-escalation"],
    },
  ],
  prepare: [
    {
      id: "kubevirt-servers",
      title: "Three bare-metal servers with hardware virtualisation, of 16 cores, 64 GB and 500 GB each at the least",
      why: "The documentation asks for no less in production, whatever runs on them, and for 8 cores, 32 GB and 100 GB in a test; what virtual machines of this plan take, the items about room say.",
      verify: "`virt-host-validate` passes on every server",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-cluster",
      bringsPodNetwork: true,
      title: "Kubernetes by KubeOne 1.7 or newer with Kube-OVN 1.12 or Canal 3.26, KubeVirt 1.2.2 and CDI 1.60",
      why: "User clusters become virtual machines there; feature gates ExperimentalIgnitionSupport, DataVolumes, LiveMigration, CPUManager, CPUNodeDiscovery, Sidecar, Snapshot and HotplugVolumes are switched on.",
      verify: "`kubectl get kubevirt,cdi --all-namespaces` shows both as Deployed, with the listed feature gates",
      sources: ["kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-root",
      title: "kubeconfig that holds the root of the KubeVirt cluster's API itself",
      why: "Whatever calls the API takes its root from the kubeconfig: one that leads to a file of another machine finds none, and one without a root trusts public ones alone.",
      verify: "`kubectl config view --raw --minify` of the kubeconfig shows certificate-authority-data and no certificate-authority, and `kubectl get nodes` with it answers from another machine",
      sources: ["kkp.code.kubevirt-client", "kubernetes.kubeconfig"],
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
      askedBy: ["2.30", "2.31"],
      sources: ["kkp.provider-kubevirt", "kkp.changelog-2.30"],
    },
    {
      id: "kubevirt-policies",
      title: "Network policies for what virtual machines call at private addresses",
      why: "KKP's policy cluster-isolation lets machines of a user cluster out to each other, to their API server, to name servers of dnsConfig and to public addresses. Whatever else they call in 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 wants customNetworkPolicies of the datacenter, which hold for all its user clusters.",
      verify: "From a machine of a test cluster, `nc -vz` reaches each TCP row of the firewall table that begins at the workers",
      forUserClusters: true,
      sources: ["kkp.code.kubevirt-policies", "kkp.provider-kubevirt"],
    },
    {
      id: "kubevirt-balanced",
      title: "Way through the load balancer of the KubeVirt cluster to Services of user clusters",
      why: "Where a Service does not answer, the documentation lets its callers in by a policy of type Ingress in customNetworkPolicies; those that KKP makes limit only what goes out. A policy of that type shuts out whoever it does not name, nodes of the same user cluster among them.",
      verify: "A Service of a test cluster answers through its load balancer, and its nodes still reach each other",
      forUserClusters: true,
      forBalancers: true,
      sources: ["kkp.provider-kubevirt", "kkp.code.kubevirt-policies"],
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
        help: "User clusters and the platform's own clusters there get classes that lead to it.",
        example: "rook-ceph-block",
        source: "kkp.provider-kubevirt",
        team: "storage",
      }),
    },
    datacenter: {
      kubevirtVmCpu: integer({ min: 1, max: 256, unit: "vCPU" }, {
        section: "User clusters",
        label: "How many vCPUs does one virtual machine of a user cluster have?",
        short: "vCPU per virtual machine",
        help: "Tenants choose it; take the usual one. KKP brings instance types of 2, 4 and 8.",
        example: "4",
        source: "kkp.provider-kubevirt",
        team: "platform",
      }),
      kubevirtVmMemory: integer({ min: 1, max: 4096, unit: "GiB" }, {
        section: "User clusters",
        label: "How much memory does one virtual machine of a user cluster have?",
        short: "Memory per virtual machine",
        help: "The servers hold it in full. KKP brings instance types of 8, 16 and 32 GiB.",
        example: "16",
        source: "kkp.provider-kubevirt",
        team: "platform",
      }),
      kubevirtVmDisk: integer({ min: 5, max: 10000, unit: "GiB" }, {
        section: "User clusters",
        label: "How large is the disk of one virtual machine of a user cluster?",
        short: "Disk per virtual machine",
        help: "Volumes of workloads come on top.",
        example: "50",
        source: "kkp.provider-kubevirt",
        team: "platform",
      }),
    },
    workersPlace: {
      kubevirtVcpusPerCore: integer({ min: 1, max: 100, unit: "vCPU" }, {
        section: "Places",
        label: "How many vCPUs of virtual machines share a core?",
        short: "vCPU per core of the KubeVirt servers",
        help: "cpuAllocationRatio of the KubeVirt cluster. Fewer share where workloads compute all the time; 1 with usePodResourcesCPU.",
        source: "kubevirt.resources",
        team: "infrastructure",
        productDefault: { value: (read) => read.fact(vcpusPerCore), sentence: "KubeVirt asks for a tenth of a core for each vCPU.", source: "kubevirt.resources" },
      }),
    },
    machinesPlace: {
      kubevirtServers: block({
        section: "Places",
        label: "In which network do the servers of the KubeVirt cluster stand?",
        short: "Network of the KubeVirt servers",
        help: "They load images of machines from there; the firewall lets them out.",
        example: "10.90.0.0/24",
        source: "kkp.provider-kubevirt",
        team: "infrastructure",
      }),
      kubevirtImages: host({
        section: "Places",
        label: "Which web server holds images of machines for the KubeVirt cluster?",
        short: "Web server of images for KubeVirt",
        help: "Name or address in the URLs of images.http and of kubeone.yaml. One of yours, or that of a distribution on the internet.",
        example: "images.example.com",
        source: "kkp.provider-kubevirt",
        team: "infrastructure",
        server: { title: "Web server of images", dialledBy: [] },
      }),
    },
  },
} as const satisfies Provider;
