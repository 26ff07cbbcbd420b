import { fact, type Fact } from "./fact.ts";
import type { ReleaseId } from "./source.ts";

export const supportedReleases = fact({
  id: "releases.supported",
  statement: "Kubermatic supports the latest three minor releases of KKP; as of 20 Aug 2026 these are 2.29, 2.30 and 2.31.",
  value: 3,
  certainty: "sourced",
  sources: ["kkp.support-policy"],
});

export const kyvernoReleases = fact<readonly ReleaseId[]>({
  id: "releases.kyverno",
  statement: "Fields for Kyverno in Seeds and datacenters came with KKP 2.30.",
  value: ["2.30", "2.31"],
  certainty: "sourced",
  sources: ["kkp.code.datacenter"],
});

export const platformKubernetes = fact({
  id: "releases.platform-kubernetes",
  statement: "No list of Kubernetes versions for master and Seeds is published; the list for user clusters of the same release is used for them.",
  value: "the versions that user clusters may run",
  certainty: "unconfirmed",
  sources: ["kkp.supported-versions"],
});

/** What a release brings along. */
export interface Bundled {
  readonly certManager: string;
  readonly envoyGateway?: string;
  /** Cilium and Canal of new user clusters. */
  readonly cilium: string;
  readonly canal: string;
}

export const bundled = fact<Readonly<Record<ReleaseId, Bundled>>>({
  id: "releases.bundled",
  statement:
    "KKP 2.28.13 brings cert-manager 1.16.5 and gives user clusters Cilium 1.16.9 or Canal 3.29; 2.29.10 and 2.30.6 bring 1.17.4, Envoy Gateway 1.6.1 and Cilium 1.18.10, with Canal 3.30 and 3.31; 2.31.0 brings 1.20.3, Envoy Gateway 1.8.3, Cilium 1.19.4 and Canal 3.31.",
  value: {
    "2.28": { certManager: "1.16.5", cilium: "1.16.9", canal: "3.29" },
    "2.29": { certManager: "1.17.4", envoyGateway: "1.6.1", cilium: "1.18.10", canal: "3.30" },
    "2.30": { certManager: "1.17.4", envoyGateway: "1.6.1", cilium: "1.18.10", canal: "3.31" },
    "2.31": { certManager: "1.20.3", envoyGateway: "1.8.3", cilium: "1.19.4", canal: "3.31" },
  },
  certainty: "sourced",
  sources: ["kkp.code.charts", "kkp.code.network-plugins"],
});

export const reconcileLimit = fact({
  id: "releases.reconcile-limit",
  statement: "KKP reconciles 10 user clusters at a time unless spec.seedController.maximumParallelReconciles says otherwise; an upgrade rolls out changes to all of them, and the documentation lowers the limit before and resets it once the load of the Seeds is seen.",
  value: { field: "spec.seedController.maximumParallelReconciles", usual: 10 },
  certainty: "sourced",
  sources: ["kkp.upgrading"],
});

export const platformKinds = fact({
  id: "releases.platform-kinds",
  statement: "Kinds of KKP have kubermatic in their names; before every upgrade, be it to a patch, all their objects are saved on the master and on each Seed.",
  value: "kubermatic",
  certainty: "sourced",
  sources: ["kkp.upgrading"],
});

/** Minutes that the installer waits for the Gateway. */
export const gatewayWait = fact({
  id: "releases.gateway-wait",
  statement: "The installer waits up to 10 minutes for an address of the Gateway and for the routes of KKP and Dex, then fails; it does not wait for certificates, and running it again is safe.",
  value: 10,
  certainty: "sourced",
  sources: ["kkp.upgrade-2.31", "kkp.code.master-stack"],
});

export const gatewayAccess = fact({
  id: "releases.gateway-access",
  statement: "The Gateway of KKP lets in routes of namespaces that carry the label kubermatic.io/gateway-access=true; a Gateway of one's own asks for the same label or lets in all.",
  value: "kubermatic.io/gateway-access=true",
  certainty: "sourced",
  sources: ["kkp.gateway-api"],
});

/** Limits of the chart of Envoy Gateway, which it writes as policies beside its controller. */
export const gatewayLimits = fact({
  id: "releases.gateway-limits",
  statement: "The chart of Envoy Gateway limits the body of a request to 100Mi and gives a connection a buffer of 256Ki, by two policies in its own namespace; a policy names a Gateway of its own namespace alone.",
  value: { requestBuffer: "100Mi", connectionBuffer: "256Ki" },
  certainty: "sourced",
  sources: ["kkp.code.envoy-values", "envoy-gateway.code.targets"],
});

export const releaseFacts: readonly Fact<unknown>[] = [bundled, reconcileLimit, platformKinds, gatewayWait, gatewayAccess, gatewayLimits, kyvernoReleases, supportedReleases, platformKubernetes];
