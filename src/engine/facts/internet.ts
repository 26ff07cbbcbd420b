import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

/** Pods that take no proxy, whatever the plan enters. */
export type WithoutProxy = "snapshots" | "restores" | "exporter" | "userClusters" | "platformEtcd" | "interfaces" | "solver" | "plugIn" | "reports";

export const internetFacts = {
  alertProxy: fact({
    id: "internet.alert-proxy",
    statement: "Alertmanager sends webhooks through a proxy only where http_config of its configuration names one, by proxy_url or by proxy_from_environment, which is false by default; mail goes without a proxy.",
    value: { environment: "proxy_from_environment", url: "http_config.proxy_url" },
    certainty: "derived",
    sources: ["alertmanager.configuration"],
  }),
  noProxyBase: fact<readonly string[]>({
    id: "internet.no-proxy-base",
    statement: "KKP adds 127.0.0.1/8, localhost, .local, .local., kubernetes, .default and .svc to NO_PROXY of the master's components and of a Seed's own controllers, and of nothing else.",
    value: ["127.0.0.1/8", "localhost", ".local", ".local.", "kubernetes", ".default", ".svc"],
    certainty: "sourced",
    sources: ["kkp.code.operator-proxy", "kkp.http-proxy"],
  }),
  withoutProxy: fact<Readonly<Record<WithoutProxy, string>>>({
    id: "internet.without-proxy",
    statement:
      "Some pods call hosts outside and have no field for a proxy: the Jobs that write and delete etcd snapshots, the etcd pods that fetch one for a restore, the S3 exporter, Velero in user clusters, KubeOne's backup of etcd, the Jobs that write reports of metering, and oauth2-proxy in front of the interfaces. A webhook of cert-manager for a zone, and a plug-in that brings an issuer, run in pods of their own, which cert-manager's fields do not reach. Neither KubermaticConfiguration nor the Seed reaches them.",
    value: {
      snapshots: "the Jobs that write etcd snapshots",
      restores: "the etcd pods that fetch one",
      exporter: "the S3 exporter",
      userClusters: "Velero in user clusters",
      platformEtcd: "KubeOne's backup of etcd",
      reports: "the Jobs that write reports of metering",
      interfaces: "the logins in front of monitoring (IAP)",
      solver: "the webhook beside cert-manager",
      plugIn: "the plug-in of cert-manager that asks the issuer",
    },
    certainty: "sourced",
    sources: ["kkp.code.etcd-backup-jobs", "kkp.code.etcd", "kkp.code.s3-exporter-deployment", "kkp.code.cluster-backup-pods", "kubeone.backups-restic", "kkp.code.metering-jobs", "kkp.code.iap-deployments", "cert-manager.dns01", "cert-manager.external"],
  }),
  insecureNames: fact<Readonly<Record<ReleaseId, boolean>>>({
    id: "internet.insecure-names",
    statement:
      "Operating system manager 1.7.6 and 1.8.1 of KKP 2.28 and 2.29 write insecureRegistries by the name of the registry that is asked. 1.10.7 and 1.11.3 of 2.30 and 2.31 write a file for each mirrored name, which skips the check only where insecureRegistries has that name.",
    value: { "2.28": false, "2.29": false, "2.30": true, "2.31": true },
    certainty: "sourced",
    sources: ["osm.code.containerd"],
  }),
  storeProxy: fact({
    id: "internet.store-proxy",
    statement:
      "Velero takes a proxy from velero.configuration.extraEnvVars, which its chart 7.1.0 (KKP 2.28 and 2.29) reads as a map and 11.3.2 (2.30 and 2.31) as a list of name and value. Cortex takes it from env and Loki from extraEnv of each part that calls the store. Both dial their own pods by gRPC, which obeys HTTPS_PROXY as well; Loki's queriers name a Service of theirs without its domain.",
    value: {
      veleroForm: { "2.28": "Its chart takes a map of names and values here.", "2.29": "Its chart takes a map of names and values here.", "2.30": "Its chart takes a list of name and value here.", "2.31": "Its chart takes a list of name and value here." },
      frontend: "loki-distributed-query-frontend-headless",
    },
    certainty: "derived",
    sources: ["velero.chart", "cortex.chart", "loki.chart", "kkp.code.mla-values", "grpc.proxy"],
  }),
  aptSources: fact({
    id: "internet.apt-sources",
    statement: "At the first start of a machine cloud-init writes the package sources of Ubuntu anew, whatever the image holds, unless its configuration in the image says apt: preserve_sources_list: true or names mirrors.",
    value: { keep: "preserve_sources_list: true below apt", folder: "/etc/cloud/cloud.cfg.d" },
    certainty: "sourced",
    sources: ["ubuntu.apt-configure"],
  }),
  publicRegistries: fact<readonly string[]>({
    id: "internet.public-registries",
    statement: "Charts and manifests of the platform name their images below docker.io, quay.io, ghcr.io, gcr.io and registry.k8s.io; mirror-images writes each into the private registry under the same path.",
    value: ["docker.io", "quay.io", "ghcr.io", "gcr.io", "registry.k8s.io"],
    certainty: "derived",
    sources: ["kkp.proxy-allow-list", "kkp.offline"],
  }),
  imageFields: fact<readonly { readonly field: string; readonly what: string; readonly registry: string; readonly path: string; readonly ofEdition?: true; readonly extra?: "vpa" }[]>({
    id: "internet.image-fields",
    statement:
      "KubermaticConfiguration has a field for the image of each component that KKP's operator starts on master and Seeds; the Enterprise Edition has images of its own of the dashboard and of KKP itself. overwriteRegistry changes images of user clusters alone. The image of the operator is a value of its chart.",
    value: [
      { field: "spec.api.dockerRepository", what: "the API of the dashboard", registry: "quay.io", path: "kubermatic/dashboard", ofEdition: true },
      { field: "spec.ui.dockerRepository", what: "the dashboard", registry: "quay.io", path: "kubermatic/dashboard", ofEdition: true },
      { field: "spec.masterController.dockerRepository", what: "the controllers of the master", registry: "quay.io", path: "kubermatic/kubermatic", ofEdition: true },
      { field: "spec.seedController.dockerRepository", what: "the controllers of each Seed", registry: "quay.io", path: "kubermatic/kubermatic", ofEdition: true },
      { field: "spec.webhook.dockerRepository", what: "the webhook of master and Seeds", registry: "quay.io", path: "kubermatic/kubermatic", ofEdition: true },
      { field: "spec.userCluster.addons.dockerRepository", what: "the manifests of addons, which controllers of each Seed unpack,", registry: "quay.io", path: "kubermatic/addons" },
      { field: "spec.verticalPodAutoscaler.recommender.dockerRepository", what: "the recommender of the Vertical Pod Autoscaler", registry: "registry.k8s.io", path: "autoscaling/vpa-recommender", extra: "vpa" },
      { field: "spec.verticalPodAutoscaler.updater.dockerRepository", what: "the updater of the Vertical Pod Autoscaler", registry: "registry.k8s.io", path: "autoscaling/vpa-updater", extra: "vpa" },
      { field: "spec.verticalPodAutoscaler.admissionController.dockerRepository", what: "the admission controller of the Vertical Pod Autoscaler", registry: "registry.k8s.io", path: "autoscaling/vpa-admission-controller", extra: "vpa" },
    ],
    certainty: "sourced",
    sources: ["kkp.code.configuration-defaults", "kkp.offline"],
  }),
  redirected: fact<readonly string[]>({
    id: "internet.redirected-hosts",
    statement: "Nodes fetch kubelet, kubeadm, kubectl, CNI plugins and crictl from dl.k8s.io and github.com; offline, DNS inside leads both names to the mirror, which needs a certificate for them.",
    value: ["dl.k8s.io", "github.com"],
    certainty: "derived",
    sources: ["kkp.offline"],
  }),
  kubeOnePackages: fact({
    id: "internet.kubeone-packages",
    statement:
      "Unless systemPackages.configureRepositories is false, KubeOne enters pkgs.k8s.io and download.docker.com as package sources of Ubuntu, RHEL and Rocky Linux, whatever the image names, and loads their keys. With false it installs from the sources that are there: kubelet, kubeadm and kubectl in the very version of the cluster, kubernetes-cni, cri-tools, and containerd.io 1.7 up to KubeOne 1.12 and 2.2 since 1.13. On Flatcar it installs no packages.",
    value: {
      field: "systemPackages.configureRepositories",
      entered: ["pkgs.k8s.io", "download.docker.com"],
      versioned: ["kubelet", "kubeadm", "kubectl"],
      others: ["kubernetes-cni", "cri-tools"],
      runtime: "containerd.io",
      runtimeVersions: { "1.10": "1.7", "1.11": "1.7", "1.12": "1.7", "1.13": "2.2", "1.14": "2.2" },
      without: "Flatcar",
    },
    certainty: "sourced",
    sources: ["kubeone.scripts", "kubeone.defaults"],
  }),
  registryTrust: fact({
    id: "internet.registry-trust",
    statement:
      "containerd checks a registry against the roots that the system of the machine trusts, unless a file under /etc/containerd/certs.d names another. KubeOne empties that folder and writes it anew at each run; its field for a registry's TLS knows insecureSkipVerify alone, and the bundle in certificateAuthority reaches pods, not containerd. KKP hands its CA bundle to pods as well.",
    value: { trusted: "the roots that the system of the machine trusts", folder: "/etc/containerd/certs.d", field: "certificateAuthority", pods: "pods" },
    certainty: "derived",
    sources: ["containerd.hosts", "kubeone.types", "kubeone.code.certs-dir", "kubeone.code.ca-bundle", "kkp.certificates"],
  }),
  mirrorRoot: fact({
    id: "internet.mirror-root",
    statement: "A public authority signs a name for whoever controls it alone, so the certificate of a mirror that stands in for hosts such as dl.k8s.io and github.com ends at a private root.",
    value: "a private root",
    certainty: "derived",
    sources: ["cabforum.baseline", "kkp.offline"],
  }),
  catalogueRegistries: fact({
    id: "internet.catalogue-registries",
    statement: "The catalogue of applications is off unless KubermaticConfiguration enables it, and mirror-images copies its charts and images only then. Beside the registries of the platform they come from public.ecr.aws, nvcr.io and mirror.gcr.io.",
    value: { field: "spec.applications.defaultApplicationCatalog.enable", registries: [{ host: "public.ecr.aws", of: "Argo CD" }, { host: "nvcr.io", of: "NVIDIA's GPU operator" }, { host: "mirror.gcr.io", of: "Trivy's operator" }] },
    certainty: "derived",
    sources: ["kkp.code.catalog", "kkp.code.copied-images-ee", "argo-cd.chart", "nvidia.gpu-operator-chart", "trivy.operator-chart"],
  }),
  imageCount: fact({
    id: "internet.image-count",
    statement: "A sample run of mirror-images in the documentation lists 215 images; the number differs with release and settings, and no size of the whole is published.",
    value: 215,
    certainty: "unconfirmed",
    sources: ["kkp.offline"],
  }),
  mirrorHttps: fact({
    id: "internet.mirror-ports",
    statement: "The mirror of binaries answers on TCP 443, because it stands in for HTTPS hosts.",
    value: "443",
    certainty: "derived",
    sources: ["kkp.offline"],
  }),
  packagePorts: fact({
    id: "internet.package-ports",
    statement: "Mirrors of packages answer on the ports of https and http, TCP 443 or 80.",
    value: "443, 80",
    certainty: "standard",
    sources: ["rfc.9110"],
  }),
} as const;

export const internetFactList: readonly Fact<unknown>[] = Object.values(internetFacts);
