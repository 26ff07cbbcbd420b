import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { sizing } from "../../../answers/chapters/sizing.ts";
import type { Fact } from "../../../facts/fact.ts";
import { insidePorts } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../../load-balancers/load-balancer.ts";
import type { InsideFlow } from "../../../plan/plan.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { balancerOf } from "../../basics/balancer.ts";
import { clusterName, entryIn } from "../../basics/platform.ts";
import { platformWorkers } from "../../basics/provisioning.ts";
import { ownEntry } from "../../basics/seed-stack.ts";
import { issuance } from "../../certificates/issuer.ts";
import { solverWebhook } from "../../certificates/solver-webhook.ts";
import { inside } from "./row.ts";

/** Who calls webhooks of a platform cluster. */
export const CALLER = "API server";

const called = (read: Reader, cluster: string, word: string, destination: string, ports: Fact<string> | string, why: string, component = "Admission webhook"): InsideFlow =>
  inside(read, cluster, word, { source: CALLER, destination, protocol: "TCP", ports, component, why: why.replace("{cluster}", clusterName(read, cluster)) });

/** Whether the cluster serves browsers: the master, and a Seed apart with interfaces of its own. */
const hasEntry = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) !== "seed" || ownEntry(read, cluster);

/** The webhook of KKP itself, which its operator brings to the master and to every Seed. */
export const kkpInside = rule<readonly InsideFlow[]>({
  id: "firewall.kkp-inside",
  title: "Webhook of KKP inside the cluster",
  per: "cluster",
  sources: ["kkp.code.webhook"],
  derive: (read, cluster) => [
    called(read, cluster, "kkp-webhook", "kubermatic-webhook", insidePorts.kkpWebhook, `${read.answer(infrastructure.cluster.role, cluster) === "master" ? "Seeds, users and projects" : "Its Seed object and user clusters"} of {cluster} are refused while the API server cannot ask it.`),
  ],
});

/** The webhook of cert-manager, wherever an issuer is used, and the one by which it writes challenges. */
export const certManagerInside = rule<readonly InsideFlow[]>({
  id: "firewall.cert-manager-inside",
  title: "Ports of cert-manager inside the cluster",
  per: "cluster",
  sources: ["kkp.code.cert-manager-values"],
  derive: (read, cluster) => {
    if (read.rule(issuance).by === "hand") return read.notApplicable("The certificate is supplied, so no issuer runs.");
    if (!hasEntry(read, cluster)) return read.notApplicable("This Seed has no entry of its own, and so no certificate to issue.");
    // How challenges are written is ground of the second row alone.
    const solving = () => read.optionalRule(solverWebhook);
    const solver = read.aside(solving);
    return [
      called(read, cluster, "cert-manager-webhook", "cert-manager webhook", insidePorts.certManagerWebhook, "Issuers and certificates of {cluster} are refused while the API server cannot ask it."),
      ...(solver ? [read.forRow(`inside.solver-webhook[${cluster}]`, () => (solving(), called(read, cluster, "solver-webhook", solver.chart?.name ?? "Webhook of DNS-01", "of its chart", "cert-manager writes challenges of {cluster} by a call that the API server hands on to it.", "Aggregated API")))] : []),
    ];
  },
});

/** The webhook of what serves browsers; a Gateway of the customer is not of this plan. */
export const entryInside = rule<readonly InsideFlow[]>({
  id: "firewall.entry-inside",
  title: "Webhook of the entry inside the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    if (!hasEntry(read, cluster)) return read.notApplicable("It has no entry beside that of the platform.");
    const entry = entryIn(read, cluster);
    if (entry.own) return read.notApplicable("Whoever runs the Gateway knows its webhooks.");
    return [called(read, cluster, "entry-webhook", entry.title, entry.webhook.port, entry.webhook.why)];
  },
});

/** Webhooks of what gives Services their addresses. */
export const balancerInside = rule<readonly InsideFlow[]>({
  id: "firewall.balancer-webhook-inside",
  title: "Webhook of the load balancer inside the cluster",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const kind: LoadBalancerKind = balancerOf(read, cluster);
    const webhooks = kind.install?.webhooks;
    if (webhooks === undefined) return read.notApplicable("It brings no webhook.");
    return webhooks.map((webhook) => called(read, cluster, webhook.id, webhook.part ?? kind.title, webhook.port, webhook.why));
  },
});

/** Webhooks of what makes the workers of a cluster that KubeOne builds. */
export const workersInside = rule<readonly InsideFlow[]>({
  id: "firewall.workers-inside",
  title: "Webhooks of machines inside the cluster",
  per: "cluster",
  sources: ["kubeone.code.addons"],
  derive: (read, cluster) => {
    if (read.rule(platformWorkers, cluster) === "static") return read.notApplicable("Its workers are listed, and nothing in the cluster makes them.");
    return [
      called(read, cluster, "platform-machine-controller-webhook", "machine-controller of the cluster", insidePorts.machineControllerWebhook, "Workers of {cluster} itself are refused while the API server cannot ask it."),
      called(read, cluster, "platform-osm-webhook", "operating-system-manager of the cluster", insidePorts.osmWebhook, "Profiles that workers of {cluster} start from are refused while the API server cannot ask it."),
    ];
  },
});

/** The webhook for snapshots, which KubeOne brings with the storage driver of an infrastructure, whatever the classes use. */
export const snapshotsInside = rule<readonly InsideFlow[]>({
  id: "firewall.snapshots-inside",
  title: "Webhook for snapshots inside the cluster",
  per: "cluster",
  sources: ["kubeone.code.addons"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build it.");
    const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!csi) return read.notApplicable("KubeOne brings no storage driver for its infrastructure.");
    return [called(read, cluster, "snapshot-webhook", "snapshot-webhook on the control planes", insidePorts.snapshotWebhook, "Once {cluster} stands, KubeOne has classes of snapshots refused while the API server cannot ask it.")];
  },
});

/** The webhook of the vertical pod autoscaler, which the operator of a Seed brings with its feature gate. */
export const autoscalerInside = rule<readonly InsideFlow[]>({
  id: "firewall.autoscaler-inside",
  title: "Webhook of the vertical pod autoscaler inside the Seed",
  per: "cluster",
  sources: ["kkp.code.autoscaler-webhook"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("It runs on Seeds alone.");
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    if (!extras.includes("vpa")) return read.notApplicable("Its feature gate is off.");
    return [called(read, cluster, "autoscaler-webhook", "vpa-admission-controller", insidePorts.autoscalerWebhook, "New pods of {cluster} are shown to it, and none gets adapted requests while the API server cannot ask it.")];
  },
});

/** Every webhook that the API server of a platform cluster calls. */
export const webhookRules = [kkpInside, entryInside, certManagerInside, balancerInside, workersInside, snapshotsInside, autoscalerInside] as const;
