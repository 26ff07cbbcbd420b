import { host, text } from "../answers/kinds.ts";
import { vendorPorts } from "../facts/providers.ts";
import type { Provider } from "./provider.ts";

export const vmwareCloudDirector = {
  id: "vmware-cloud-director",
  title: "VMware Cloud Director",
  sources: ["kkp.providers"],
  machineAddresses: "dhcp-server",
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  api: {
    title: "Cloud Director API",
    ports: "443",
    hosts: [],
    addressQuestion: "vmwareCloudDirectorUrl",
    // KKP moved the controller to the Seed; the plugin on each node logs in before it serves.
    fromWorkers: { eachNode: true, sources: ["kkp.code.csi-addons", "vcd.csi-driver"] },
    vendorPort: vendorPorts["vmware-cloud-director"],
    flowIds: ["P5"],
    sources: ["kkp.providers", "kkp.ports"],
  },
  registries: ["projects.registry.vmware.com"],
  seedRegistries: ["projects.registry.vmware.com"],
  csi: {
    provisioner: "named-disk.csi.cloud-director.vmware.com",
    parameters: { filesystem: "ext4" },
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
  datacenterFields: [{ field: "url", question: { subject: "place", key: "vmwareCloudDirectorUrl" }, form: "the URL of the API on {value}" }, { field: "templates" }],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "vmwareCloudDirector",
    example: "vmware-cloud-director",
    environment: ["VCD_URL", "VCD_ORG", "VCD_VDC", "VCD_API_TOKEN, or VCD_USER and VCD_PASSWORD"],
    inputs: [{ name: "cluster_name" }, { name: "vcd_org_name" }, { name: "vcd_vdc_name" }, { name: "vcd_edge_gateway_name" }, { name: "catalog_name" }, { name: "template_name" }],
    settings: [{ name: "kubeapi_hostname", plan: "apiAddress" }, { name: "gateway_ip", plan: "gateway" }, { name: "dhcp_start_address", plan: "dhcpFirst" }, { name: "dhcp_end_address", plan: "dhcpLast" }, { name: "network_dns_server_1", plan: "dnsServer1" }, { name: "network_dns_server_2", plan: "dnsServer2" }, { name: "control_plane_memory" }, { name: "worker_memory" }],
    apiEndpoint: "none",
    nodeNetwork: {
      by: "terraform",
      change: "Terraform makes the routed network of {network} behind the edge gateway itself, with its DHCP pool; gateway_ip and the addresses of the pool take its range.",
      otherPrefix: { than: 24, change: "In main.tf, vcd_network_routed gets the netmask of /{prefix}, and original_address of both SNAT rules its length: left alone, both count on /24." },
      again: "The routed network of {first} is there by then, with firewall rule and SNAT rules: in main.tf, vcd_network_routed becomes a data source that names it, those rules fall away, and the static_ip_pool in the files of {first} holds these addresses too.",
      verify: "Cloud Director shows the routed network with its gateway and its DHCP pool",
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
      title: "Routed organisation network behind an edge gateway with NAT and firewall rules",
      ofWorkersAlone: "Routed organisation network behind an edge gateway with NAT and firewall rules, for the workers of user clusters",
      why: "Machines reach the internet through the gateway's NAT; releases up to Cloud Director 10.4 are tested.",
      verify: "A test machine in the network takes a lease, and its name servers answer it",
      sources: ["kkp.providers"],
    },
    {
      id: "vmware-cloud-director-catalog",
      title: "Catalog with a template of Ubuntu or Flatcar, and a storage profile",
      why: "Nodes are cloned from the template; volumes come from the storage profile with ext4 or xfs.",
      verify: "The catalog shows the template to the prepared user",
      sources: ["kkp.providers", "kkp.os-support"],
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
    datacenter: {
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
