import type { SourceId } from "../kernel/outcome.ts";
import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

type ByRelease = Partial<Readonly<Record<ReleaseId, string>>>;

const driverVersion = (id: string, statement: string, value: ByRelease, ...sources: Fact<unknown>["sources"]): Fact<ByRelease> =>
  fact({ id: `providers.driver-${id}`, statement, value, certainty: "sourced", sources: ["kkp.code.csi-addons", ...sources] });

/** Version of the storage driver that KKP puts into user clusters, by the driver's name; a release that nobody looked up is absent. */
export const driverVersions: Readonly<Record<string, Fact<ByRelease>>> = {
  "csi.vsphere.vmware.com": driverVersion("vsphere", "On vSphere the storage driver of user clusters is 3.6.0 up to KKP 2.30.6 and 3.7.1 in 2.31.0, where the changelog still says 3.6.0 and the code counts.", { "2.28": "3.6.0", "2.29": "3.6.0", "2.30": "3.6.0", "2.31": "3.7.1" }, "kkp.changelog-2.31"),
  "csi.kubevirt.io": driverVersion("kubevirt", "On KubeVirt the operator of the storage driver is 0.4.5 in KKP 2.29.10 and 0.5.3 since 2.30.", { "2.29": "0.4.5", "2.30": "0.5.3", "2.31": "0.5.3" }),
  "csi.nutanix.com": driverVersion("nutanix", "On Nutanix the storage driver of user clusters is 2.6.6 in KKP 2.28 and 2.6.10 since.", { "2.28": "2.6.6", "2.29": "2.6.10", "2.30": "2.6.10", "2.31": "2.6.10" }),
  "named-disk.csi.cloud-director.vmware.com": driverVersion("vmware-cloud-director", "On VMware Cloud Director the storage driver of user clusters is 1.6.0.", { "2.28": "1.6.0", "2.29": "1.6.0", "2.30": "1.6.0", "2.31": "1.6.0" }),
  "csi.hetzner.cloud": driverVersion("hetzner", "On Hetzner Cloud the storage driver of user clusters is 2.11.0 in KKP 2.28 and 2.17.0 since.", { "2.28": "2.11.0", "2.29": "2.17.0", "2.30": "2.17.0", "2.31": "2.17.0" }),
  "dobs.csi.digitalocean.com": driverVersion("digitalocean", "On DigitalOcean the storage driver of user clusters is 4.14.0 in KKP 2.29 and 2.30, and 4.17.0 in 2.31.", { "2.29": "4.14.0", "2.30": "4.14.0", "2.31": "4.17.0" }),
};

/** Fields of a Preset for KubeVirt that name a subnet which is there. */
export const kubevirtSubnets = fact<Readonly<Record<ReleaseId, readonly string[]>>>({
  id: "providers.kubevirt-subnets",
  statement: "A Preset for KubeVirt names one subnet by subnetName up to KKP 2.30; 2.31 takes a list of them as subnets and calls the older field deprecated.",
  value: { "2.28": ["subnetName"], "2.29": ["subnetName"], "2.30": ["subnetName"], "2.31": ["subnets"] },
  certainty: "sourced",
  sources: ["kkp.code.preset"],
});

/** Fields by which a user cluster on OpenStack asks for another subnet than the one that KKP makes unasked. */
export const openstackSubnet = fact<Readonly<Record<ReleaseId, readonly string[]>>>({
  id: "providers.openstack-subnet",
  statement: "Since KKP 2.29 a user cluster on OpenStack may name subnetCidr and subnetAllocationPool of the subnet that KKP makes for it; before, each has 192.168.1.0/24.",
  value: { "2.28": [], "2.29": ["subnetCidr", "subnetAllocationPool"], "2.30": ["subnetCidr", "subnetAllocationPool"], "2.31": ["subnetCidr", "subnetAllocationPool"] },
  certainty: "sourced",
  sources: ["kkp.code.cluster-types", "kkp.code.security-groups"],
});

/** Whether user clusters can do without DHCP. */
export const machineNetworks = fact({
  id: "providers.machine-networks",
  statement:
    "The setup checklist calls user clusters without DHCP unsupported, an older checklist allowed fixed ranges for each of them, and the code accepts machineNetworks on vSphere alone. The plan asks for DHCP.",
  value: "machineNetworks",
  certainty: "sourced",
  sources: ["kkp.setup-checklist", "kubermatic.baremetal-requirements", "kkp.code.cluster-validation"],
});

const vendorPort = (id: string, api: string) =>
  fact({
    id: `providers.vendor-port-${id}`,
    statement: `No page of Kubermatic names the port of ${api}; TCP 443 is its vendor's default and not confirmed for your site.`,
    value: "443",
    certainty: "unconfirmed",
    sources: ["kkp.ports"],
  });

/** Ports of APIs that no page of Kubermatic names. */
export const vendorPorts = {
  aws: vendorPort("aws", "the AWS API"),
  azure: vendorPort("azure", "the Azure API"),
  digitalocean: vendorPort("digitalocean", "the DigitalOcean API"),
  gcp: vendorPort("gcp", "the Google Cloud API"),
  hetzner: vendorPort("hetzner", "the Hetzner Cloud API"),
  "vmware-cloud-director": vendorPort("vmware-cloud-director", "the Cloud Director API"),
  vsphere: vendorPort("vsphere", "vCenter"),
} as const;

/** Ports that an OpenStack cloud chooses itself. */
export const serviceCatalogue = fact({
  id: "providers.service-catalogue",
  statement: "The ports of OpenStack's services are upstream defaults; each cloud names its own in its service catalogue.",
  value: "not confirmed",
  certainty: "unconfirmed",
  sources: ["openstack.ports"],
});

/** Locations that one private network of Hetzner Cloud reaches, by the location that a place names. */
export const hetznerNetworkZones = fact<Readonly<Record<string, readonly string[]>>>({
  id: "providers.hetzner-network-zones",
  statement: "A private network of Hetzner Cloud spans locations of one network zone: Falkenstein, Nuremberg and Helsinki in eu-central, a single one in us-east, us-west and ap-southeast each. A load balancer reaches machines by their private addresses inside that network alone.",
  value: { "eu-central": ["fsn1", "nbg1", "hel1"], "us-east": ["ash"], "us-west": ["hil"], "ap-southeast": ["sin"] },
  certainty: "sourced",
  sources: ["hetzner.networks", "hetzner.balancer-targets"],
});

/** How volumes of Nutanix come to machines. */
export const nutanixDataServices = fact({
  id: "providers.nutanix-data-services",
  statement:
    "Nutanix wants an iSCSI initiator on machines with volumes and calls its Data Services IP the portal for them; whether the drivers that KKP and KubeOne bring use it, on TCP 3260, or attach volumes through the hypervisor, no source says.",
  value: "not confirmed",
  certainty: "unconfirmed",
  sources: ["nutanix.csi", "nutanix.volumes", "kubeone.code.iscsi", "rfc.7143"],
});

/** Families in which load balancers of DigitalOcean answer for user clusters of a release; sentences. */
export const digitaloceanFamilies = fact<Readonly<Record<ReleaseId, string>>>({
  id: "providers.digitalocean-families",
  statement:
    "The cloud controller of DigitalOcean reports the IPv6 address of a load balancer from v0.1.58 on. Since v0.1.61 it makes one that passes packets on, and gives that both families from v0.1.66 on where every node has public addresses of both; one of type REGIONAL, which a Service asks for by an annotation, has both from v0.1.63 on. KKP 2.28 brings v0.1.56, 2.29 v0.1.63, 2.30 v0.1.65 and 2.31 v0.1.67. KKP's page on dual stack says that load balancers follow the first family alone: the code counts.",
  value: {
    "2.28": "Its load balancers answer in the first family only.",
    "2.29": "Its load balancers answer in IPv4 only, but for a Service with service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL, whose load balancer answers in both; KKP's page on dual stack says that they follow the first family, and the code of the controller that KKP brings counts.",
    "2.30": "Its load balancers answer in IPv4 only, but for a Service with service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL, whose load balancer answers in both; KKP's page on dual stack says that they follow the first family, and the code of the controller that KKP brings counts.",
    "2.31": "Its load balancers answer in both families where every node has public addresses of both, and otherwise for a Service with service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL; KKP's page on dual stack says that they follow the first family only, and the code of the controller that KKP brings counts.",
  },
  certainty: "sourced",
  sources: ["digitalocean.code.balancers", "digitalocean.code.changelog", "kkp.code.cloud-controllers", "kkp.dual-stack"],
});

/** The same for a cluster of the platform, whose cloud controller its maker brings; a sentence. */
export const digitaloceanPlatformFamilies = fact({
  id: "providers.digitalocean-platform-families",
  statement: "Load balancers of DigitalOcean give a Service both addresses with a cloud controller of v0.1.66 or newer where every node has public addresses of both families, and with v0.1.63 or newer where the Service carries service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL.",
  value: "Load balancers of DigitalOcean give a Service both addresses with a cloud controller of v0.1.66 or newer where every node has public addresses of both, and with v0.1.63 or newer where it carries service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL.",
  certainty: "sourced",
  sources: ["digitalocean.code.balancers", "digitalocean.code.changelog"],
});

/** What each type of Hetzner's load balancers carries, the smallest first. */
export const hetznerBalancers = fact<readonly { readonly name: string; readonly listeners: number; readonly targets: number }[]>({
  id: "providers.hetzner-balancers",
  statement:
    "Of Hetzner's load balancers lb11 carries 5 services to 25 targets, lb21 15 to 75 and lb31 30 to 150, and its cloud controller makes lb11 unless a Service names another. The figures stand on the vendor's page of prices and in its API, not in a document that tells their date: `hcloud load-balancer-type list` prints those of today.",
  value: [
    { name: "lb11", listeners: 5, targets: 25 },
    { name: "lb21", listeners: 15, targets: 75 },
    { name: "lb31", listeners: 30, targets: 150 },
  ],
  certainty: "unconfirmed",
  sources: ["hetzner.load-balancers", "hetzner.balancer-annotations", "hetzner.code.balancer-type"],
});

/** Listeners that a load balancer carries elsewhere than on the clouds whose limit is known. */
export const listenerLimits = fact({
  id: "providers.listener-limits",
  statement: "Limits of the listeners of a load balancer are known for AWS, Azure and Hetzner Cloud; for other infrastructure no source states one, so the plan shows no ceiling there.",
  value: "not known",
  certainty: "unconfirmed",
  sources: ["kkp.expose-strategies"],
});

/** Router id of keepalived in KubeOne's Terraform example. */
export const vrrpRouterId = fact({
  id: "providers.vrrp-router-id",
  statement: "KubeOne's Terraform example for vSphere gives keepalived the router id 42 unless another is named, and wants it unique in its subnet: VRRP takes routers with one id in a segment for one group.",
  value: 42,
  certainty: "sourced",
  sources: ["kubeone.vsphere-variables", "rfc.5798"],
});

/** Ranges that KubeOne's Terraform example for Azure fixes: of the virtual network, and of the subnet in it. */
export const azureExampleNetwork = fact<readonly string[]>({
  id: "providers.azure-example-network",
  statement: "KubeOne's Terraform example for Azure makes a virtual network of 172.16.0.0/12 with the subnet 172.16.1.0/24; both stand in main.tf, and no variable takes another range.",
  value: ["172.16.0.0/12", "172.16.1.0/24"],
  certainty: "sourced",
  sources: ["kubeone.terraform-azure"],
});

/** Subnets of KubeOne's Terraform example for AWS, in a VPC that is there. */
export const awsZoneSubnets = fact({
  id: "providers.aws-zone-subnets",
  statement: "KubeOne's Terraform example for AWS cuts three subnets out of a VPC, one for each zone, of /24 unless another length is named; AWS makes VPCs from /16 to /28 and subnets down to /28.",
  value: { zones: 3, usual: 24, longest: 16, shortest: 28 },
  certainty: "sourced",
  sources: ["kubeone.terraform-aws", "aws.subnets", "aws.vpc-ranges"],
});

/** What each of these subnets has of IPv6. */
export const awsSecondSubnets = fact({
  id: "providers.aws-second-subnets",
  statement: "KubeOne's Terraform example for AWS with both address families gives each of its subnets a /64 of the IPv6 range of the VPC, for which AWS gives a /56.",
  value: { each: 64, given: 56 },
  certainty: "sourced",
  sources: ["kubeone.terraform-aws-dualstack", "aws.vpc-ranges"],
});

/** What Neutron does to packets from addresses that a port was not given. */
export const portSecurity = fact({
  id: "providers.openstack-port-security",
  statement:
    "Neutron lets a port send from its own addresses and from those in its allowed address pairs, and drops the rest; the makers of MetalLB say the same of layer 2 on OpenStack. That answers from addresses announced by BGP are dropped alike follows from it.",
  value: "allowed_address_pairs",
  certainty: "derived",
  sources: ["openstack.address-pairs", "openstack.port-set", "metallb.clouds", "kubeone.code.servers"],
});

/** How many addresses at each end of a subnet an infrastructure keeps for itself, the network address and the last one among them. */
export interface KeptEnds {
  readonly first: number;
  readonly last: number;
}

const kept = (id: string, title: string, words: string, value: KeptEnds, source: SourceId) =>
  fact<KeptEnds>({ id: `providers.kept-in-subnets-${id}`, statement: `${title} keeps ${words} addresses of each subnet for itself.`, value, certainty: "sourced", sources: [source] });

/** Addresses that clouds keep in each subnet. */
export const keptInSubnets = {
  aws: kept("aws", "AWS", "the first four and the last of the", { first: 4, last: 1 }, "aws.subnet-sizing"),
  azure: kept("azure", "Azure", "the first four and the last of the", { first: 4, last: 1 }, "azure.network-faq"),
  gcp: kept("gcp", "Google Cloud", "the first two and the last two", { first: 2, last: 2 }, "gcp.subnets"),
  alibaba: kept("alibaba", "Alibaba Cloud", "the first and the last three", { first: 1, last: 3 }, "alibaba.vswitch"),
} as const;

/** All facts about providers, for the register. */
export const providerFacts = [...Object.values(keptInSubnets), ...Object.values(driverVersions), kubevirtSubnets, openstackSubnet, machineNetworks, ...Object.values(vendorPorts), serviceCatalogue, listenerLimits, nutanixDataServices, hetznerNetworkZones, vrrpRouterId, azureExampleNetwork, awsZoneSubnets, awsSecondSubnets, portSecurity, digitaloceanFamilies, digitaloceanPlatformFamilies, hetznerBalancers];
