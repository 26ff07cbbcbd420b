import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { growth } from "../../answers/chapters/growth.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { machineNetworks } from "../../facts/providers.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DhcpUse } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { freeParts, overlapOf, parseAny, parseRange, sizeOf, totalSize } from "../../values/range.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { allOf, clusterName, clustersIn, datacenterName, installedRelease, placeName, wordsOf } from "../basics/platform.ts";
import { workerGroups, workersOf } from "../sizing/workers.ts";
import { residentsOf, unplaced } from "./residents.ts";
import { leaseMates } from "./shared-networks.ts";
import { workersStand } from "../basics/made-networks.ts";

/** One line of leases, with what comes on top for a while. */
type Line = DhcpUse["lines"][number] & { readonly room: number; readonly grows?: boolean };

/** Leases of a datacenter's user-cluster nodes. */
function nodesOf(read: Reader, datacenter: string): Line {
  const several = read.answer(sizing.plan.clusterSizes) === "several";
  read.need([infrastructure.datacenter.smallClusters, datacenter], [infrastructure.datacenter.nodesPerCluster, datacenter]);
  const counts = read.rule(clustersIn, datacenter);
  const nodes = read.answer(infrastructure.datacenter.nodesPerCluster, datacenter);
  read.fact(machineNetworks);
  const name = datacenterName(read, datacenter);
  const most = read.answer(growth.datacenter.mostNodesPerCluster, datacenter);
  const room = allOf(counts) * read.fact(machineSurge) + counts.small * Math.max(0, most - nodes);
  const grows = most > nodes;
  if (!several) return { room, grows, title: `${formatCount(counts.small, "user cluster")} of ${name} with ${formatCount(nodes, "node")} each`, leases: counts.small * nodes };
  const medium = counts.medium === 0 ? 0 : counts.medium * read.answer(sizing.datacenter.nodesPerMediumCluster, datacenter);
  const large = counts.large === 0 ? 0 : counts.large * read.answer(sizing.datacenter.nodesPerLargeCluster, datacenter);
  return { room, grows, title: `nodes of ${wordsOf(counts)} of ${name}`, leases: counts.small * nodes + medium + large };
}

const served = (read: Reader, provider: Parameters<typeof providerOf>[0]): boolean => {
  const record = providerOf(provider);
  read.cite(...record.sources);
  return record.machineAddresses === "dhcp-server";
};

/** Leases that the DHCP range of a place's node network must hold. */
export const placeDhcp = rule<readonly DhcpUse[]>({
  id: "addresses.dhcp",
  title: "Leases of the DHCP range",
  per: "place",
  sources: ["kkp.setup-checklist", "rfc.2131"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const { clusters, datacenters, dhcp } = read.rule(residentsOf, place);
    read.need(
      ...clusters.map((id) => [infrastructure.cluster.provider, id] as const),
      ...datacenters.map((id) => [infrastructure.datacenter.provider, id] as const),
    );
    if (!dhcp) return read.notApplicable(`No machine at ${name} takes a lease in the node network.`);
    // Whoever has no place yet may take leases here.
    read.need(...read.rule(unplaced));
    const text = read.answer(network.place.dhcp, place);
    const lines: Line[] = [];
    for (const id of clusters) {
      if (!served(read, read.answer(infrastructure.cluster.provider, id)) || read.answer(infrastructure.cluster.workerAddressing, id) === "fixed") continue;
      lines.push({ title: `Workers of ${clusterName(read, id)}`, leases: read.rule(workersOf, id), room: read.rule(workerGroups, id) * read.fact(machineSurge) });
    }
    for (const id of datacenters) {
      if (!served(read, read.answer(infrastructure.datacenter.provider, id)) || workersStand(read, id) !== "node-network") continue;
      lines.push(nodesOf(read, id));
    }
    return leasesIn(read, `dhcp[${place}]`, { place, at: `at ${name}` }, held(read, text, [place]), lines);
  },
});

/** Leases that the DHCP range of a datacenter's own network must hold, told for the first of the datacenters that take them there. */
export const datacenterDhcp = rule<readonly DhcpUse[]>({
  id: "addresses.dhcp-workers",
  title: "Leases of the workers' DHCP range",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "rfc.2131"],
  derive: (read, datacenter) => {
    if (workersStand(read, datacenter) !== "own-network") return read.notApplicable("No network of their own is given to the workers.");
    if (!served(read, read.answer(infrastructure.datacenter.provider, datacenter))) return read.notApplicable("These workers take no lease: their addresses are entered by hand, or the infrastructure gives them.");
    const text = read.answer(network.datacenter.workerDhcp, datacenter);
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const mates = leaseMates(read, datacenter);
    const [first = datacenter] = mates;
    if (first !== datacenter) return read.notApplicable(`Its leases are counted with those of ${datacenterName(read, first)}, which come from the same range.`);
    return leasesIn(read, `dhcp-workers[${datacenter}]`, { place, at: `for ${listed(mates.map((id) => datacenterName(read, id)))}` }, held(read, text, mates.flatMap((id) => read.optional(infrastructure.datacenter.place, id) ?? [])), mates.map((id) => nodesOf(read, id)));
  },
});

/** A range with the leases that it has beside what is in use in it at these places. */
interface Held {
  readonly range: string;
  readonly capacity: number;
  readonly inUse: number;
}

function held(read: Reader, text: string, places: readonly string[]): Held {
  const range = parseRange(text);
  if (!range) throw new Error("An accepted range must be readable");
  const inside = [...new Set(places)].flatMap((place) => read.optional(network.place.usedAddresses, place) ?? []).flatMap((address) => parseAny(address) ?? []).filter((one) => overlapOf(range, one) !== undefined);
  // On an upgrade leases of the platform's own machines may be among what is in use.
  const used = inside.length > 0 && read.outcome(installedRelease).kind !== "known" ? inside : [];
  const capacity = Number(totalSize(freeParts(range, used)));
  return { range: text, capacity, inUse: Number(sizeOf(range)) - capacity };
}

function leasesIn(read: Reader, id: string, { place, at }: { readonly place: string; readonly at: string }, { range, capacity, inUse }: Held, lines: readonly Line[]): readonly DhcpUse[] {
  const leases = lines.reduce((sum, line) => sum + line.leases, 0);
  const room = lines.reduce((so, line) => so + line.room, 0);
  const why = `A machine without a lease never joins its cluster, and the lease of a deleted one stays taken until it runs out; with up to ${formatFigure(room)} for ${lines.some(({ grows }) => grows) ? "replacements and autoscaling" : "machines that replace others"}, ${formatFigure(leases + room)} may be wanted at once ${at}.`;
  return [{ id, place, range, leases, capacity, ...(inUse > 0 ? { inUse } : {}), room, lines: lines.map(({ title, leases: held }) => ({ title, leases: held })), from: read.cell, why }];
}
