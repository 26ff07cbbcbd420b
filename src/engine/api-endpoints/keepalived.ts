import { keepalivedPriorities } from "../facts/api-endpoints.ts";
import type { ApiEndpoint } from "./api-endpoint.ts";
import { PLANES } from "./control-planes.ts";

/** A template of KubeOne's example, filled and laid to its place. */
const filled = (template: string, values: readonly string[], target: string): string =>
  `sed ${values.map((value) => `-e "s/[$][{]${value}[}]/$${value}/"`).join(" ")} {folder}/keepalived/${template} | {ssh} "$host" 'sudo tee ${target} > /dev/null'`;

export const keepalived = {
  id: "keepalived",
  title: "Virtual address by keepalived",
  help: "The control-plane machines hand one address around by VRRP.",
  sources: ["kubeone.ha", "rfc.5798"],
  addressFrom: "customer",
  addressIn: "node-network",
  holds: "keepalived moves it by VRRP",
  vrrp: true,
  script: { name: "keepalived.sh", folder: "keepalived" },
  moves: true,
  consequence: ({ address, machines, name }) =>
    `${address} moves among ${machines} control-plane machines of ${name} by VRRP; it serves the API only and is no part of the block of virtual addresses.`,
  install: {
    sources: ["kubeone.terraform-vsphere", "kubeone.infrastructure"],
    values: keepalivedPriorities,
    before: {
      title: "Set up keepalived on the control planes of {name}",
      text: `${PLANES} {name}/keepalived holds keepalived.sh, etc_keepalived_keepalived_conf.tpl and etc_keepalived_check_apiserver_sh.tpl of examples/terraform/vsphere from the archive of KubeOne, whose Terraform sets keepalived up on vSphere and nowhere else. The address goes to the network card that leads to it.`,
      commands: [
        'AUTH_PASS="$(openssl rand -hex 4)" APISERVER_VIP={address} ROUTER_ID={routerId} STATE=MASTER PRIORITY={first}',
        "for host in $(cat {folder}/control-planes); do",
        `INTERFACE="$({ssh} -n "$host" ip -o -4 route show to match {address} table main | tail -n 1 | sed 's/.* dev \\([^ ]*\\).*/\\1/')"`,
        `{ssh} "$host" 'bash -s' < {folder}/keepalived/keepalived.sh`,
        filled("etc_keepalived_keepalived_conf.tpl", ["STATE", "INTERFACE", "ROUTER_ID", "PRIORITY", "AUTH_PASS", "APISERVER_VIP"], "/etc/keepalived/keepalived.conf"),
        filled("etc_keepalived_check_apiserver_sh.tpl", ["APISERVER_VIP"], "/etc/keepalived/check_apiserver.sh"),
        `{ssh} -n "$host" 'sudo chmod +x /etc/keepalived/check_apiserver.sh && sudo systemctl restart keepalived'`,
        "STATE=BACKUP PRIORITY={others}",
        "done",
        `{ssh} -n "$(head -n 1 {folder}/control-planes)" ip -o address show | grep -F ' {address}/'`,
      ],
      why: "Nobody else sets keepalived up on these machines, and KubeOne, which begins on the first control plane, asks for the API by {address}: the last command shows it there, after some seconds if need be.",
    },
  },
} as const satisfies ApiEndpoint;
