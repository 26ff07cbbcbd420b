import type { ApiEndpoint } from "./api-endpoint.ts";

export const gobetween = {
  id: "gobetween",
  title: "A machine with gobetween",
  help: "Terraform adds one machine that passes the API on; KubeOne's example for Nutanix does so. Checklists that say go-between for vSphere mean keepalived.",
  sources: ["kubeone.terraform"],
  addressFrom: "customer",
  addressIn: "node-network",
  holds: "a machine with gobetween holds it",
  vrrp: false,
  moves: false,
  passesOn: "address",
  singlePoint: "the machine that runs gobetween",
  consequence: ({ address, machines, name }) => `One machine more at ${address} passes the API on to ${machines} control-plane machines of ${name}; while it is away, so is the API.`,
  prepare: {
    team: "infrastructure",
    title: ({ name }) => `Room for one machine more with gobetween, in front of ${name}`,
    verify: ({ address }) => `${address === "" ? "Its address" : address} is reserved outside the DHCP range`,
    why: ({ name, port }) => `Terraform creates it beside the control planes of ${name}; it carries TCP ${port} and nothing else.`,
  },
} as const satisfies ApiEndpoint;
