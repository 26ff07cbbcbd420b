import type { Provider } from "./contract/index.ts";
import { siteWayOut } from "./site-way-out.ts";

export const edge = {
  id: "edge",
  title: "Edge",
  sources: ["kkp.provider-edge"],
  machineAddresses: "fixed",
  workersOnly: "Edge devices join user clusters by a script; a master or Seed needs machines of its own elsewhere.",
  leaving: siteWayOut,
  nativeLoadBalancer: false,
  publicLoadBalancer: false,
  registries: [],
  userClusters: { cloudController: false, sources: ["kkp.provider-edge", "kkp.code.cloud-controllers"] },
  workersRef: "E19",
  // The script is that of the operating-system-manager, which writes the datacenter's mirrors and proxy into it.
  joined: {
    machine: "device",
    how: "one MachineDeployment stands for one device, whatever its replicas say, and whoever prepares the devices runs on each the script that the details of its own MachineDeployment show",
    sources: ["kkp.provider-edge"],
  },
  operatingSystems: ["ubuntu"],
  images: "none",
  datacenterFields: [{ field: "edge: {}" }],
  // The editions page lists it, the list of providers names no edition.
  enterprise: { sources: ["kkp.editions", "kkp.providers"] },
  support: { statement: "KKP calls its edge provider experimental.", sources: ["kkp.provider-edge"] },
  accounts: [],
  prepare: [
    {
      id: "edge-devices",
      countsJoined: true,
      title: "Devices named, with the system that is chosen for their workers",
      why: "No API creates them: somebody runs the script of the user cluster on each device, which then opens every connection itself.",
      how: "One device goes first: the page of this provider names Ubuntu 20.04 and 22.04 alone, and the newer matrix Ubuntu 24.04.",
      verify: "`hostname` and `cat /etc/os-release` on each device print its own name and the chosen system",
      sources: ["kkp.provider-edge", "kkp.os-support"],
    },
  ],
  questions: {},
} as const satisfies Provider;
