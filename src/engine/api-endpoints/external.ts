import type { ApiEndpoint } from "./api-endpoint.ts";

export const external = {
  id: "external",
  title: "A load balancer of yours",
  help: "An appliance or service outside the cluster.",
  sources: ["kubeone.ha", "kubeone.infrastructure"],
  addressFrom: "customer",
  addressIn: "anywhere",
  holds: "your load balancer holds it",
  vrrp: false,
  moves: false,
  outside: "your load balancer",
  passesOn: "asked",
  consequence: ({ address, machines, name, port }) => `Your load balancer answers at ${address} and must watch ${machines} control-plane machines of ${name} on TCP ${port}.`,
  prepare: {
    team: "network",
    title: ({ name, port }) => `Load balancer in front of the Kubernetes API of ${name}, TCP ${port}`,
    verify: ({ address, port }) => `Its status lists the control planes as members on TCP ${port}, none of them up yet, and its log shows a trial of ${address === "" ? `\`nc -vz\` to its address and port ${port}` : `\`nc -vz ${address} ${port}\``}`,
    why: ({ machines, name }) => `KubeOne joins machines of ${name} through it from the first minute; it watches ${machines} control planes and passes TLS on untouched.`,
  },
} as const satisfies ApiEndpoint;
