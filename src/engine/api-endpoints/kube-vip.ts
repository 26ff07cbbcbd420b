import type { ApiEndpoint } from "./api-endpoint.ts";

export const kubeVip = {
  id: "kube-vip",
  title: "Virtual address by kube-vip",
  help: "A static pod on each control plane; the elected one answers for the address in its segment.",
  sources: ["kube-vip.architecture"],
  addressFrom: "customer",
  addressIn: "node-network",
  holds: "kube-vip answers for it on the elected control plane",
  vrrp: false,
  moves: true,
  consequence: ({ address, machines, name }) =>
    `${address} is answered by the one of ${machines} control-plane machines of ${name} that kube-vip elects through the Kubernetes API; no VRRP passes the segment.`,
  prepare: {
    team: "platform",
    title: ({ name }) => `Manifest of kube-vip for the control planes of ${name}`,
    verify: ({ address }) => `The manifest names ${address === "" ? "the address" : address}, the interface and ARP, and its image can be pulled from the node network`,
    why: ({ name }) => `KubeOne does not bring kube-vip: its manifest must lie on the first control plane of ${name} before the others join through the address.`,
  },
} as const satisfies ApiEndpoint;
