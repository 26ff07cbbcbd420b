import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { storage } from "../../../answers/chapters/storage.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import type { VolumePortal } from "../../../providers/contract/volumes.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { clusterName, datacenterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { placeOfCluster, placeOfWorkers } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

const portalOf = (id: ProviderId): VolumePortal | undefined => (providerOf(id) as Provider).volumePortal;

const NONE = "Volumes come to machines without a portal of their own.";

/** The row of some machines; records what is not confirmed of it. */
function toPortal(read: Reader, portal: VolumePortal, row: { readonly of: string; readonly source: string; readonly destination: string; readonly whose: string }): FlowDraft {
  const { of, source, destination, whose } = row;
  read.cite(...portal.sources);
  read.fact(portal.uncertain);
  return flow(read, {
    refs: ["S1"],
    of,
    source,
    destination,
    ports: portal.port,
    reason: "Machines log in by iSCSI to the disks of their volumes",
    lifetime: "installation and operation",
    why: `${whose} with volumes log in to ${portal.title}, the portal of their disks. ${portal.note}`,
  });
}

/** From machines of a platform cluster to the portal of their volumes. */
export const nodesToVolumePortal = rule<readonly FlowDraft[]>({
  id: "firewall.nodes-to-volume-portal",
  title: "Nodes to the portal of their volumes",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const id = read.answer(infrastructure.cluster.provider, cluster);
    const portal = portalOf(id);
    if (!portal) return read.notApplicable(NONE);
    if (read.answer(storage.cluster.fastClass, cluster) === "other") return read.notApplicable("Volumes come by another driver than that of the infrastructure.");
    return [toPortal(read, portal, { of: cluster, source: ends.nodes(cluster), destination: ends.volumePortal(placeOfCluster(read, cluster), id), whose: `Nodes of ${clusterName(read, cluster)}` })];
  },
});

/** The same for workers of user clusters, whose driver KKP brings. */
export const workersToVolumePortal = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-volume-portal",
  title: "Workers to the portal of their volumes",
  per: "datacenter",
  sources: ["kkp.code.csi-addons"],
  derive: (read, datacenter) => {
    const id = read.answer(infrastructure.datacenter.provider, datacenter);
    const portal = portalOf(id);
    if (!portal) return read.notApplicable(NONE);
    return [toPortal(read, portal, { of: `workers.${datacenter}`, source: ends.workers(datacenter), destination: ends.volumePortal(placeOfWorkers(read, datacenter), id), whose: `Workers of ${datacenterName(read, datacenter)}` })];
  },
});
