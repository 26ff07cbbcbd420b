import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { parseAddress } from "../../values/address.ts";
import { parseAny, single } from "../../values/range.ts";
import { datacenterName, installedRelease, masterCluster, placeName } from "../basics/platform.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { assignedHolders, type Holder } from "./assigned-holders.ts";
import { claimedRanges } from "./claimed-ranges.ts";
import { hubRanges } from "./hub-ranges.ts";
import { ownGateways } from "./gateways.ts";
import { reachedHosts } from "./reached-hosts.ts";

/** All who have known addresses, by place. */
export const holders = rule<ReadonlyMap<string, readonly Holder[]>>({
  id: "addresses.holders",
  title: "Who has which address",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const byPlace = new Map<string, Holder[]>(read.subjects("place").map((place) => [place, []]));
    const note = (place: string | undefined, ...found: readonly Holder[]) => place !== undefined && byPlace.get(place)?.push(...found);
    const { byCluster, byDatacenter, byPlace: ofPlaces } = claimedRanges(read);
    const hub = read.outcome(hubRanges);
    // Pools that KKP cuts are told which addresses they leave out.
    const shared = new Set(read.subjects("datacenter").filter((id) => read.outcome(ipamPool, id).kind === "known").map((id) => `range.workloads[${id}]`));
    for (const { row, range } of [...ofPlaces.values(), ...byCluster.values(), ...byDatacenter.values()].flat()) {
      const as = row.kind === "dhcp" ? "leases" : row.kind === "peer" ? "router" : row.kind;
      if (as === "pool" || as === "workloads" || as === "leases" || as === "router") note(row.place, { ...row, range, as, ...(shared.has(row.id) ? { leavesRoutersOut: true } : {}) });
    }
    for (const row of hub.kind === "known" ? hub.value : []) {
      const range = parseAny(row.text);
      if (range && row.kind === "pool") note(row.place, { ...row, range, as: "pool" });
    }
    const populated = new Set(read.subjects("cluster").flatMap((cluster) => read.optional(infrastructure.cluster.place, cluster) ?? []));
    const master = read.outcome(masterCluster);
    const ownBlock = master.kind === "known" ? { pool: `range.pool[${master.value}]` } : {};
    for (const { row, range, dialledBy, is, onRouter } of read.rule(reachedHosts)) {
      // The plan's own addresses are noted with their machines.
      if (is === "assigned") continue;
      // A server of the whole platform is dialled from every place with a cluster, some also from those with workers alone.
      const from = row.place === undefined ? [...byPlace.keys()].filter((place) => populated.has(place) || dialledBy.includes("user-clusters")) : [row.place];
      for (const place of from) note(place, { ...row, range, as: is === "machine" ? "front" : "server", ...(is === "service" ? ownBlock : {}), ...(onRouter ? { onRouter } : {}) });
    }
    for (const place of byPlace.keys()) note(place, ...gatewayOf(read, place), ...inUseAt(read, place));
    for (const datacenter of read.subjects("datacenter")) note(read.optional(infrastructure.datacenter.place, datacenter), ...gatewaysOfWorkers(read, datacenter));
    for (const cluster of read.subjects("cluster")) note(read.optional(infrastructure.cluster.place, cluster), ...assignedHolders(read, cluster));
    return byPlace;
  },
});

/** The stated gateway of a place; nothing while it is not stated. */
function gatewayOf(read: Reader, place: string): readonly Holder[] {
  const text = read.optional(network.place.gateway, place);
  const address = text === undefined ? undefined : parseAddress(text);
  return text === undefined || !address ? [] : [{ id: `host.gateway[${place}]`, title: `Gateway of ${placeName(read, place)}`, text, range: single(address), path: read.path(network.place.gateway, place), as: "router" }];
}

/** What answers name as in use at a place; on an upgrade machines of the platform are among it. */
function inUseAt(read: Reader, place: string): readonly Holder[] {
  const used = read.optional(network.place.usedAddresses, place) ?? [];
  const upgrade = used.length > 0 && read.outcome(installedRelease).kind === "known";
  return used.flatMap((text, at) => {
    const range = parseAny(text);
    return range ? [{ id: `host.used-${at + 1}[${place}]`, title: `What is in use at ${placeName(read, place)}`, text, range, path: read.path(network.place.usedAddresses, place), as: "used" as const, ...(upgrade ? { ofPlatform: true as const } : {}) }] : [];
  });
}

/** The stated gateways of the network that is given to the workers of a datacenter. */
function gatewaysOfWorkers(read: Reader, datacenter: string): readonly Holder[] {
  return ownGateways(read, datacenter).flatMap((text, at) => {
    const address = parseAddress(text);
    return address ? [{ id: `host.worker-gateway-${at + 1}[${datacenter}]`, title: `Gateway ${text} of the workers of ${datacenterName(read, datacenter)}`, text, range: single(address), path: read.path(network.datacenter.workerGateways, datacenter), as: "router" as const }] : [];
  });
}
