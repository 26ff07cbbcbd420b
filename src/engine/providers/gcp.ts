import { largestDisks } from "../facts/largest-disks.ts";
import { text, texts } from "../answers/kinds.ts";
import { managedHosts, ubuntuMirrors } from "../facts/external-hosts.ts";
import { podShares } from "../facts/pod-addresses.ts";
import { keptInSubnets, vendorPorts } from "../facts/providers.ts";
import type { Provider } from "./contract/index.ts";
import { WITHOUT_API_BALANCER } from "./without-api-balancer.ts";

export const gcp = {
  id: "gcp",
  title: "Google Cloud",
  sources: ["kkp.provider-gcp"],
  machineAddresses: "provider",
  keptInSubnets: keptInSubnets.gcp,
  vendorCloud: true,
  leaving: {
    gateway: "Cloud NAT",
    onInternet: true,
    seen: {
      own: "no gateway of Cloud NAT serves {network}, and the way to other networks leaves addresses as they are",
      each: "`gcloud compute instances list` shows an external address at each machine in {network}",
      gateway: "`gcloud compute routers nats describe` shows the subnetwork with {network} and {addresses} as its addresses, which are reserved and not handed out by Google",
    },
    pools: {
      own: "MachineDeployments of user clusters get assignPublicIPAddress: false by hand, for the dashboard writes true into each",
      gateway: "MachineDeployments of user clusters get assignPublicIPAddress: false by hand, for the dashboard writes true into each, and such machines pass Cloud NAT by",
    },
    sources: ["gcp.nat", "kkp.code.dashboard-machines"],
  },
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  balancerReach: {
    internal: { annotation: "networking.gke.io/load-balancer-type", value: "Internal" },
    internalFromAfar: {
      annotation: "networking.gke.io/internal-load-balancer-allow-global-access",
      value: '"true"',
      why: "Without it a private load balancer of Google Cloud answers callers of its own region alone, and those whose VPN or Interconnect ends in that region",
    },
    sources: ["kubernetes.internal-balancers", "gcp.balancer-parameters"],
  },
  dualStack: { systems: ["ubuntu"], subnets: true, loadBalancer: "both" },
  api: {
    title: "Google Cloud API",
    ports: "443",
    hosts: ["compute.googleapis.com", "oauth2.googleapis.com"],
    fromWorkers: { sources: ["kkp.code.csi-addons"] },
    vendorPort: vendorPorts.gcp,
    flowIds: ["P5"],
    sources: ["kkp.provider-gcp", "kkp.ports"],
  },
  registries: [],
  ubuntuMirror: ubuntuMirrors.gcp,
  csi: {
    provisioner: "pd.csi.storage.gke.io",
    largest: largestDisks.gcp,
    parameters: { type: "pd-ssd" },
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: true,
    installerName: "gcp",
    note: "The installation page writes gce; the installer knows gcp only.",
    sources: ["kkp.code.storage-class", "kubeone.default-storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "pd.csi.storage.gke.io", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar"],
  images: "provider",
  zonesQuestion: "gcpZones",
  datacenterFields: [
    { field: "region", question: { subject: "place", key: "gcpRegion" } },
    { field: "zoneSuffixes", question: { subject: "place", key: "gcpZones" } },
  ],
  spread: { verify: "`gcloud compute instances list` prints their zones, over which they are spread evenly", sources: ["kubeone.terraform-gce"] },
  accountOf: { question: "gcpTenantProject", title: "Google Cloud project", apart: true, ofManagement: "gcpProject" },
  creates: {
    what: "firewall rules for the cluster itself, ICMP and the NodePorts of each user cluster, in the network global/networks/default",
    named: ["network", "subnetwork"],
    verify: "`gcloud compute networks list` and `gcloud compute firewall-rules list` show them to the service account",
    sources: ["kkp.code.security-groups", "kkp.code.preset"],
  },
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "gce",
    environment: ["GOOGLE_CREDENTIALS"],
    inputs: [{ name: "cluster_name", plan: "clusterName" }, { name: "project", question: "gcpProject" }],
    settings: [{ name: "region", question: "gcpRegion" }, { name: "control_plane_target_pool_members_count", plan: "controlPlanes" }, { name: "control_plane_type", plan: "controlPlaneSize" }, { name: "workers_type", plan: "workerSize", ofWorkers: true }, { name: "control_plane_image_family", plan: "image", forOtherSystems: true }, { name: "control_plane_image_project", means: "the project that publishes the image", forOtherSystems: true }, { name: "worker_os", plan: "system", ofWorkers: true, forOtherSystems: true }, { name: "ssh_username", means: "the user with sudo whom the image gives the key", forOtherSystems: true }],
    manifest: {
      always: 'cloudProvider.cloudConfig holds [global], regional = true, multi-zone = true and token-url = "nil", each on a line of its own: KubeOne makes the Secret cloud-config of it, without which the cloud controller never starts and no node becomes ready, and without both flags the controller knows a single zone, while the example spreads control planes over those of the region.',
      sources: ["kubeone.creating-clusters", "kubeone.code.cloud-config", "gcp.code.zones"],
    },
    // The page of KubeOne gives the way Google's load balancers work as the reason.
    firstApply: "control_plane_target_pool_members_count=1",
    apiEndpoint: "provider",
    otherFront: WITHOUT_API_BALANCER,
    nodeNetwork: {
      by: "customer",
      change: "No variable takes the node network: in main.tf, the data sources google_compute_network.network and google_compute_subnetwork.subnet name `default`; they take the names of the network and of the subnetwork whose range is {network}, or the machines stand in other addresses than those of this plan.",
      sources: ["kubeone.terraform-gce"],
    },
    workerZones: { single: "in the first zone of the region", field: "zone is the region with the letter of its zone behind a hyphen", sources: ["kubeone.terraform-gce", "machine-controller.fields"] },
    sshWay: {
      dials: "addresses",
      behindBastion: "In output.tf, public_address falls away in kubeone_hosts: KubeOne dials it before the private address, and the bastion leads to that one alone.",
      sources: ["kubeone.terraform-gce", "kubeone.code.ssh"],
    },
    withoutPublic: {
      change: "In main.tf, access_config falls away in google_compute_instance.control_plane; in output.tf, assignPublicIPAddress becomes false in kubeone_workers.",
      sources: ["kubeone.terraform-gce", "gcp.nat"],
    },
    opened: {
      opens: "opens TCP 22, 6443 and 30000–32767 of every machine in its network to any address, also of those that are no part of the cluster, since its rules name no target",
      because: "the cloud controller writes rules for its load balancers itself, and for their health checks from 130.211.0.0/22, 35.191.0.0/16, 209.85.152.0/22 and 209.85.204.0/22",
      verify: "In main.tf, `google_compute_firewall.common` takes the sources of the rows over SSH; `google_compute_firewall.control_plane` takes those of the rows to the Kubernetes API of {name} and the addresses from which its own nodes call it, or stays as it is; `google_compute_firewall.nodeports` takes those of rows to node ports of its machines, or falls away where there are none",
      sources: ["kubeone.terraform-gce", "gcp.balancer-rules", "terraform.google-firewall"],
    },
    workerDisk: { change: "In output.tf, diskSize in kubeone_workers becomes {disk}.", sources: ["kubeone.terraform-gce"] },
    controlPlaneDisk: {
      change: "In main.tf, initialize_params of boot_disk of google_compute_instance.control_plane names no type: it gets type = \"pd-ssd\", and control_plane_volume_size and control_plane_type are those for which Google states {iops} IOPS and {bandwidth} MB/s.",
      sources: ["kubeone.terraform-gce", "gcp.disk-performance", "terraform.google-machine"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials", "kubeone.creating-clusters"],
  },
  managedKubernetes: {
    name: "GKE", hosts: managedHosts.gcp, sources: ["gcp.gke"], login: { calls: "gke-gcloud-auth-plugin", sources: ["gcp.gke-login"] }, storageDriver: { by: "the add-on GcePersistentDiskCsiDriver, enabled", why: "Autopilot clusters of GKE always have it; Standard ones have it where it is enabled.", verify: "`gcloud container clusters describe` with the name of the cluster shows gcePersistentDiskCsiDriverConfig as enabled", sources: ["gcp.gke-csi"] },
    webhooks: {
      says: "The rule that GKE makes for a private cluster lets its control plane reach TCP 443 and 10250 of the nodes, and nothing else.",
      open: ["443", "10250"],
      verify: "Where the nodes are private, `gcloud compute firewall-rules list` shows a rule from the range of the control plane to the tag of the nodes with these ports",
      sources: ["gcp.gke-firewall"],
    },
    podAddresses: { seen: "own", privately: true, shares: { own: { figure: podShares.gke, least: (times, pods) => 2 ** Math.ceil(Math.log2(times * pods)) } }, sources: ["gcp.gke-masquerade"] },
    nodePods: {
      decidedBy: "GKE sets it for each node pool when that is made, and cuts the range of pods of each node to it.",
      more: "Make a node pool of GKE with a larger maximum of pods, since one that is there keeps its own",
      sources: ["gcp.gke-max-pods"],
    },
  },
  accounts: [
    {
      id: "gcp-service-account",
      title: "Google Cloud service account with a JSON key",
      permissions: ["roles/compute.admin on the project", "roles/iam.serviceAccountUser on the project", "roles/viewer on the project", "The key carries project_id and is stored in base64 without line breaks"],
      fields: ["serviceAccount"],
      sources: ["kkp.provider-gcp", "kkp.code.preset"],
    },
  ],
  prepare: [
    {
      id: "gcp-api",
      title: "Compute Engine API switched on in the project",
      why: "Every call for machines, disks, networks and load balancers goes to it, and a new project has it switched off.",
      verify: "`gcloud services list --enabled` prints compute.googleapis.com",
      sources: ["kkp.provider-gcp"],
    },
    {
      id: "gcp-network",
      holdsNetworks: true,
      title: "VPC network and subnetwork in the region",
      why: "Without names in the Preset the network global/networks/default is used, and KKP adds firewall rules for the cluster itself, ICMP and the NodePorts.",
      verify: "`gcloud compute networks subnets describe` prints the range of the region",
      sources: ["kkp.code.security-groups", "kkp.code.preset"],
    },
    {
      id: "gcp-node-ports",
      title: "Who may reach the NodePorts of workers",
      why: "The firewall rule that KKP creates opens 30000-32767 to any address unless the user cluster names the allowed ranges.",
      verify: "It stands in writing which ranges each user cluster names as nodePortsAllowedIPRanges, and who creates user clusters with them",
      inUserClusters: "`gcloud compute firewall-rules list` shows what is written down for nodePortsAllowedIPRanges as source of 30000-32767, and nothing wider",
      forUserClusters: true,
      sources: ["kkp.code.security-groups"],
    },
    {
      id: "gcp-ssh",
      title: "Firewall rule for SSH to the nodes",
      why: "KKP opens TCP 22 on other clouds, but not here; without the rule no SSH key of a user cluster ever works.",
      verify: "`gcloud compute firewall-rules list` shows TCP 22 from the networks that people log in to nodes from, and from no other",
      forUserClusters: true,
      sources: ["kkp.code.security-groups"],
    },
    {
      id: "gcp-quota",
      title: "Quotas of the region: CPUs, SSD size, addresses in use, forwarding rules",
      why: "A Service of type LoadBalancer takes a forwarding rule and an address; quotas count for each region.",
      counts: ["volumes", "load-balancers", "addresses"],
      verify: "`gcloud compute regions describe` of the region shows in each project room for {demand}",
      sources: ["kkp.provider-gcp"],
    },
  ],
  questions: {
    place: {
      gcpProject: text({
        section: "Places",
        label: "Which Google Cloud project holds the machines here?",
        short: "Google Cloud project",
        help: "Terraform cannot do without its id, and the key of the service account carries it as project_id.",
        example: "example-platform",
        source: "kubeone.terraform",
        team: "infrastructure",
      }),
      gcpRegion: text({
        section: "Places",
        label: "Which Google Cloud region is this place?",
        short: "Google Cloud region",
        help: "The Seed must name it for each datacenter here.",
        example: "europe-west3",
        source: "kkp.provider-gcp",
        team: "infrastructure",
      }),
      gcpZones: texts({
        section: "Places",
        label: "Which zones of the region are used?",
        short: "Zones of the Google Cloud region",
        help: "The letters behind the region's name, one a line; the Seed lists them as zoneSuffixes.",
        example: "a, b, c",
        source: "kkp.code.datacenter",
        team: "infrastructure",
      }),
    },
    tenants: {
      gcpTenantProject: text({
        section: "Datacenters",
        label: "Which Google Cloud project holds the tenants' machines?",
        short: "Google Cloud project of the tenants",
        help: "Roles of a service account and most quotas count for a whole project.",
        example: "retail-production",
        source: "kkp.provider-gcp",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
