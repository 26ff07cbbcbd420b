import type { Provider } from "./provider.ts";

export const hetzner = {
  id: "hetzner",
  title: "Hetzner Cloud",
  sources: ["kkp.providers"],
  machineAddresses: "provider",
  nativeLoadBalancer: true,
  publicLoadBalancer: true,
  api: {
    title: "Hetzner Cloud API",
    port: 443,
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
    sources: ["kkp.code.storage-class"],
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
  questions: {},
} as const satisfies Provider;
