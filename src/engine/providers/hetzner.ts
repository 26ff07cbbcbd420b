import { text } from "../answers/kinds.ts";
import { vendorPorts } from "../facts/providers.ts";
import { WITHOUT_API_BALANCER, type Provider } from "./provider.ts";

export const hetzner = {
  id: "hetzner",
  title: "Hetzner Cloud",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  vendorCloud: true,
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  dualStack: { loadBalancer: "both" },
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
    { field: "network", question: { subject: "place", key: "hetznerNetwork" } },
  ],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "hetzner",
    environment: ["HCLOUD_TOKEN"],
    inputs: [{ name: "cluster_name" }],
    settings: [{ name: "datacenter" }, { name: "network_zone" }, { name: "ip_range", plan: "nodeNetwork" }, { name: "base_network_cidr" }, { name: "control_plane_type" }, { name: "worker_type" }, { name: "lb_type" }],
    note: "Terraform's datacenter is a location such as nbg1; control_plane_replicas stays unset, since the example refuses it.",
    apiEndpoint: "provider",
    otherFront: WITHOUT_API_BALANCER,
    nodeNetwork: {
      by: "terraform",
      change: "Terraform makes the private network of {network} itself and calls it like the cluster; ip_range takes the range, or it is drawn at random from base_network_cidr.",
      named: { question: "hetznerNetwork", change: "In main.tf, hcloud_network.net is called {named}, as datacenters here name it." },
      again: "The private network of {first} is there by then: in main.tf, hcloud_network.net becomes a data source that names it, hcloud_network_subnet.kubeone falls away, and servers and load balancer name network_id in place of subnet_id.",
      verify: "`hcloud network describe` prints its range and a subnet",
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
  ],
  questions: {
    place: {
      hetznerDatacenter: text({
        section: "Places",
        label: "Which Hetzner datacenter is this place?",
        short: "Hetzner datacenter",
        help: "The Seed must name it for each datacenter here.",
        example: "nbg1-dc3",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
      hetznerNetwork: text({
        section: "Places",
        label: "Which private network do the machines stand in?",
        short: "Hetzner network",
        help: "Without its name the Seed refuses the datacenter. It must exist before, unless KubeOne's Terraform makes it with a cluster.",
        example: "kkp",
        source: "kkp.code.datacenter",
        team: "network",
      }),
    },
  },
} as const satisfies Provider;
