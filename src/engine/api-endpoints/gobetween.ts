import { gobetweenArchive } from "../facts/api-endpoints.ts";
import { gobetweenHosts } from "../facts/external-hosts.ts";
import type { ApiEndpoint } from "./api-endpoint.ts";
import { PLANES } from "./control-planes.ts";

const SET_UP = "Set up gobetween in front of {name}";

/** How its program comes to a machine that reaches nothing. */
const CARRIED = " It reaches nothing outside: the mirror workstation fetches the program from github.com and puts it into the script that sets the machine up.";

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
  script: { name: "gobetween.sh", folder: "gobetween" },
  loads: gobetweenHosts,
  carried: gobetweenArchive,
  singlePoint: "the machine that runs gobetween",
  consequence: ({ address, machines, name }) => `One machine more at ${address} passes the API on to ${machines} control-plane machines of ${name}; while it is away, so is the API.`,
  prepare: {
    team: "infrastructure",
    title: ({ name }) => `Room for one machine more with gobetween, in front of ${name}`,
    verify: ({ address }) => `${address === "" ? "Its address" : address} is reserved outside the DHCP range`,
    why: ({ name, port, offline }) => `Terraform creates it beside the control planes of ${name}; it carries TCP ${port} and nothing else.${offline ? CARRIED : ""}`,
  },
  prepareByHand: {
    team: "infrastructure",
    title: ({ name }) => `A machine for gobetween in front of ${name}`,
    verify: ({ address }) => `\`ssh\` reaches it at ${address === "" ? "its address" : address}, which is reserved outside the DHCP range`,
    inNetwork: "always",
    byKey: true,
    why: ({ name, port, offline }) => `Terraform makes none here: it stands beside the control planes of ${name} and carries TCP ${port} and nothing else.${offline ? CARRIED : ""}`,
  },
  prepareInMade: {
    team: "infrastructure",
    title: ({ name }) => `Room for one machine more with gobetween, in front of ${name}`,
    verify: ({ name, address }) => `Quota or free capacity holds one small machine, ${address === "" ? "its address" : address} is reserved outside the DHCP range, and somebody is named who makes it in the step “${SET_UP.replace("{name}", name)}” of the runbook`,
    why: ({ name, port, offline }) => `Terraform makes the network in which it stands, and no such machine: it comes after the control planes of ${name} and carries TCP ${port} and nothing else.${offline ? CARRIED : ""}`,
  },
  install: {
    inMade: "Terraform has made the network by now, and not this machine: whoever runs the infrastructure makes it there with the address {address} and the user of KubeOne's key, who needs no password for sudo.",
    sources: ["kubeone.terraform-nutanix", "kubeone.ha"],
    before: {
      title: SET_UP,
      text: `{made}${PLANES} {name}/api-machine holds user@address of the machine that has {address}. {name}/gobetween holds gobetween.sh, {program}, and etc_gobetween.tpl of examples/terraform/nutanix from the archive of KubeOne.`,
      commands: [
        `sed 's/.*@\\(.*\\)/    "\\1:{port}",/' {folder}/control-planes > {folder}/gobetween/targets`,
        `{ssh} "$(cat {folder}/api-machine)" 'bash -s' < {folder}/gobetween/gobetween.sh`,
        `sed -e '/%{/d' -e '/[{]target[}]/{' -e r{folder}/gobetween/targets -e d -e '}' {folder}/gobetween/etc_gobetween.tpl | {ssh} "$(cat {folder}/api-machine)" 'sudo tee /etc/gobetween.toml > /dev/null && sudo systemctl restart gobetween'`,
      ],
      why: "KubeOne begins on the first control plane and asks for the API at {address}: while nothing passes it on, the next step fails.",
    },
  },
} as const satisfies ApiEndpoint;
