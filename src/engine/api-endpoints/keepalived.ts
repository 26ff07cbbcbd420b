import type { ApiEndpoint } from "./api-endpoint.ts";

export const keepalived = {
  id: "keepalived",
  title: "Virtual address by keepalived",
  help: "The control-plane machines hand one address around by VRRP.",
  sources: ["kubeone.ha", "rfc.5798"],
  addressFrom: "customer",
  addressIn: "node-network",
  holds: "keepalived moves it by VRRP",
  vrrp: true,
  moves: true,
  consequence: ({ address, machines, name }) =>
    `${address} moves among ${machines} control-plane machines of ${name} by VRRP; it serves the API only and is no part of the block of virtual addresses.`,
} as const satisfies ApiEndpoint;
