import { hosts, text } from "../answers/kinds.ts";
import { nutanixDataServices } from "../facts/providers.ts";
import type { Provider } from "./provider.ts";

export const nutanix = {
  id: "nutanix",
  title: "Nutanix",
  sources: ["kkp.providers"],
  machineAddresses: "dhcp-server",
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  api: {
    title: "Prism Central and Prism Element",
    ports: "9440",
    hosts: [],
    addressQuestion: "nutanixPrism",
    // It is Prism Element that the storage driver calls.
    fromWorkers: { sources: ["kkp.code.csi-addons"] },
    flowIds: ["P5"],
    sources: ["kkp.code.preset", "kkp.ports"],
  },
  registries: [],
  csi: {
    provisioner: "csi.nutanix.com",
    parameters: { storageType: "NutanixVolumes", storageContainer: "SelfServiceContainer", "csi.storage.k8s.io/fstype": "xfs" },
    volumeBindingMode: "Immediate",
    allowVolumeExpansion: true,
    // The installer has no class for this driver; it is written by hand.
    sources: ["kkp.code.storage-class", "kkp.code.csi-addons"],
  },
  userClusters: { cloudController: false, storageDriver: "csi.nutanix.com", sources: ["kkp.code.csi-addons"] },
  operatingSystems: ["ubuntu"],
  images: "customer",
  accountOf: { question: "nutanixCluster", title: "Nutanix cluster", apart: false },
  creates: {
    what: "categories for the project and for each user cluster",
    named: ["projectName"],
    verify: "Prism Central shows the project to the prepared user",
    sources: ["kkp.code.preset", "kkp.providers"],
  },
  datacenterFields: [{ field: "endpoint", question: { subject: "place", key: "nutanixPrism" }, form: "Prism Central alone, without scheme and port, out of {value}" }, { field: "images" }],
  kubeone: {
    workers: "machine-controller",
    cloudProvider: "nutanix",
    environment: ["NUTANIX_ENDPOINT", "NUTANIX_PORT", "NUTANIX_USERNAME", "NUTANIX_PASSWORD", "NUTANIX_INSECURE", "NUTANIX_CLUSTER_NAME"],
    inputs: [{ name: "cluster_name" }, { name: "nutanix_cluster_name" }, { name: "project_name" }, { name: "subnet_name" }, { name: "image_name" }],
    settings: [{ name: "control_plane_memory_size" }, { name: "worker_memory_size" }, { name: "control_plane_vcpus" }, { name: "worker_vcpus" }, { name: "worker_disk_size" }],
    apiEndpoint: "gobetween",
    plannedAddresses: {
      change: "In main.tf, nic_list of control_plane gets an ip_endpoint_list with type ASSIGNED and, by count.index, the ip out of {machines}; the subnet must be one whose addresses Nutanix itself manages.",
      changeFront: "nic_list of lb gets one with {api}.",
      verify: "Prism Central shows the subnet with IP management and each address as free in it, the address register shows all as reserved",
      why: "Terraform's example lets the subnet choose addresses: main.tf asks it for these instead, and gets none that is taken.",
      sources: ["kubeone.terraform-nutanix", "terraform.nutanix-machine"],
    },
    githubImage: "the cloud controller of Nutanix",
    workerZones: {
      single: "on the one cluster that nutanix_cluster_name names",
      field: "clusterName and subnetName are those of its zone",
      controlPlanes: "In main.tf, cluster_uuid and subnet of nutanix_virtual_machine.control_plane are those of a zone by count.index.",
      sources: ["kubeone.terraform-nutanix", "machine-controller.fields", "terraform.nutanix-machine"],
    },
    sources: ["kubeone.terraform", "kubeone.credentials", "kubeone.code.images"],
  },
  accounts: [
    {
      id: "nutanix-prism-central",
      title: "Nutanix user of Prism Central",
      permissions: ["Role Prism Central Admin, on the v3 API"],
      fields: ["username", "password", "clusterName"],
      plain: ["clusterName"],
      only: "machines",
      sources: ["kkp.code.preset", "kkp.providers"],
    },
    {
      id: "nutanix-prism-element",
      title: "Nutanix user of Prism Element for volumes",
      permissions: ["Role Cluster Admin on Prism Element"],
      fields: ["csiUsername", "csiPassword", "csiEndpoint"],
      plain: ["csiEndpoint"],
      // KubeOne's storage addon logs in to Prism Central with the user for machines.
      inKubeOne: "none",
      only: "volumes",
      sources: ["kkp.code.preset", "kkp.providers"],
    },
  ],
  prepare: [
    {
      id: "nutanix-network",
      title: "Cluster, project and subnet for the nodes",
      why: "Machines are created in the named project and take addresses of the subnet; KKP adds categories for project and cluster itself.",
      verify: "Prism Central shows project and subnet to the prepared user",
      sources: ["kkp.code.preset", "kubeone.terraform"],
    },
    {
      id: "nutanix-prism-version",
      title: "Prism Central pc.2024.2 or newer",
      why: "KubeOne's storage driver asks Prism Central for the volumes of master and Seeds, and the check that it brings takes no older one.",
      verify: "The page about the version in Prism Central shows pc.2024.2 or newer",
      forKubeOne: true,
      sources: ["kubeone.csi-nutanix"],
    },
    {
      id: "nutanix-data-services",
      title: "Data Services IP of the Nutanix cluster, open to nodes and workers by iSCSI",
      why: "Nutanix wants an iSCSI initiator on machines with volumes, and the Data Services IP is the portal that it logs in to; no source says whether drivers attach volumes through the hypervisor instead.",
      verify: "Prism Element shows the Data Services IP in the cluster details, and `nc -z` reaches its TCP 3260 from a machine of each network",
      uncertain: nutanixDataServices,
      sources: ["nutanix.csi", "nutanix.volumes", "kubeone.code.iscsi", "rfc.7143"],
    },
    {
      id: "nutanix-image",
      title: "Ubuntu image in Prism Central",
      why: "Workers on Nutanix run Ubuntu and nothing else; the Seed names the image for each datacenter.",
      verify: "The list of images in Prism Central shows it as active",
      sources: ["kkp.os-support", "kkp.code.datacenter"],
    },
  ],
  questions: {
    place: {
      nutanixPrism: hosts({
        section: "Places",
        label: "Under which names or addresses are Prism Central and Prism Element reached?",
        short: "Addresses of Prism",
        help: "Seeds call Prism Central; workers reach Prism Element for their volumes.",
        example: "prism-central.example.com, prism-element.example.com",
        source: "kkp.code.datacenter",
        team: "infrastructure",
        server: { title: "Prism", dialledBy: ["platform", "user-clusters"] },
      }),
    },
    datacenter: {
      nutanixCluster: text({
        section: "Datacenters",
        label: "Which Nutanix cluster holds the workers?",
        short: "Nutanix cluster",
        help: "A Preset without its name is refused.",
        source: "kkp.code.preset",
        team: "infrastructure",
      }),
    },
  },
} as const satisfies Provider;
