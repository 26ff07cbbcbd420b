import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { clusterName, datacenterName, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfCluster, placeOfWorkers } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

const rows = (read: Reader, source: string, of: string, place: string, who: string): readonly FlowDraft[] => {
  const where = placeName(read, place);
  return [
    flow(read, {
      refs: ["E9"],
      of,
      source,
      destination: ends.dns(place),
      protocol: "TCP and UDP",
      ports: ports.dns,
      reason: "Name resolution",
      lifetime: "installation and operation",
      why: `${who} find registries, the platform and each other by name, from the first boot in ${where}.`,
    }),
    flow(read, {
      refs: ["E10"],
      of,
      source,
      destination: ends.ntp(place),
      protocol: "UDP",
      ports: ports.ntp,
      reason: "Clocks that agree",
      lifetime: "installation and operation",
      why: `Tokens and certificates are refused where the clocks of the machines in ${where} run apart.`,
    }),
  ];
};

/** From nodes of a platform cluster to the DNS and time servers of their place. */
export const nodesToNameAndTime = rule<readonly FlowDraft[]>({
  id: "firewall.nodes-to-name-and-time",
  title: "Nodes to DNS and time servers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => rows(read, ends.nodes(cluster), `nodes.${cluster}`, placeOfCluster(read, cluster), `Nodes of ${clusterName(read, cluster)}`),
});

/** From workers of a datacenter to the DNS and time servers of their place. */
export const workersToNameAndTime = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-name-and-time",
  title: "Workers to DNS and time servers",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => rows(read, ends.workers(datacenter), `workers.${datacenter}`, placeOfWorkers(read, datacenter), `Workers of ${datacenterName(read, datacenter)}`),
});
