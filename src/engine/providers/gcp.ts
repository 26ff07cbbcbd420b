import { text, texts } from "../answers/kinds.ts";
import type { Provider } from "./provider.ts";

export const gcp = {
  id: "gcp",
  title: "Google Cloud",
  sources: ["kkp.provider-gcp"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  dualStack: { subnets: true, loadBalancer: "both" },
  api: {
    title: "Google Cloud API",
    ports: "443",
    hosts: ["compute.googleapis.com", "oauth2.googleapis.com"],
    fromWorkers: false,
    flowIds: ["P5"],
    sources: ["kkp.provider-gcp", "kkp.ports"],
  },
  registries: [],
  csi: {
    provisioner: "pd.csi.storage.gke.io",
    parameters: { type: "pd-ssd" },
    volumeBindingMode: "WaitForFirstConsumer",
    allowVolumeExpansion: false,
    // The installation page writes `gce`; the code knows `gcp` only.
    installerName: "gcp",
    sources: ["kkp.code.storage-class"],
  },
  userClusters: { cloudController: true, storageDriver: "pd.csi.storage.gke.io", sources: ["kkp.code.cloud-controllers", "kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu", "flatcar"],
  images: "provider",
  zonesQuestion: "gcpZones",
  datacenterFields: [
    { field: "region", question: { subject: "place", key: "gcpRegion" } },
    { field: "zoneSuffixes", question: { subject: "place", key: "gcpZones" } },
  ],
  kubeone: { workers: "machine-controller", inputs: [{ name: "cluster_name" }, { name: "project" }], apiEndpoint: "provider", sources: ["kubeone.terraform"] },
  managedKubernetes: "GKE",
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
      verify: "gcloud services list --enabled prints compute.googleapis.com",
      sources: ["kkp.provider-gcp"],
    },
    {
      id: "gcp-network",
      title: "VPC network and subnetwork in the region",
      why: "Without names in the Preset the network global/networks/default is used, and KKP adds firewall rules for the cluster itself, ICMP and the NodePorts.",
      verify: "gcloud compute networks subnets describe prints the range of the region",
      sources: ["kkp.code.security-groups", "kkp.code.preset"],
    },
    {
      id: "gcp-ssh",
      title: "Firewall rule for SSH to the nodes",
      why: "KKP opens TCP 22 on other clouds, but not here; without the rule no SSH key of a user cluster ever works.",
      verify: "gcloud compute firewall-rules list shows TCP 22 from the bastion's network",
      sources: ["kkp.code.security-groups"],
    },
    {
      id: "gcp-quota",
      title: "Quotas of the region: CPUs, SSD size, addresses in use, forwarding rules",
      why: "A Service of type LoadBalancer takes a forwarding rule and an address; quotas count for each region.",
      verify: "gcloud compute regions describe shows room for the machines of this plan",
      sources: ["kkp.provider-gcp"],
    },
  ],
  questions: {
    place: {
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
  },
} as const satisfies Provider;
