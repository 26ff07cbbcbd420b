import { text } from "../answers/kinds.ts";
import { ubuntuMirrors } from "../facts/external-hosts.ts";
import { hetznerBalancers, hetznerNetworkZones, vendorPorts } from "../facts/providers.ts";
import type { Provider } from "./contract/index.ts";
import { WITHOUT_API_BALANCER } from "./without-api-balancer.ts";

export const hetzner = {
  id: "hetzner",
  title: "Hetzner Cloud",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  vendorCloud: true,
  leaving: {
    gateway: "the server that translates for the private network",
    onInternet: true,
    seen: {
      own: "`hcloud server list` shows no public address at machines in {network}, and the route of the network to others leaves addresses as they are",
      each: "`hcloud server list` shows a public address at each machine in {network}",
      gateway: "`hcloud network describe` shows a route of 0.0.0.0/0 to a server with {addresses}, and `hcloud server list` no public address at the machines",
    },
    pools: {
      own: "MachineDeployments of user clusters get assignPublicIPv4 and assignPublicIPv6 as false by hand, since the dashboard has no field for them and machine-controller gives each machine both",
      gateway: "MachineDeployments of user clusters get assignPublicIPv4 and assignPublicIPv6 as false by hand, since the dashboard has no field for them and machine-controller gives each machine both, and a route to the gateway by their operating system profile",
    },
    sources: ["hetzner.networks", "machine-controller.hetzner", "kkp.code.dashboard-machines"],
  },
  spread: { verify: "`hcloud placement-group describe` prints the type spread and lists them, or those of one location each", sources: ["kubeone.terraform-hetzner"] },
  nativeLoadBalancer: true,
  ignoresSourceRanges: { sources: ["hetzner.source-ranges"] },
  balancerAnnotation: {
    annotation: "load-balancer.hetzner.cloud/location",
    question: "hetznerDatacenter",
    until: "-",
    controller: "the cloud controller of Hetzner",
    tells: "where its load balancer stands",
    sources: ["hetzner.balancer-annotations", "hetzner.networks", "kkp.dual-stack"],
  },
  networkReach: { question: "hetznerDatacenter", until: "-", zones: hetznerNetworkZones },
  balancerTypes: {
    annotation: "load-balancer.hetzner.cloud/type",
    types: hetznerBalancers,
    controller: "the cloud controller of Hetzner",
    verify: "`hcloud load-balancer-type describe {type}` prints",
    sources: ["hetzner.balancer-annotations", "hetzner.code.balancer-type"],
  },
  listenerQuota: { limit: Math.max(...hetznerBalancers.value.map(({ listeners }) => listeners)), scope: "load-balancer", sources: ["hetzner.load-balancers"] },
  publicLoadBalancer: true,
  dualStack: { systems: ["ubuntu", "rocky"], loadBalancer: "both", eachMachine: { draws: "a public /64", sources: ["hetzner.networks", "machine-controller.hetzner"] } },
  api: {
    title: "Hetzner Cloud API",
    ports: "443",
    hosts: ["api.hetzner.cloud"],
    fromWorkers: { sources: ["kkp.code.csi-addons"] },
    vendorPort: vendorPorts.hetzner,
    flowIds: ["P5"],
    sources: ["kkp.ports", "kkp.providers"],
  },
  registries: [],
  ubuntuMirror: ubuntuMirrors.hetzner,
  csi: {
    provisioner: "csi.hetzner.cloud",
    parameters: {},
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    installerName: "hetzner",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "csi.hetzner.cloud", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "rocky"],
  images: "provider",
  datacenterFields: [
    { field: "datacenter", question: { subject: "place", key: "hetznerDatacenter" } },
    { field: "network", question: { subject: "place", key: "hetznerNetwork" }, ofNetwork: true },
  ],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "hetzner",
    environment: ["HCLOUD_TOKEN"],
    inputs: [{ name: "cluster_name", plan: "clusterName" }],
    settings: [{ name: "datacenter", question: "hetznerDatacenter", until: "-" }, { name: "network_zone", plan: "networkZone" }, { name: "ip_range", plan: "nodeNetwork" }, { name: "control_plane_type", plan: "controlPlaneSizeWithDisk" }, { name: "worker_type", plan: "workerSizeWithDisk", ofWorkers: true }, { name: "os", plan: "system", forOtherSystems: true }],
    note: "control_plane_replicas stays unset, since the example refuses it.",
    apiEndpoint: "provider",
    otherFront: WITHOUT_API_BALANCER,
    nodeNetwork: {
      by: "terraform",
      change: "Terraform makes the private network of {network} itself and calls it like the cluster; ip_range takes the range, or it is drawn at random from base_network_cidr.",
      named: { question: "hetznerNetwork", change: "In main.tf, hcloud_network.net is called {named}, as datacenters here name it." },
      again: "The private network of {first} is there by then: in main.tf, hcloud_network.net becomes a data source that names it, hcloud_network_subnet.kubeone falls away, and servers and load balancer name network_id in place of subnet_id.",
      verify: "`hcloud network describe` prints its range and a subnet",
      wayIn: {
        words: "Servers of the same project that `hcloud server attach-to-network` attaches to the network lead {callers} into it, unless these are such servers themselves, and a route of the network leads back over them",
        seen: "`hcloud network describe` lists these servers, and the routes that lead back over them",
        sources: ["hetzner.networks"],
      },
      sources: ["kubeone.terraform-hetzner"],
    },
    workerZones: { single: "in the one location that datacenter names", field: "location is that of its zone, within network_zone", controlPlanes: "In main.tf, hcloud_server.control_plane gets location by {index}, with a placement group for each location; the load balancer stands in datacenter alone and reaches the others through the private network, which spans locations of network_zone and no further ones.", sources: ["kubeone.terraform-hetzner", "machine-controller.fields", "hetzner.networks", "hetzner.balancer-targets"] },
    sshWay: {
      dials: "addresses",
      behindBastion: "In output.tf, public_address falls away in kubeone_hosts: KubeOne dials it before the private address, and the bastion leads to that one alone.",
      sources: ["kubeone.terraform-hetzner", "kubeone.code.ssh"],
    },
    withoutPublic: {
      change: "In main.tf, hcloud_server.control_plane gets public_net with ipv4_enabled and ipv6_enabled as false, and a network block in place of hcloud_server_network, since a server without any network does not start; hcloud_network_route leads 0.0.0.0/0 to the way out, and the machines get a default route to the gateway of the network. In output.tf, assignPublicIPv4 and assignPublicIPv6 are false in kubeone_workers.",
      sources: ["kubeone.terraform-hetzner", "machine-controller.hetzner", "hetzner.networks"],
    },
    opened: {
      opens: "opens TCP 22 and 30000–32767 of every machine to any IPv4 address",
      because: "load balancers of the cloud controller call private addresses of machines, as KubeOne sets it up, and another rule of the example lets these in",
      verify: "In main.tf, the rule for SSH in `hcloud_firewall.cluster` takes the sources of the rows over SSH; the rule for NodePorts takes those of rows to node ports of its machines, or falls away where there are none; `hcloud firewall describe` shows as much",
      sources: ["kubeone.terraform-hetzner", "kubeone.code.ccm-hetzner"],
    },
    controlPlaneDisk: {
      change: "No field of the example chooses a disk, since each server has its own: control_plane_type is one whose disk serves {iops} IOPS and {bandwidth} MB/s when measured.",
      sources: ["kubeone.terraform-hetzner"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials"],
  },
  accounts: [
    {
      id: "hetzner-token",
      title: "Hetzner Cloud API token",
      permissions: ["Read and write on the project"],
      fields: ["token"],
      sources: ["kkp.providers"],
    },
  ],
  prepare: [
    {
      id: "hetzner-network",
      title: "Private network in the project",
      ofWorkersAlone: "Private network in the project, for the workers of user clusters",
      why: "The cloud controller runs only where the datacenter names a network that exists already.",
      verify: "`hcloud network describe` prints the network",
      sources: ["kkp.providers"],
    },
    {
      id: "hetzner-limit",
      title: "Server, volume and load-balancer limits of the account",
      why: "An account has 20 load balancers at most by default, in all its projects together, and each Service of type LoadBalancer takes one, also those in user clusters; a limit is raised on request and not at once.",
      verify: "The page of limits in the console of Hetzner shows room for the machines and load balancers of this plan",
      sources: ["hetzner.load-balancers"],
    },
  ],
  questions: {
    place: {
      hetznerDatacenter: text({
        section: "Places",
        label: "Which Hetzner datacenter is this place?",
        short: "Hetzner datacenter",
        help: "The Seed must name it for each datacenter here. Load balancers stand in its location, which is its name up to the hyphen.",
        example: "nbg1-dc3",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
    },
    nodeNetworkPlace: {
      hetznerNetwork: text({
        section: "Places",
        label: "What is the node network of this place called at Hetzner?",
        short: "Hetzner network",
        help: "Without the name of its network the Seed refuses a datacenter. It must exist before, unless KubeOne's Terraform makes it with a cluster.",
        example: "kkp",
        source: "kkp.code.datacenter",
        team: "network",
      }),
    },
  },
} as const satisfies Provider;
