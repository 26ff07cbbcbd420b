import type { ApiEndpoint } from "./api-endpoint.ts";

export const provider = {
  id: "provider",
  title: "The infrastructure's load balancer",
  help: "Created with the cluster.",
  sources: ["kubeone.ha", "kubeone.terraform"],
  addressFrom: "provider",
  addressIn: "anywhere",
  holds: "the infrastructure's load balancer holds it",
  vrrp: false,
  moves: false,
  outside: "the infrastructure's load balancer",
  consequence: ({ machines, name, port }) => `The infrastructure spreads TCP ${port} over ${machines} control-plane machines of ${name} and names the address.`,
} as const satisfies ApiEndpoint;
