import type { SourceId } from "../kernel/outcome.ts";
import { fact, type Certainty, type Fact } from "./fact.ts";
import type { GitTransport } from "../values/repository.ts";

const port = (id: string, value: string, statement: string, sources: readonly SourceId[], certainty: Certainty = "sourced") =>
  fact<string>({ id: `ports.${id}`, statement, value, certainty, sources });

/** Ports of conversations that leave a cluster, as a firewall team enters them; several are joined by a comma. */
export const ports = {
  entryHttps: port("entry-https", "443", "Dashboard, API and Dex answer on TCP 443 of the platform entry.", ["kkp.ports"]),
  entryHttp: port("entry-http", "80", "The platform entry always listens on TCP 80 as well.", ["kkp.code.gateway", "kkp.code.nginx-values"]),
  kubernetesApi: port("kubernetes-api", "6443", "The Kubernetes API of master and Seeds answers on TCP 6443.", ["kkp.ports", "kubeone.infrastructure"]),
  apiServerBalanced: port("api-server-balanced", "443", "An API server with a load balancer of its own answers on TCP 443.", ["kkp.apiserver-policies"]),
  bgp: port("bgp", "179", "BGP sessions are opened to TCP 179 of a router.", ["metallb.bgp-config"]),
  bfdSingleHop: port("bfd-single-hop", "3784", "Each end of BFD over one hop sends to UDP 3784 of the other, from a port of 49152 to 65535.", ["rfc.5881"], "standard"),
  bfdMultiHop: port("bfd-multi-hop", "4784", "Each end of BFD over several hops sends to UDP 4784 of the other.", ["rfc.5883"], "standard"),
  kubelbApi: port("kubelb-api", "6443", "Connectors of KubeLB sign in to the management cluster on TCP 6443.", ["kubelb.requirements"]),
  kubelbEncrypted: port("kubelb-encrypted", "30000-32767", "With mutual TLS, KubeLB reaches each tenant on one TCP node port, which the tenant's cluster draws from 30000 to 32767; on 15443 only where the tenant's proxy has a load balancer of its own.", ["kubelb.requirements", "kubelb.mtls"]),
  workloads: port("workloads", "ports of the Services", "Services of user clusters answer on the ports that they ask for, over TCP or UDP; only whoever runs a workload can name them.", ["kubernetes.service", "kubelb.requirements"]),
  mirrorFilling: port("mirror-filling", "port by which it is filled", "Mirrors of binaries and packages are servers of the customer: only whoever runs one can name the port by which files come to it.", ["kkp.offline"], "derived"),
  nodePorts: port("node-ports", "30000-32767", "User clusters get ports of the range 30000 to 32767 with NodePort and LoadBalancer.", ["kkp.ports", "kkp.expose-strategies"]),
  tunnelForUsers: port("tunnel-for-users", "6443", "With Tunneling all user-cluster API servers of a Seed share TCP 6443.", ["kkp.ports", "kkp.expose-strategies"]),
  tunnelForWorkers: port("tunnel-for-workers", "6443, 8088", "With Tunneling workers dial TCP 6443, and 8088 for the API server inside their cluster.", ["kkp.ports", "kkp.expose-strategies"]),
  tokenIssuer: port("token-issuer", "443", "API servers of user clusters and identity-aware proxies reach the token issuer on TCP 443: its URL begins with https and names no port.", ["kkp.code.apiserver-policy", "kkp.code.iap-values"], "derived"),
  registries: port("registries", "443", "Images, charts and packages of master and Seeds come over TCP 443.", ["kkp.proxy-allow-list"]),
  workerImages: port("worker-images", "443", "CDI loads images over HTTP or HTTPS, from the port of the URL: TCP 443 unless it begins with http or names another.", ["kubevirt.cdi-import"], "derived"),
  bootImages: port("boot-images", "443", "Workers of Tinkerbell load their image over HTTP or HTTPS, from the port of the URL: TCP 443 unless it begins with http or names another.", ["tinkerbell.image2disk"], "derived"),
  packages: port("packages", "80", "Packages of Ubuntu come over TCP 80: its own list of mirrors begins with http.", ["kkp.proxy-allow-list", "ubuntu.mirrors"], "derived"),
  s3: port("s3", "443", "Backups go to an S3 endpoint over TCP 443.", ["kkp.etcd-backups"]),
  dns: port("dns", "53", "DNS answers on port 53, over UDP and for long answers over TCP.", ["rfc.1035"], "standard"),
  iscsi: port("iscsi", "3260", "The portal of an iSCSI target answers on TCP 3260 unless another port is set.", ["rfc.7143"], "standard"),
  smb: port("smb", "445", "File shares of Azure are mounted by SMB over TCP 445.", ["azure.files-network"]),
  ntp: port("ntp", "123", "Time servers answer on UDP 123.", ["rfc.5905"], "standard"),
  ssh: port("ssh", "22", "KubeOne reaches its machines by SSH, TCP 22.", ["kubeone.infrastructure"]),
  acmeChallenge: port("acme-challenge", "80", "Let's Encrypt fetches HTTP-01 challenges on TCP 80, and on no other port.", ["letsencrypt.challenges"]),
  acmeDirectory: port("acme-directory", "443", "cert-manager orders certificates from the ACME directory over TCP 443.", ["kkp.proxy-allow-list"]),
  zoneApi: port("zone-api", "443", "APIs of hosted DNS zones answer on TCP 443.", ["cert-manager.dns01"], "standard"),
} as const;

/** Ports of conversations inside one cluster. */
export const insidePorts = {
  etcd: port("inside.etcd", "2379, 2380", "Members of etcd talk on TCP 2379 and 2380.", ["kubeone.infrastructure", "kubernetes.ports"]),
  kubelet: port("inside.kubelet", "10250", "The kubelet answers on TCP 10250.", ["kubeone.infrastructure", "kubernetes.ports"]),
  vxlan: port("inside.vxlan", "8472", "Canal and Cilium carry pod traffic between nodes in VXLAN on UDP 8472.", ["kkp.code.canal", "cilium.requirements"], "derived"),
  nodeLocalDns: port("inside.node-local-dns", "53", "Pods ask NodeLocal DNS at 169.254.20.10 on their own node.", ["kkp.code.node-local-dns"]),
  certManagerWebhook: port("inside.cert-manager-webhook", "10250", "The cert-manager webhook listens on TCP 10250.", ["kkp.code.cert-manager-values"]),
  kkpWebhook: port("inside.kkp-webhook", "9443", "The webhook of KKP, on the master and on every Seed, listens on TCP 9443 behind a Service on 443.", ["kkp.code.webhook"]),
  nginxWebhook: port("inside.nginx-webhook", "8443", "The webhook of NGINX Ingress listens on TCP 8443.", ["kkp.code.nginx-rendered"]),
  envoyGatewayWebhook: port("inside.envoy-gateway-webhook", "9443", "The webhook of Envoy Gateway listens on TCP 9443.", ["envoy-gateway.code.injector"]),
  metallbWebhook: port("inside.metallb-webhook", "9443", "The webhook of MetalLB's controller listens on TCP 9443.", ["kkp.code.metallb-addon"]),
  frrWebhook: port("inside.frr-webhook", "19443", "The webhook of FRR-K8s, which keeps the BGP sessions of MetalLB since 0.16, listens on TCP 19443 of the node that it runs on.", ["metallb.code.values", "frr-k8s.code.webhook", "frr-k8s.code.values"]),
  machineControllerWebhook: port("inside.machine-controller-webhook", "9876", "The webhook of the machine-controller listens on TCP 9876.", ["kkp.code.control-plane"]),
  osmWebhook: port("inside.osm-webhook", "9443", "The webhook of the operating-system-manager listens on TCP 9443.", ["kkp.code.control-plane"]),
  snapshotWebhook: port("inside.snapshot-webhook", "443", "The webhook for snapshots that KubeOne brings with a storage driver listens on TCP 443.", ["kubeone.code.snapshot-webhook"]),
  autoscalerWebhook: port("inside.autoscaler-webhook", "8000", "The admission controller of the vertical pod autoscaler listens on TCP 8000 behind a Service on 443.", ["kkp.code.autoscaler-webhook"]),
  kyvernoWebhook: port("inside.kyverno-webhook", "9443", "Kyverno of a user cluster listens on TCP 9443 behind a Service on 443.", ["kkp.code.kyverno"]),
  userClusterWebhook: port("inside.user-cluster-webhook", "443, 6443", "The user-cluster webhook listens on TCP 443 and 6443.", ["kkp.code.control-plane"]),
  konnectivity: port("inside.konnectivity", "8132", "The konnectivity server beside each API server takes agents on TCP 8132.", ["kkp.code.control-plane"]),
  minio: port("inside.minio", "9000", "MinIO in the cluster answers on TCP 9000.", ["kkp.add-seed", "kkp.code.minio-values"]),
  tunnellingAgent: port("inside.tunnelling-agent", "6443", "The tunnelling agent answers on TCP 6443 of its address on every worker.", ["kkp.expose-strategies"]),
} as const;

/** Ports of Git by transport, where none is written. */
export const gitPorts = fact<Readonly<Record<GitTransport, string>>>({
  id: "ports.git",
  statement: "Git reaches a repository over TCP 443 by https, 80 by http, 22 by ssh and 9418 by its own protocol, unless the URL names another port.",
  value: { https: "443", http: "80", ssh: "22", git: "9418" },
  certainty: "standard",
  sources: ["git.clone"],
});

/** All port facts, for the register. */
export const portFacts: readonly Fact<unknown>[] = [gitPorts, ...Object.values(ports), ...Object.values(insidePorts)];
