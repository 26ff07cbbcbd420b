import { kubeVipImage } from "../facts/api-endpoints.ts";
import type { ApiEndpoint } from "./api-endpoint.ts";
import { PLANES } from "./control-planes.ts";

/** Where the kubelet looks for pods of its machine. */
const MANIFEST = "/etc/kubernetes/manifests/kube-vip.yaml";

/** The manifest that kube-vip itself writes for a static pod in ARP mode; its defaults are left to it. */
const POD = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata: { name: kube-vip, namespace: kube-system, labels: { app: kube-vip } }",
  "spec:",
  "  hostNetwork: true",
  "  hostAliases:",
  "    - { ip: 127.0.0.1, hostnames: [kubernetes] }",
  "  containers:",
  "    - name: kube-vip",
  "      image: {image}",
  "      args: [manager]",
  "      env:",
  '        - { name: address, value: "{address}" }',
  '        - { name: port, value: "{port}" }',
  '        - { name: vip_arp, value: "true" }',
  '        - { name: cp_enable, value: "true" }',
  "        - { name: cp_namespace, value: kube-system }",
  '        - { name: vip_leaderelection, value: "true" }',
  "        - { name: vip_nodename, valueFrom: { fieldRef: { fieldPath: spec.nodeName } } }",
  "      securityContext: { capabilities: { add: [NET_ADMIN, NET_RAW], drop: [ALL] } }",
  "      volumeMounts:",
  "        - { name: kubeconfig, mountPath: /etc/kubernetes/admin.conf }",
  "  volumes:",
  "    - name: kubeconfig",
  "      hostPath:",
  "        path: /etc/kubernetes/admin.conf",
];

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
    verify: ({ address, pulled }) => `The manifest in the runbook fits: ${address === "" ? "the address" : address}, ARP, and the network card of the default route unless vip_interface names another; ${pulled()}`,
    inNetwork: "pulled",
    why: ({ name }) => `KubeOne does not bring kube-vip: its manifest must lie on the first control plane of ${name} before the others join through the address.`,
  },
  install: {
    sources: ["kube-vip.static", "kube-vip.super-admin", "kube-vip.releases", "kubeone.tasks"],
    image: kubeVipImage,
    before: {
      title: "Lay kube-vip onto the first control plane of {name}",
      text: `${PLANES} kube-vip.yaml answers for {address} on the network card of the default route; where the node network is on another, add vip_interface with its name. The first control plane gets it with super-admin.conf, since admin.conf has no rights before kubeadm is done.`,
      commands: [
        "cat > {folder}/kube-vip.yaml <<'EOF'",
        ...POD,
        "EOF",
        `sed 's#path: /etc/kubernetes/admin.conf#path: /etc/kubernetes/super-admin.conf#' {folder}/kube-vip.yaml | {ssh} "$(head -n 1 {folder}/control-planes)" 'sudo mkdir -p /etc/kubernetes/manifests && sudo tee ${MANIFEST} > /dev/null'`,
      ],
      why: "KubeOne does not bring kube-vip, and kubeadm on the first control plane already asks for {address}: while nobody answers there, the next step fails.",
    },
    after: {
      title: "Bring kube-vip to all control planes of {name}",
      text: "The first one gets the manifest once more, now with admin.conf: KubeOne has removed super-admin.conf, and the pod would not start again with it. The address may be away for some seconds.",
      commands: [
        `for host in $(cat {folder}/control-planes); do {ssh} "$host" 'sudo tee ${MANIFEST} > /dev/null' < {folder}/kube-vip.yaml; done`,
        "kubectl -n kube-system get pods -l app=kube-vip -o wide",
        // Before 7.86 curl takes no range in NO_PROXY, and would ask the proxy for the address.
        "curl -kfsS --noproxy '*' --retry 10 --retry-all-errors --retry-delay 3 https://{address}:{port}/livez",
      ],
      why: "Until then the first control plane alone can hold {address}: while that machine is away, so is the API of {name}.",
    },
  },
} as const satisfies ApiEndpoint;
