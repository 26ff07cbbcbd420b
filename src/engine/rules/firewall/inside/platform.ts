import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { project } from "../../../answers/chapters/project.ts";
import { sizing } from "../../../answers/chapters/sizing.ts";
import { storage } from "../../../answers/chapters/storage.ts";
import { network } from "../../../answers/chapters/network.ts";
import { insidePorts } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { InsideFlow } from "../../../plan/plan.ts";
import { proxyRuns, strategiesOf } from "../../basics/exposure.ts";
import { clusterName } from "../../basics/platform.ts";
import { inside } from "./row.ts";

/** Control planes of user clusters inside their Seed. */
export const controlPlanesInside = rule<readonly InsideFlow[]>({
  id: "firewall.control-planes-inside",
  title: "User-cluster control planes inside the Seed",
  per: "cluster",
  sources: ["kkp.code.control-plane", "kkp.cluster-requirements"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const name = clusterName(read, cluster);
    const servers = "API servers of user clusters";
    const webhook = { source: servers, protocol: "TCP", component: "Admission webhook" } as const;
    return [
      inside(read, cluster, "machine-controller-webhook", { ...webhook, destination: "machine-controller", ports: insidePorts.machineControllerWebhook, why: "Machines of user clusters are checked before they are created." }),
      inside(read, cluster, "osm-webhook", { ...webhook, destination: "operating-system-manager", ports: insidePorts.osmWebhook, why: "Operating-system profiles are checked before nodes are built from them." }),
      inside(read, cluster, "user-cluster-webhook", { ...webhook, destination: "User-cluster webhook", ports: insidePorts.userClusterWebhook, why: "KKP's own objects in user clusters are checked there." }),
      inside(read, cluster, "konnectivity", { source: read.rule(proxyRuns, cluster) ? "nodeport-proxy" : "Workers, through the port of their API server", destination: "konnectivity server", protocol: "TCP", ports: insidePorts.konnectivity, component: "konnectivity", why: `Agents of the workers arrive here; through them ${name} reaches kubelets without a way back in the firewall.` }),
      inside(read, cluster, "user-cluster-nodes", { source: "Workers of a user cluster", destination: "Workers of the same user cluster", protocol: "any", ports: "all", component: "User cluster", why: "Nodes of one user cluster need unrestricted traffic among themselves." }),
    ];
  },
});

/** Kyverno of user clusters, whose admission controller runs in their namespaces of the Seed. */
export const kyvernoInside = rule<readonly InsideFlow[]>({
  id: "firewall.kyverno-inside",
  title: "Kyverno of user clusters inside the Seed",
  per: "cluster",
  sources: ["kkp.code.kyverno"],
  derive: (read, cluster) => {
    read.need([infrastructure.cluster.role, cluster], [project.plan.edition], [sizing.plan.seedExtras]);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    if (!extras.includes("kyverno") || read.answer(project.plan.edition) !== "EE") return read.notApplicable("No Kyverno is planned in user clusters.");
    return [inside(read, cluster, "kyverno-webhook", { source: "API servers of user clusters", destination: "Kyverno", protocol: "TCP", ports: insidePorts.kyvernoWebhook, component: "Admission webhook", why: "Objects of user clusters are held against their policies there, before they are created or changed." })];
  },
});

/** The tunnelling agent on every worker. */
export const tunnellingAgentInside = rule<readonly InsideFlow[]>({
  id: "firewall.tunnelling-agent-inside",
  title: "Tunnelling agent inside user clusters",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    if (!read.rule(strategiesOf, cluster).includes("Tunneling")) return read.notApplicable("Only Tunneling needs an agent.");
    const address = read.answer(network.plan.tunnelingAgentAddress);
    return [inside(read, cluster, "tunnelling-agent", { source: "Pods of a user cluster", destination: `Agent at ${address}`, protocol: "TCP", ports: insidePorts.tunnellingAgent, component: "Tunnelling agent", why: `Pods call the API of their cluster at ${address} on their own node, and the agent tunnels to the Seed.` })];
  },
});

/** MinIO that takes backups inside a Seed. */
export const minioInside = rule<readonly InsideFlow[]>({
  id: "firewall.minio-inside",
  title: "MinIO inside the Seed",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master holds no user clusters to back up.");
    if (read.answer(storage.cluster.backupTarget, cluster) !== "minio") return read.notApplicable("No MinIO runs in the Seed.");
    return [inside(read, cluster, "minio", { source: "Backup jobs", destination: "MinIO", protocol: "TCP", ports: insidePorts.minio, component: "Backups of etcd", why: `Each snapshot of a user cluster's etcd is written to it and stays in ${clusterName(read, cluster)}, lost with it unless it is copied elsewhere.` })];
  },
});
