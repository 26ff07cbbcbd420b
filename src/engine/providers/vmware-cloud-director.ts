import { choice, host, text } from "../answers/kinds.ts";
import { vendorPorts } from "../facts/providers.ts";
import type { Provider } from "./provider.ts";

/** What becomes of the files of the example with NSX-T; sentences. */
const NSX_T = "in main.tf, vcd_nsxt_edgegateway takes the place of vcd_edgegateway, vcd_network_routed_v2 with vcd_nsxt_network_dhcp that of vcd_network_routed, and vcd_nsxt_firewall and vcd_nsxt_nat_rule that of vcd_nsxv_firewall_rule and vcd_nsxv_snat; external_network_name and external_network_ip are set, since their defaults are read from vcd_edgegateway. What this step says of the former holds for these.";
const NSX_UNKNOWN = `The example is written for NSX-V. Where NSX-T backs the virtual datacenter, terraform plan stops and asks for vcd_nsxt_edgegateway: ${NSX_T}`;

export const vmwareCloudDirector = {
  id: "vmware-cloud-director",
  kkpName: "vmwareclouddirector",
  title: "VMware Cloud Director",
  sources: ["kkp.providers"],
  machineAddresses: "dhcp-server",
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  leaving: {
    gateway: "the edge gateway",
    seen: {
      own: "the edge gateway has no SNAT rule for {network}, and the networks behind it lead {network} to the edge gateway",
      each: "the edge gateway has a SNAT rule for each machine in {network}",
      gateway: "the SNAT rule of the edge gateway for {network} translates to {addresses}",
    },
    sources: ["kkp.providers", "kubeone.terraform-cloud-director", "terraform.vcd-nat"],
  },
  api: {
    title: "Cloud Director API",
    ports: "443",
    hosts: [],
    addressQuestion: "vmwareCloudDirectorUrl",
    ownRoot: {
      unchecked: { name: "the Cloud Director API", field: "allowInsecure", files: "allow_insecure is true: output.tf hands it to machine-controller, which takes no root, and Terraform itself then checks nobody either." },
      sources: ["kkp.code.cloud-director-client", "machine-controller.cloud-director-client", "kubeone.terraform-cloud-director"],
    },
    // KKP moved the controller to the Seed; the plugin on each node logs in before it serves.
    fromWorkers: { eachNode: true, sources: ["kkp.code.csi-addons", "vcd.csi-driver"] },
    vendorPort: vendorPorts["vmware-cloud-director"],
    flowIds: ["P5"],
    sources: ["kkp.providers", "kkp.ports"],
  },
  registries: ["projects.registry.vmware.com"],
  mirroredUnasked: true,
  seedRegistries: ["projects.registry.vmware.com"],
  csi: {
    provisioner: "named-disk.csi.cloud-director.vmware.com",
    parameters: { filesystem: "ext4" },
    diskParameter: "storageProfile",
    volumeBindingMode: "Immediate",
    allowVolumeExpansion: true,
    installerName: "vmwareclouddirector",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: false, storageDriver: "named-disk.csi.cloud-director.vmware.com", sources: ["kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar"],
  images: "customer",
  accountOf: { question: "vmwareCloudDirectorVdc", title: "virtual datacenter", apart: true },
  creates: {
    what: "a vApp for each user cluster",
    named: ["ovdcNetworks or ovdcNetwork"],
    verify: "The organisation shows the network of the Preset to the prepared user",
    sources: ["kkp.code.preset", "kkp.providers"],
  },
  datacenterFields: [{ field: "url", question: { subject: "place", key: "vmwareCloudDirectorUrl" }, form: "the URL of the API on {value}" }, { field: "catalog", without: "node pools name the catalog of their template themselves" }, { field: "storageProfile", question: { subject: "datacenter", key: "vmwareCloudDirectorStorageProfile" }, without: "disks of machines lie on the default profile of the virtual datacenter, unless their node pool names one" }, { field: "templates" }],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "vmwareCloudDirector",
    example: "vmware-cloud-director",
    environment: ["VCD_URL", "VCD_ORG", "VCD_VDC", "VCD_API_TOKEN, or VCD_USER and VCD_PASSWORD"],
    inputs: [{ name: "cluster_name", plan: "clusterName" }, { name: "vcd_org_name" }, { name: "vcd_vdc_name" }, { name: "vcd_edge_gateway_name" }, { name: "catalog_name" }, { name: "template_name", plan: "image" }],
    settings: [
      { name: "kubeapi_hostname", plan: "apiAddress" },
      { name: "gateway_ip", plan: "gateway" },
      { name: "dhcp_start_address", plan: "dhcpFirst" },
      { name: "dhcp_end_address", plan: "dhcpLast" },
      { name: "network_dns_server_1", plan: "dnsServer1" },
      { name: "network_dns_server_2", plan: "dnsServer2" },
      { name: "control_plane_cpus", plan: "controlPlaneCpu" },
      { name: "control_plane_memory", plan: "controlPlaneMemory" },
      { name: "control_plane_disk_size", plan: "controlPlaneDiskMib" },
      { name: "worker_os", plan: "system", ofWorkers: true, forOtherSystems: true },
      { name: "ssh_username", forOtherSystems: true },
      { name: "worker_cpus", plan: "workerCpu", ofWorkers: true },
      { name: "worker_memory", plan: "workerMemory", ofWorkers: true },
      { name: "worker_disk_size_gb", plan: "workerDisk", ofWorkers: true },
      { name: "worker_disk_storage_profile" },
    ],
    note: NSX_UNKNOWN,
    noteBy: { question: "vmwareCloudDirectorNsx", notes: { "nsx-t": `The example is written for NSX-V: ${NSX_T}`, "nsx-v": "" } },
    image: "template_name in terraform.tfvars",
    apiEndpoint: "none",
    nodeNetwork: {
      by: "terraform",
      change: "Terraform makes the routed network of {network} behind the edge gateway itself, with its DHCP pool; gateway_ip and the addresses of the pool take its range.",
      otherPrefix: { than: 24, change: "In main.tf, vcd_network_routed gets the netmask of /{prefix}, and original_address of both SNAT rules its length: left alone, both count on /24." },
      again: "The routed network of {first} is there by then, with firewall rule and SNAT rules: in main.tf, vcd_network_routed becomes a data source that names it, those rules fall away, and the static_ip_pool in the files of {first} holds these addresses too.",
      verify: "Cloud Director shows the routed network with its gateway and its DHCP pool",
      wayIn: { words: "The routers in front of the bastion send {network} to the edge gateway, whose firewall lets the bastion in to TCP 22 and 6443 of it: the example's own rule lets machines out and nobody in", sources: ["kubeone.terraform-cloud-director"] },
      translates: "the edge gateway",
      sources: ["kubeone.terraform-cloud-director", "terraform.vcd-network"],
    },
    plannedAddresses: {
      change:
        "In main.tf, vcd_network_routed gets a static_ip_pool that holds {machines}, outside dhcp_start_address to dhcp_end_address; network of control_plane gets ip_allocation_mode = \"MANUAL\" with the ip by count.index, and customization with enabled = true writes it into the machine, which takes a template with guest customization.",
      changeWorkers: "The static_ip_pool holds {workers} as well, for the listed workers.",
      verify: "The address register shows them as reserved in the network that Terraform makes, outside its DHCP pool",
      why: "Terraform's example makes the network with a DHCP pool alone: main.tf adds a static pool of these addresses.",
      sources: ["kubeone.terraform-cloud-director", "terraform.vcd-machine", "terraform.vcd-network"],
    },
    workerZones: {
      single: "without a placement policy",
      field: "placementPolicy names the policy that binds machines to its zone, and labels of its providerSpec hold topology.kubernetes.io/zone",
      controlPlanes: "In main.tf, vcd_vapp_vm.control_plane gets the placement_policy_id of a zone by count.index.",
      sources: ["kubeone.terraform-cloud-director", "machine-controller.fields", "terraform.vcd-machine"],
    },
    controlPlaneDisk: {
      change: "control_plane_disk_storage_profile names a storage profile that serves {iops} IOPS and {bandwidth} MB/s for each control plane.",
      sources: ["kubeone.terraform-cloud-director"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials"],
  },
  accounts: [
    {
      id: "vmware-cloud-director-user",
      title: "Cloud Director user or API token",
      permissions: ["vApps, machines, named disks and networks of the organisation's virtual datacenter"],
      fields: ["apiToken, or username and password", "organization", "vdc", "ovdcNetwork or ovdcNetworks, never both"],
      plain: ["organization", "vdc", "ovdcNetwork or ovdcNetworks, never both"],
      sources: ["kkp.code.preset", "kkp.providers"],
    },
  ],
  prepare: [
    {
      id: "vmware-cloud-director-network",
      title: "Routed organisation network behind an edge gateway with firewall rules, and NAT or routes to other networks",
      ofWorkersAlone: "Routed organisation network behind an edge gateway with firewall rules, and NAT or routes to other networks, for the workers of user clusters",
      why: "Machines reach all other networks through the edge gateway; releases up to Cloud Director 10.4 are tested.",
      verify: "A test machine in the network takes a lease, and its name servers answer it",
      sources: ["kkp.providers"],
    },
    {
      id: "vmware-cloud-director-nsx",
      title: "NSX-V or NSX-T behind the virtual datacenter, known to whoever writes main.tf",
      why: "KubeOne's Terraform example makes its network, firewall and SNAT rules by resources for NSX-V, which stop at an edge gateway of NSX-T: then main.tf is rewritten before the installation, and that takes its time.",
      verify: "Whoever runs Cloud Director says which of both backs the virtual datacenter and its edge gateway; with NSX-T, `terraform plan` of the rewritten files stops at no resource",
      byAnswer: {
        question: "vmwareCloudDirectorNsx",
        becomes: {
          "nsx-t": {
            title: "main.tf rewritten for the edge gateway of NSX-T",
            why: "KubeOne's Terraform example makes its network, firewall and SNAT rules by resources for NSX-V, which stop at an edge gateway of NSX-T: the step that makes the machines says what takes their place.",
            verify: "`terraform plan` of the rewritten files stops at no resource",
          },
          "nsx-v": "needless",
        },
      },
      forKubeOne: true,
      sources: ["kubeone.terraform-cloud-director", "terraform.vcd-edge", "terraform.vcd-nat"],
    },
    {
      id: "vmware-cloud-director-catalog",
      title: "Catalog for templates, and storage profiles for disks and volumes",
      why: "Nodes are cloned from templates in the catalog. Volumes of a user cluster come from the profile that it names itself as csi.storageProfile, since neither datacenter nor Preset fills it; those of a cluster by KubeOne from worker_disk_storage_profile.",
      verify: "Cloud Director shows the catalog and each profile with room in it to the prepared user",
      sources: ["kkp.providers", "kkp.code.datacenter", "kkp.code.cluster-types", "kubeone.default-storage-class"],
    },
  ],
  questions: {
    place: {
      vmwareCloudDirectorUrl: host({
        section: "Places",
        label: "Under which name or address is Cloud Director reached?",
        short: "Address of Cloud Director",
        help: "Seeds create machines and volumes there.",
        example: "vcd.example.com",
        source: "kkp.code.datacenter",
        team: "infrastructure",
        server: { title: "Cloud Director", dialledBy: ["platform", "user-clusters"] },
      }),
    },
    builtPlace: {
      vmwareCloudDirectorNsx: choice(
        [
          { value: "nsx-t", label: "NSX-T", help: "Files of KubeOne's example are rewritten first: its resources are those of NSX-V." },
          { value: "nsx-v", label: "NSX-V", help: "KubeOne's example works with it as it is." },
        ],
        {
          section: "Places",
          label: "Which NSX stands behind the edge gateway?",
          short: "NSX behind the edge gateway",
          help: "Terraform makes network, firewall and NAT of the machines by other resources for each of both. Whoever runs Cloud Director knows.",
          source: "terraform.vcd-edge",
          team: "infrastructure",
        },
      ),
    },
    datacenter: {
      vmwareCloudDirectorStorageProfile: text({
        section: "Datacenters",
        label: "On which storage profile do disks of the workers lie?",
        short: "Storage profile of the workers",
        help: "The Seed names it as storageProfile for machines whose node pool names none.",
        example: "gold",
        source: "kkp.code.datacenter",
        team: "storage",
      }),
      vmwareCloudDirectorVdc: text({
        section: "Datacenters",
        label: "Which virtual datacenter of which organisation holds the workers?",
        short: "Organisation and virtual datacenter",
        help: "A Preset without both is refused.",
        example: "example-org / tenant-a",
        source: "kkp.code.preset",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
