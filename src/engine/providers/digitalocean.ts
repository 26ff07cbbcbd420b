import { largestDisks } from "../facts/largest-disks.ts";
import { text } from "../answers/kinds.ts";
import { ubuntuMirrors } from "../facts/external-hosts.ts";
import { digitaloceanFamilies, digitaloceanPlatformFamilies, vendorPorts } from "../facts/providers.ts";
import type { Provider } from "./contract/index.ts";
import { WITHOUT_API_BALANCER } from "./without-api-balancer.ts";

export const digitalocean = {
  id: "digitalocean",
  title: "DigitalOcean",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  vendorCloud: true,
  leaving: {
    only: "each",
    gateway: "a gateway of the VPC",
    onInternet: true,
    seen: {
      own: "`doctl compute droplet list` shows no public address at machines in {network}",
      each: "`doctl compute droplet list` shows a public address at each machine in {network}",
      gateway: "the gateway of the VPC has {addresses}",
    },
    sources: ["kubeone.terraform-digitalocean", "kubeone.code.droplets"],
  },
  soleNetwork: { title: "the default VPC of the region", sources: ["kkp.code.preset", "kkp.code.datacenter", "kubeone.code.droplets", "digitalocean.vpc"] },
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  dualStack: { systems: ["ubuntu", "rocky"], loadBalancer: "both", terms: { ofRelease: digitaloceanFamilies, ofPlatform: digitaloceanPlatformFamilies }, eachMachine: { draws: "a public /124", sources: ["digitalocean.ipv6"] } },
  api: {
    title: "DigitalOcean API",
    ports: "443",
    hosts: ["api.digitalocean.com"],
    fromWorkers: { sources: ["kkp.code.csi-addons"] },
    vendorPort: vendorPorts.digitalocean,
    flowIds: ["P5"],
    sources: ["kkp.ports", "kkp.providers"],
  },
  registries: [],
  ubuntuMirror: ubuntuMirrors.digitalocean,
  csi: {
    provisioner: "dobs.csi.digitalocean.com",
    largest: largestDisks.digitalocean,
    parameters: {},
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    installerName: "digitalocean",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "dobs.csi.digitalocean.com", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "rocky"],
  images: "provider",
  datacenterFields: [{ field: "region", question: { subject: "place", key: "digitaloceanRegion" } }],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "digitalocean",
    environment: ["DIGITALOCEAN_TOKEN"],
    inputs: [{ name: "cluster_name", plan: "clusterName" }],
    settings: [{ name: "region", question: "digitaloceanRegion" }, { name: "control_plane_size", plan: "controlPlaneSizeWithDisk" }, { name: "worker_size", plan: "workerSizeWithDisk", ofWorkers: true }, { name: "os", plan: "system", forOtherSystems: true }],
    apiEndpoint: "provider",
    otherFront: WITHOUT_API_BALANCER,
    nodeNetwork: {
      by: "customer",
      change: "The example names no VPC, and machine-controller has no field for one, so that all machines stand in the default VPC of the region: that one has the range {network}, or they stand in other addresses than those of this plan.",
      sources: ["kubeone.terraform-digitalocean", "kubeone.code.droplets"],
    },
    sshWay: {
      dials: "addresses",
      behindBastion: "In output.tf, public_address falls away in kubeone_hosts: KubeOne dials it before the private address, and the bastion leads to that one alone.",
      sources: ["kubeone.terraform-digitalocean", "kubeone.code.ssh"],
    },
    opened: {
      opens: "makes no firewall, so that nothing of it filters what reaches the public addresses of the machines",
      because: "a firewall of DigitalOcean blocks whatever no rule of it permits, also between machines of the cluster and from its load balancers",
      verify: "A firewall of DigitalOcean for the tag kubernetes-cluster:{name} lets TCP 22 in from the sources of the rows over SSH, and by rules of their own what machines of the cluster and its load balancers send to its machines; `doctl compute firewall list` shows it",
      sources: ["kubeone.terraform-digitalocean", "digitalocean.firewalls"],
    },
    controlPlaneDisk: {
      change: "No field of the example chooses a disk, since each Droplet has its own: control_plane_size is one whose disk serves {iops} IOPS and {bandwidth} MB/s when measured.",
      sources: ["kubeone.terraform-digitalocean"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials"],
  },
  managedKubernetes: { name: "DOKS", unnamedHosts: { says: "Pages of DigitalOcean name no hosts that nodes of DOKS load from.", sources: ["digitalocean.doks"] }, sources: ["digitalocean.doks"], podAddresses: { sources: ["digitalocean.doks-networking"] }, storageDriver: { why: "DOKS brings it into each cluster.", sources: ["digitalocean.csi"] } },
  accounts: [{ id: "digitalocean-token", title: "DigitalOcean API token", permissions: ["Read and write"], fields: ["token"], sources: ["kkp.code.preset"] }],
  prepare: [
    {
      id: "digitalocean-vpc",
      holdsNetworks: true,
      title: "VPC with the range of the nodes, as the default of the region",
      why: "Neither KubeOne's Terraform example nor machine-controller names a VPC, so droplets, also those of user clusters, stand in the default one; a range is given when a VPC is made and cannot be changed.",
      verify: "`doctl vpcs list` shows the range, with true as default, in the region",
      sources: ["kubeone.terraform-digitalocean", "kubeone.code.droplets", "digitalocean.vpc"],
    },
    {
      id: "digitalocean-limit",
      title: "Droplet, volume and load-balancer limits of the account",
      why: "New accounts start with a few machines; a limit is raised on request and not at once.",
      counts: ["volumes", "load-balancers"],
      verify: "`doctl account get`, and the page of limits in the control panel, show room for {demand}",
      sources: ["kkp.providers"],
    },
  ],
  questions: {
    place: {
      digitaloceanRegion: text({
        section: "Places",
        label: "Which DigitalOcean region is this place?",
        short: "DigitalOcean region",
        help: "The Seed must name it for each datacenter here.",
        example: "fra1",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
