import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

/** Connector that KKP ships and the KubeLB that the matrix names, by release. */
export const kubelbVersions = fact<Readonly<Record<ReleaseId, { readonly connector: string; readonly manager: string }>>>({
  id: "balancers.kubelb-versions",
  statement: "KKP 2.28 brings KubeLB's connector 1.1.6, 2.29 brings 1.2.1, 2.30 and 2.31 bring 1.4.3; the matrix pairs 2.28 with KubeLB 1.3, 2.29 and 2.30 with 1.4 among others, and 2.31 with 1.5 only. A connector must not be newer than its manager, which may not know what it sends; the connector of user clusters is a part of KKP's own code and comes with its release.",
  value: {
    "2.28": { connector: "1.1.6", manager: "1.3" },
    "2.29": { connector: "1.2.1", manager: "1.4" },
    "2.30": { connector: "1.4.3", manager: "1.4" },
    "2.31": { connector: "1.4.3", manager: "1.5" },
  },
  certainty: "unconfirmed",
  sources: ["kubelb.compatibility", "kkp.changelog-2.31", "kkp.code.kubelb", "kubelb.upgrade"],
});

/** What an upgrade of KubeLB's manager brings besides its chart, by version. */
export interface KubelbUpgrade {
  /** Folders of CRDs in the chart, none of which Helm looks at on an upgrade. */
  readonly crds: readonly string[];
  /** A CRD without which the bundled Envoy Gateway does not start again. */
  readonly needs?: string;
  /** A policy for admission that refuses the CRDs of before. */
  readonly policy?: string;
}

export const kubelbUpgrades = fact<Readonly<Record<string, KubelbUpgrade>>>({
  id: "balancers.kubelb-upgrades",
  statement: "Helm applies CRDs of a chart, and of the charts that it bundles, only when it installs it. The chart of KubeLB's manager has them in three folders, below which kubectl looks with -R alone; that of Envoy Gateway is another one in 1.7, which KubeLB 1.4 bundles, than in 1.8, which 1.5 bundles. Envoy Gateway of 1.5 does not start again without the CRD ListenerSet, and a policy that comes with 1.5 refuses older CRDs of the Gateway API. The page installs with the chart's own values, which name the tag of its image.",
  value: {
    "1.4": { crds: ["crds", "charts/kubelb-addons/charts/external-dns/crds", "charts/kubelb-addons/charts/gateway-helm/crds"] },
    "1.5": { crds: ["crds", "charts/kubelb-addons/charts/external-dns/crds", "charts/kubelb-addons/charts/gateway-helm/charts/crds/crds"], needs: "listenersets.gateway.networking.k8s.io", policy: "safe-upgrades.gateway.networking.k8s.io" },
  },
  certainty: "derived",
  sources: ["kubelb.upgrade", "kubelb.management", "kubelb.code.addons", "kubelb.code.values", "envoy-gateway.code.crds"],
});

/** Releases of KKP that the matrix names for each KubeLB. */
export const kubelbMatrix = fact<Readonly<Record<string, readonly ReleaseId[]>>>({
  id: "balancers.kubelb-matrix",
  statement: "The compatibility matrix names KKP 2.27 to 2.30 for KubeLB 1.3, 2.29 and 2.30 for 1.4, and 2.29 to 2.31 for 1.5: no KubeLB before 1.5 goes with 2.31, and 1.5 goes with the release before as well.",
  value: { "1.3": ["2.28", "2.29", "2.30"], "1.4": ["2.29", "2.30"], "1.5": ["2.29", "2.30", "2.31"] },
  certainty: "sourced",
  sources: ["kubelb.compatibility"],
});

export const kubelbHome = fact({
  id: "balancers.kubelb-home",
  statement: "KubeLB wants a cluster of its own that gives Services of type LoadBalancer their addresses, and is installed by its chart kubelb-manager or kubelb-manager-ee; that of its connector is kubelb-ccm or kubelb-ccm-ee. The matrix names Kubernetes 1.27 and newer.",
  value: { kubernetes: "1.27", charts: { CE: "kubelb-manager", EE: "kubelb-manager-ee" }, connectors: { CE: "kubelb-ccm", EE: "kubelb-ccm-ee" } },
  certainty: "sourced",
  sources: ["kubelb.requirements", "kubelb.management", "kubelb.tenant", "kubelb.compatibility"],
});

export const kubelbManager = fact<{ readonly repository: string; readonly hosts: readonly string[]; readonly versions: Readonly<Record<string, string>>; readonly pullSecret: string }>({
  id: "balancers.kubelb-manager",
  statement: "Charts of KubeLB's manager lie at oci://quay.io/kubermatic/helm-charts, which hands over to hosts below quay.io; that of the Enterprise Edition is not public. Its pages name v1.3.12, v1.4.3 and v1.5.0, and so do those of the connector, whose charts lie beside it; Helm asks an OCI registry for one version alone where tags begin with a v. The CRDs of the folder crds are applied before the chart, and kkpintegration.rbac makes the service account kubelb-kkp. The image of the Enterprise Edition wants a pull secret in the namespace kubelb.",
  value: { repository: "oci://quay.io/kubermatic/helm-charts", hosts: ["quay.io", "*.quay.io"], versions: { "1.3": "v1.3.12", "1.4": "v1.4.3", "1.5": "v1.5.0" }, pullSecret: "kubelb-pull" },
  certainty: "sourced",
  sources: ["kubelb.management", "kubelb.management-1.4", "kubelb.management-1.3", "kubelb.tenant", "kubelb.tenant-1.4", "kubelb.tenant-1.3", "helm.code.tags", "kubelb.kkp", "kubelb.air-gap"],
});

export const kubelbAirGap = fact({
  id: "balancers.kubelb-air-gap",
  statement: "From KubeLB 1.4 on the chart of the Enterprise Edition carries airgapped/ with lists of images and a script by which crane copies them; images-core.txt has manager, connector and Envoy. global.imageRegistry sends every image of the chart, and those that the manager starts, to one registry, where each keeps its path. The Community Edition has neither.",
  value: { since: "1.4", folder: "airgapped", script: "mirror-images.sh", images: "images-core.txt" },
  certainty: "sourced",
  sources: ["kubelb.air-gap", "kubelb.air-gap-1.4"],
});

export const kubelbEnvoyImages = fact<{ readonly images: readonly string[]; readonly chartFields: readonly string[]; readonly configFields: Readonly<Record<string, readonly string[]>> }>({
  id: "balancers.kubelb-envoy-images",
  statement: "KubeLB's manager starts pods of Envoy for each tenant from docker.io/envoyproxy/envoy:distroless-v1.36.4 and docker.io/envoyproxy/gateway:v1.3.0, which its code names and no chart runs: so in v1.3.12 and v1.4.3 of the Community Edition, and the pages of the Enterprise Edition name the same as defaults of 1.4 and 1.5. A Config of v1.3.12 has fields for others, spec.envoyProxy.image and spec.envoyProxy.gracefulShutdown.shutdownManagerImage, which its chart does not write; v1.4.3 of the Community Edition reads none. Charts of all have image.repository and kubeRbacProxy.image.repository for their own images. Code of the Enterprise Edition is not public, and its page of 1.3 names no image of Envoy.",
  value: {
    images: ["docker.io/envoyproxy/envoy:distroless-v1.36.4", "docker.io/envoyproxy/gateway:v1.3.0"],
    chartFields: ["image.repository", "kubeRbacProxy.image.repository"],
    configFields: { "1.3": ["spec.envoyProxy.image", "spec.envoyProxy.gracefulShutdown.shutdownManagerImage"] },
  },
  certainty: "derived",
  sources: ["kubelb.code.envoy-image", "kubelb.code.shutdown-image", "kubelb.code.envoy-fields", "kubelb.code.envoy-pods", "kubelb.management", "kubelb.management-1.4", "kubelb.management-1.3"],
});

/** What the Envoy pods of a tenant take from KubeLB's management cluster, in millicores and MiB for each pod. */
export interface KubelbProxy {
  readonly replicas: number;
  readonly cpu: number;
  readonly memory: number;
  /** Pods of each tenant without an object Config, where the chart makes none unless told to. */
  readonly withoutConfig?: number;
}

export const kubelbProxy = fact<Readonly<Record<string, KubelbProxy>>>({
  id: "balancers.kubelb-proxy",
  statement: "KubeLB runs a Deployment of Envoy for each tenant. Its chart's own number is 2 pods, on different nodes as far as there are some. The chart of 1.3 writes this into a Config unless skipConfigGeneration is true; from 1.4 on that is its default, so that it writes one only with false, and an upgrade from a Config of the chart deletes it otherwise. Without a Config there are 3, anywhere. A pod asks for 10 m of CPU and 32 MiB up to 1.4, and for 200 m and 256 MiB from 1.5 on.",
  value: {
    "1.3": { replicas: 2, cpu: 10, memory: 32 },
    "1.4": { replicas: 2, cpu: 10, memory: 32, withoutConfig: 3 },
    "1.5": { replicas: 2, cpu: 200, memory: 256, withoutConfig: 3 },
  },
  certainty: "sourced",
  sources: ["kubelb.management", "kubelb.management-1.3", "kubelb.code.envoy"],
});

/** From which KubeLB on mutual TLS is documented, and the releases of KKP that the matrix names for it. */
export const kubelbMutualTls = fact<{ readonly since: string; readonly releases: readonly ReleaseId[] }>({
  id: "balancers.kubelb-mutual-tls",
  statement: "Mutual TLS towards tenants is documented from KubeLB 1.5 on, as beta; the compatibility matrix names KKP 2.29, 2.30 and 2.31 for it. The connector sets up the proxy in the tenant's cluster; no page says that the older connectors of KKP can.",
  value: { since: "1.5", releases: ["2.29", "2.30", "2.31"] },
  certainty: "unconfirmed",
  sources: ["kubelb.mtls", "kubelb.compatibility"],
});

export const failoverSeconds = fact({
  id: "balancers.cilium-l2-failover",
  statement: "With Cilium in layer 2 another node takes an address over after 10 to 20 seconds at defaults.",
  value: "10 to 20",
  certainty: "sourced",
  sources: ["cilium.l2"],
});

export const ciliumClientLimits = fact({
  id: "balancers.cilium-client-limits",
  statement: "An agent of Cilium asks the Kubernetes API 10 times a second, or 20 times for a moment, unless its chart sets other limits; in layer 2 the holder of an address renews its lease every 5 seconds at defaults, and the limit has to bear a renewal of each Service.",
  value: { qps: 10, burst: 20, renewSeconds: 5 },
  certainty: "derived",
  sources: ["cilium.l2", "cilium.values"],
});

export const largestIpamPool = fact({
  id: "balancers.largest-ipam-pool",
  statement: "A pool that is cut into runs of addresses is at most a /20 of IPv4 or a /116 of IPv6: 4,096 addresses.",
  value: { 4: 20, 6: 116 },
  certainty: "sourced",
  sources: ["kkp.ipam"],
});

export const addonMetallb = fact({
  id: "balancers.addon-metallb",
  statement: "The MetalLB addon installs MetalLB 0.13.7 and announces in layer 2.",
  value: "0.13.7",
  certainty: "sourced",
  sources: ["kkp.code.metallb-addon"],
});

export const userClusterNodeMask = fact({
  id: "balancers.node-mask",
  statement: "Every node of a user cluster takes a /24 of the IPv4 pod range.",
  value: 24,
  certainty: "sourced",
  sources: ["kkp.code.resources"],
});

export const ciliumVersions = fact({
  id: "balancers.cilium-api-versions",
  statement: "Cilium serves its BGP kinds and its address pools as cilium.io/v2 from 1.18 on, the release that followed both changes, and as v2alpha1 before; the policy for layer 2 is v2alpha1 in all releases.",
  value: { now: "cilium.io/v2", before: "cilium.io/v2alpha1", since: "1.18" },
  certainty: "derived",
  sources: ["cilium.bgp-v2", "cilium.pools-v2", "cilium.l2"],
});

export const platformNodeMask = fact({
  id: "balancers.platform-node-mask",
  statement: "Every node of a cluster that KubeOne builds takes a /24 of the IPv4 pod range.",
  value: 24,
  certainty: "sourced",
  sources: ["kubeone.defaults"],
});

export const userClusterNodeMask6 = fact({
  id: "balancers.node-mask-ipv6",
  statement: "Every node of a user cluster with two address families takes a /64 of the IPv6 pod range.",
  value: 64,
  certainty: "sourced",
  sources: ["kkp.code.resources"],
});

export const platformDualStack = fact({
  id: "balancers.platform-dual-stack",
  statement: "The Seed has fields for the families of its nodeport-proxy and Envoy Gateway's chart one for the entry; no source describes a platform that uses both families.",
  value: true,
  certainty: "unconfirmed",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.envoy-values", "kkp.dual-stack"],
});

/** Providers of KubeOne, as its manifest names them, on which it builds a cluster with both address families. */
export const kubeOneDualStack = fact<readonly string[]>({
  id: "balancers.kubeone-dual-stack",
  statement: "KubeOne refuses both address families except on AWS, vSphere and machines that are listed.",
  value: ["aws", "vsphere", "none"],
  certainty: "sourced",
  sources: ["kubeone.validation"],
});

export const balancerFacts: readonly Fact<unknown>[] = [platformDualStack, kubeOneDualStack, ciliumVersions, kubelbVersions, kubelbUpgrades, kubelbMatrix, kubelbHome, kubelbManager, kubelbAirGap, kubelbEnvoyImages, kubelbProxy, kubelbMutualTls, failoverSeconds, ciliumClientLimits, largestIpamPool, addonMetallb, userClusterNodeMask, userClusterNodeMask6, platformNodeMask];
