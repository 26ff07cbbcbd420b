import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { parseAddress } from "../../values/address.ts";
import { parseAny, single } from "../../values/range.ts";
import { placeName } from "../basics/platform.ts";
import { assignedHolders, type Holder } from "./assigned-holders.ts";
import { claimedRanges } from "./claimed-ranges.ts";
import { hubRanges } from "./hub-ranges.ts";
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
    for (const { row, range } of [...ofPlaces.values(), ...byCluster.values(), ...byDatacenter.values()].flat()) {
      const as = row.kind === "dhcp" ? "leases" : row.kind === "peer" ? "router" : row.kind;
      if (as === "pool" || as === "workloads" || as === "leases" || as === "router") note(row.place, { ...row, range, as });
    }
    for (const row of hub.kind === "known" ? hub.value : []) {
      const range = parseAny(row.text);
      if (range) note(row.place, { ...row, range, as: "pool" });
    }
    for (const { row, range } of reachedHosts(read)) note(row.place, { ...row, range, as: "server" });
    for (const place of byPlace.keys()) {
      note(place, ...stated(read, place, "router", network.place.gateway, "Gateway"), ...stated(read, place, "server", access.place.bastionAddress, "Bastion"));
    }
    for (const cluster of read.subjects("cluster")) note(read.optional(infrastructure.cluster.place, cluster), ...assignedHolders(read, cluster));
    return byPlace;
  },
});

/** One stated address of a place; nothing while it is a name or not stated. */
function stated(read: Reader, place: string, as: Holder["as"], question: typeof network.place.gateway, what: string): readonly Holder[] {
  const text = read.optional(question, place);
  const address = text === undefined ? undefined : parseAddress(text);
  return text === undefined || !address ? [] : [{ id: `host.${question.key}[${place}]`, title: `${what} of ${placeName(read, place)}`, text, range: single(address), path: read.path(question, place), as }];
}
