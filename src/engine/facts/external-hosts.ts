import type { SourceId } from "../kernel/outcome.ts";
import { fact, type Certainty, type Fact } from "./fact.ts";

/** One host of an allow-list and what is fetched from it. */
export interface AllowedHost {
  readonly host: string;
  readonly purpose: string;
  /** Set where it is not the port of the whole list. */
  readonly ports?: string;
  /** The host that people name, where downloads are only sent on from there. */
  readonly behind?: string;
  /** Set where only machines that install packages ask it, of those that a list is for. */
  readonly packages?: true;
}

const hosts = (id: string, statement: string, value: readonly AllowedHost[], sources: readonly SourceId[], certainty: Certainty = "sourced") =>
  fact<readonly AllowedHost[]>({ id: `external-hosts.${id}`, statement, value, certainty, sources });

export const registryHosts = hosts(
  "registries",
  "Images of master, Seeds and user clusters come from five registries; each may hand over to content hosts of its own, such as *.quay.io and *.docker.io.",
  [
    { host: "registry.k8s.io", purpose: "Images of Kubernetes itself" },
    { host: "quay.io", purpose: "Images of KKP, cert-manager, Calico and the monitoring" },
    { host: "docker.io", purpose: "Images of Envoy, Grafana and others" },
    { host: "ghcr.io", purpose: "Images of the monitoring, Flatcar's update operator and others" },
    { host: "gcr.io", purpose: "Image of kube-rbac-proxy" },
  ],
  ["kkp.proxy-allow-list"],
);

export const githubRegistry = fact({
  id: "external-hosts.github-registry",
  statement: "ghcr.io holds the images of Dex, of Karma and the reloader of Prometheus' configuration, of Flatcar's update operator in user clusters, and of restic in KubeOne's backups of etcd; the same in KKP 2.28 to 2.31.",
  value: { host: "ghcr.io", dex: "Dex", monitoring: ["Karma", "the reloader of Prometheus"], flatcar: "Flatcar's update operator", etcd: "restic for the backups of etcd" },
  certainty: "sourced",
  sources: ["kkp.proxy-allow-list", "kkp.code.monitoring-values", "kkp.code.flatcar-operator", "kubeone.code.images"],
});

export const workerHosts = hosts(
  "workers",
  "Workers load Kubernetes binaries and CNI plugins when they start.",
  [
    { host: "dl.k8s.io", purpose: "kubelet, kubeadm and kubectl" },
    { host: "cdn.dl.k8s.io", purpose: "Content host behind dl.k8s.io", behind: "dl.k8s.io" },
    { host: "github.com", purpose: "CNI plugins and cri-tools" },
    { host: "release-assets.githubusercontent.com", purpose: "Download host behind github.com", behind: "github.com" },
  ],
  ["kkp.proxy-allow-list", "github.hosts", "osm.profiles", "kubernetes.redirects"],
);

export const runtimeHosts = hosts(
  "container-runtime",
  "Profiles of Ubuntu, RHEL and Rocky Linux install the container runtime from Docker's packages; Flatcar brings its own, and Amazon Linux has it among its packages.",
  [{ host: "download.docker.com", purpose: "Container runtime on Ubuntu, RHEL and Rocky Linux" }],
  ["kkp.proxy-allow-list", "osm.profiles"],
);

export const flatcarUpdates = hosts(
  "flatcar-updates",
  "Machines with Flatcar ask a public server for new versions and load them from another host, both over TCP 443 and through the proxy of the machine. The profile leaves this on unless disableAutoUpdate of the machine is set.",
  [
    { host: "public.update.flatcar-linux.net", purpose: "Whether there is a new version, on machines with Flatcar" },
    { host: "update.release.flatcar-linux.net", purpose: "New versions of Flatcar" },
  ],
  ["flatcar.update-conf", "flatcar.update", "osm.profiles"],
);

export const redirectHosts = hosts(
  "redirects",
  "quay.io hands over to hosts below quay.io; docker.io means hosts below docker.io and docker.com, and images that are pulled without an account come from Docker's storage at Cloudflare. registry.k8s.io hands over to storage that changes and cannot be listed.",
  [
    { host: "*.quay.io", purpose: "Content hosts behind quay.io" },
    { host: "*.docker.io", purpose: "Registry and login behind docker.io" },
    { host: "*.docker.com", purpose: "Content hosts behind docker.io" },
    { host: "docker-images-prod.6aa30f8b08e16409b46e0173d6de2f56.r2.cloudflarestorage.com", purpose: "Content of docker.io for those who pull without an account" },
  ],
  ["kkp.proxy-allow-list", "docker.allow-list"],
  "standard",
);

export const githubContent = hosts(
  "github-content",
  "ghcr.io hands over to one content host.",
  [{ host: "pkg-containers.githubusercontent.com", purpose: "Content host behind ghcr.io" }],
  ["github.package-hosts"],
);

/** Content hosts behind registries that only some infrastructures need, by registry. */
export const registryContent: Readonly<Record<string, Fact<readonly AllowedHost[]>>> = {
  "mcr.microsoft.com": hosts("microsoft-content", "mcr.microsoft.com hands over to hosts below data.mcr.microsoft.com.", [{ host: "*.data.mcr.microsoft.com", purpose: "Content hosts behind mcr.microsoft.com" }], ["azure.registry-hosts"]),
  "public.ecr.aws": hosts("aws-content", "public.ecr.aws hands over to a host of CloudFront, which AWS names for one of its products alone and may change.", [{ host: "d5l0dvt14r5h8.cloudfront.net", purpose: "Content host behind public.ecr.aws" }], ["aws.ecr-content"], "unconfirmed"),
};

/** Where a host carries the region of its place. */
export const REGION_IN_HOST = "{region}";

/** What nodes of a vendor's managed Kubernetes load beside what the platform does. */
export const managedHosts = {
  aws: hosts(
    "managed-aws",
    "Nodes of Amazon EKS pull the images of its add-ons from a private registry of the region, below an account that differs from region to region; they ask the API of the registry for a password first, and layers come from S3 of the region. Add-ons with a role of their own get its tokens from STS, or from EKS Auth where the role is given by EKS Pod Identity.",
    [
      { host: "*.dkr.ecr.{region}.amazonaws.com", purpose: "Images of the add-ons of EKS, below an account of AWS" },
      { host: "api.ecr.{region}.amazonaws.com", purpose: "Login of nodes to that registry" },
      { host: "*.s3.{region}.amazonaws.com", purpose: "Layers of those images" },
      { host: "sts.{region}.amazonaws.com", purpose: "Tokens of add-ons whose role is given by a service account" },
      { host: "eks-auth.{region}.api.aws", purpose: "Tokens of add-ons whose role is given by EKS Pod Identity" },
    ],
    ["aws.eks-images", "aws.eks-endpoints", "aws.eks-auth"],
  ),
  azure: hosts(
    "managed-azure",
    "Nodes of Azure Kubernetes Service pull system images from mcr.microsoft.com, and load packages and binaries from hosts of Microsoft. They call the Azure API and log in to it.",
    [
      { host: "mcr-0001.mcr-msedge.net", purpose: "Content host behind mcr.microsoft.com" },
      { host: "packages.microsoft.com", purpose: "Packages of nodes of AKS" },
      { host: "packages.aks.azure.com", purpose: "Binaries of nodes of AKS" },
      { host: "acs-mirror.azureedge.net", purpose: "The same, by its former name" },
      { host: "management.azure.com", purpose: "Azure API, called by nodes of AKS" },
      { host: "login.microsoftonline.com", purpose: "Login to the Azure API" },
    ],
    ["azure.aks-hosts"],
  ),
  gcp: hosts(
    "managed-gcp",
    "Nodes of Google Kubernetes Engine pull system images from registries below gcr.io and pkg.dev; layers are seen to come from storage.googleapis.com, which no page promises.",
    [
      { host: "*.gcr.io", purpose: "System images of GKE" },
      { host: "*.pkg.dev", purpose: "System images of GKE in Artifact Registry" },
      { host: "storage.googleapis.com", purpose: "Layers of those images" },
    ],
    ["gcp.gke-registries"],
    "unconfirmed",
  ),
} as const;

export const packageHosts = hosts(
  "packages",
  "Machines with Ubuntu load packages and security updates from Ubuntu's own servers over TCP 80; packages are signed.",
  [
    { host: "archive.ubuntu.com", purpose: "Packages on Ubuntu (Flatcar needs none)", ports: "80" },
    { host: "security.ubuntu.com", purpose: "Security updates of Ubuntu", ports: "80" },
  ],
  ["kkp.proxy-allow-list", "ubuntu.mirrors"],
);

const PURPOSE = "Packages on Ubuntu, from the mirror that machines there ask";
const zoneMirror = { host: "*.clouds.archive.ubuntu.com", purpose: PURPOSE, ports: "80" };

/** Where machines with Ubuntu load packages from in place of archive.ubuntu.com, on infrastructures whose mirrors cloud-init or their images name. */
export const ubuntuMirrors = {
  aws: hosts(
    "ubuntu-aws",
    "On AWS cloud-init writes the mirror of the region, <region>.ec2.archive.ubuntu.com, into the package sources of Ubuntu before anything is installed; security updates stay with security.ubuntu.com.",
    [{ host: "*.ec2.archive.ubuntu.com", purpose: PURPOSE, ports: "80" }],
    ["ubuntu.mirrors"],
  ),
  openstack: hosts(
    "ubuntu-openstack",
    "Where the infrastructure names its availability zone, as OpenStack does, cloud-init writes <zone>.clouds.archive.ubuntu.com into the package sources of Ubuntu before anything is installed; every such name resolves.",
    [zoneMirror],
    ["ubuntu.mirrors"],
  ),
  azure: hosts("ubuntu-azure", "Machines with Ubuntu in Azure load packages from azure.archive.ubuntu.com.", [{ host: "azure.archive.ubuntu.com", purpose: PURPOSE, ports: "80" }], ["kkp.proxy-allow-list"]),
  gcp: hosts(
    "ubuntu-gcp",
    "By its own list cloud-init would write <zone>.clouds.archive.ubuntu.com; images of Google Cloud are seen to ask <region>.gce.archive.ubuntu.com in its place, which no page promises.",
    [{ host: "*.gce.archive.ubuntu.com", purpose: PURPOSE, ports: "80" }, zoneMirror],
    ["ubuntu.mirrors"],
    "unconfirmed",
  ),
  digitalocean: hosts(
    "ubuntu-digitalocean",
    "By its own list cloud-init would write <region>.clouds.archive.ubuntu.com; images of DigitalOcean are seen to ask mirrors.digitalocean.com in its place, which no page promises.",
    [{ host: "mirrors.digitalocean.com", purpose: PURPOSE, ports: "80" }, zoneMirror],
    ["ubuntu.mirrors"],
    "unconfirmed",
  ),
  hetzner: hosts("ubuntu-hetzner", "Hetzner's images of Ubuntu load packages over TLS from its own mirror, mirror.hetzner.com, which answers only inside its network.", [{ host: "mirror.hetzner.com", purpose: PURPOSE }], ["hetzner.packages"]),
} as const;

export const rhelHosts = hosts(
  "packages-rhel",
  "Machines with RHEL register with Red Hat's subscription service and load packages from its network, both over TCP 443; addresses change, and only names can be opened.",
  [
    { host: "subscription.rhsm.redhat.com", purpose: "Registration of RHEL with a subscription of yours" },
    { host: "cdn.redhat.com", purpose: "Packages of RHEL" },
  ],
  ["redhat.subscription-hosts"],
);

export const rockyHosts = hosts(
  "packages-rocky",
  "Machines with Rocky Linux ask mirrors.rockylinux.org for mirrors, which change and cannot be listed; behind a narrow allow-list their images name dl.rockylinux.org or a mirror of yours.",
  [
    { host: "mirrors.rockylinux.org", purpose: "List of mirrors of Rocky Linux, whose hosts change" },
    { host: "dl.rockylinux.org", purpose: "Packages of Rocky Linux, for machines that are told to ask no mirror" },
  ],
  ["rocky.packages"],
  "unconfirmed",
);

export const amazonHosts = hosts(
  "packages-amazon",
  "Machines with Amazon Linux 2 ask amazonlinux and the region for mirrors and load packages from buckets in S3 of that region, both below amazonaws.com; a gateway endpoint for S3 in their VPC serves them without internet.",
  [{ host: "*.amazonaws.com", purpose: "Packages of Amazon Linux, from S3 of the region" }],
  ["aws.packages"],
  "unconfirmed",
);

export const kubeOneHosts = hosts(
  "kubeone-nodes",
  "Machines that KubeOne sets up load packages of Kubernetes and of the operating system. Those with Flatcar install none: their script loads kubelet, kubeadm and kubectl from dl.k8s.io, CNI plugins and crictl from github.com, and the container runtime is there.",
  [
    { host: "pkgs.k8s.io", purpose: "kubelet and kubeadm packages", packages: true },
    { host: "prod-cdn.packages.k8s.io", purpose: "Content host behind pkgs.k8s.io", packages: true },
    // On Flatcar; where packages come from pkgs.k8s.io, the number of the release whose key signs them.
    { host: "dl.k8s.io", purpose: "kubelet, kubeadm and kubectl" },
    { host: "cdn.dl.k8s.io", purpose: "Content host behind dl.k8s.io", behind: "dl.k8s.io" },
    { host: "download.docker.com", purpose: "Container runtime", packages: true },
    // The list of Kubermatic names it; Flatcar's script takes dl.k8s.io in its place since KubeOne 1.6.
    { host: "storage.googleapis.com", purpose: "Kubernetes release files", packages: true },
    { host: "github.com", purpose: "CNI plugins" },
    { host: "release-assets.githubusercontent.com", purpose: "Download host behind github.com", behind: "github.com" },
  ],
  ["kkp.proxy-allow-list", "kubeone.scripts", "github.hosts", "kubernetes.redirects"],
);

export const gobetweenHosts = hosts(
  "gobetween",
  "The script of KubeOne's example loads gobetween from the releases of github.com/yyyar/gobetween onto the machine in front of the Kubernetes API.",
  [
    { host: "github.com", purpose: "gobetween in front of the Kubernetes API" },
    { host: "release-assets.githubusercontent.com", purpose: "Download host behind github.com", behind: "github.com" },
  ],
  ["kubeone.terraform-nutanix", "github.hosts"],
);

export const installerHosts = hosts(
  "installer",
  "The machine that runs the KKP installer loads its tools.",
  [
    { host: "github.com", purpose: "KubeOne and KKP releases" },
    { host: "release-assets.githubusercontent.com", purpose: "Download host behind github.com", behind: "github.com" },
  ],
  ["kkp.proxy-allow-list", "kkp.install-ce", "github.hosts"],
);

export const toolHosts = hosts(
  "tools",
  "Where tools are installed on the machine, Helm and kubectl come from the download hosts of their projects.",
  [
    { host: "get.helm.sh", purpose: "Helm" },
    { host: "dl.k8s.io", purpose: "kubectl" },
    { host: "cdn.dl.k8s.io", purpose: "Content host behind dl.k8s.io", behind: "dl.k8s.io" },
  ],
  ["helm.install", "kubernetes.install-kubectl"],
);

export const toolingHosts = hosts(
  "tooling",
  "The tooling container is an image of quay.io, which hands over to content hosts below quay.io.",
  [
    { host: "quay.io", purpose: "Image kubeone-tooling" },
    { host: "*.quay.io", purpose: "Content hosts behind quay.io" },
  ],
  ["kkp.proxy-allow-list", "kubermatic.tooling"],
);

export const terraformHosts = hosts(
  "terraform",
  "The machine that runs KubeOne loads Terraform and its providers as well.",
  [
    { host: "registry.terraform.io", purpose: "Terraform providers" },
    { host: "releases.hashicorp.com", purpose: "Terraform" },
  ],
  ["kkp.proxy-allow-list"],
);

export const recordsChartHost = hosts(
  "records-chart",
  "external-dns publishes its chart on a page of its own; the archive itself comes from github.com.",
  [{ host: "kubernetes-sigs.github.io", purpose: "Chart of external-dns" }],
  ["external-dns.providers"],
);

export const acmeHosts = hosts(
  "acme",
  "cert-manager orders certificates from Let's Encrypt, and tries it at the staging directory first.",
  [
    { host: "acme-v02.api.letsencrypt.org", purpose: "Let's Encrypt" },
    { host: "acme-staging-v02.api.letsencrypt.org", purpose: "Let's Encrypt, staging directory for the first try" },
  ],
  ["kkp.proxy-allow-list", "letsencrypt.staging"],
);

export const telemetryHost = hosts(
  "telemetry",
  "Unless told otherwise, a job on the master reports anonymous usage data of KKP and its clusters to Kubermatic once a day.",
  [{ host: "telemetry.k8c.io", purpose: "Daily usage report of KKP" }],
  ["kkp.telemetry", "kkp.install-ce"],
);

export const kyvernoHosts = hosts(
  "kyverno",
  "Controllers of Kyverno run on the Seed, beside the control plane of each user cluster that uses it; KKP takes their images from reg.kyverno.io.",
  [{ host: "reg.kyverno.io", purpose: "Images of Kyverno" }],
  ["kkp.code.kyverno"],
);

/** All host facts, for the register. */
export const externalHostFacts = [registryHosts, githubRegistry, flatcarUpdates, redirectHosts, githubContent, ...Object.values(registryContent), ...Object.values(managedHosts), workerHosts, runtimeHosts, packageHosts, ...Object.values(ubuntuMirrors), rhelHosts, rockyHosts, amazonHosts, kubeOneHosts, gobetweenHosts, installerHosts, toolHosts, toolingHosts, terraformHosts, recordsChartHost, acmeHosts, telemetryHost, kyvernoHosts];
