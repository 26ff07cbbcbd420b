import type { Provider } from "./provider.ts";

export const hetzner = {
  id: "hetzner",
  title: "Hetzner Cloud",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  dualStack: { loadBalancer: "both" },
  api: {
    title: "Hetzner Cloud API",
    ports: "443",
    hosts: ["api.hetzner.cloud"],
    fromWorkers: false,
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
  datacenterFields: [{ field: "datacenter" }, { field: "network" }],
  kubeone: { workers: "machine-controller", inputs: [{ name: "cluster_name" }], apiEndpoint: "provider", sources: ["kubeone.terraform"] },
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
      why: "The cloud controller runs only where the datacenter names a network that exists already.",
      verify: "hcloud network describe prints the network",
      sources: ["kkp.providers"],
    },
  ],
  questions: {},
} as const satisfies Provider;
