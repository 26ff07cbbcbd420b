import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { contains, overlapOf, sweep, type Range } from "../../values/range.ts";
import { agentRange } from "./agent-range.ts";
import { callingRanges } from "./calling-ranges.ts";
import { carriedNetworks, isPodNetwork } from "./carried-networks.ts";
import { claimed, claimedRanges } from "./claimed-ranges.ts";
import { standIns } from "./hidden-workers.ts";
import { hubRanges } from "./hub-ranges.ts";
import { insideRanges } from "./inside-ranges.ts";
import { eachPairWithPartner } from "./common-partners.ts";
import { eachLinkedPair } from "./linked-ranges.ts";
import { callerVerdict, hiddenVerdict, hostVerdict, insideVerdict, isAsSevere, isOfPlatform, linkVerdict, OWN_PODS, partnerVerdict, placeVerdict, type Claimed, type Verdict } from "./overlap-verdicts.ts";
import { reachedHosts, type ReachedHost } from "./reached-hosts.ts";
import { residents } from "./residents.ts";

/** Two ranges that share addresses and must not. */
export interface Overlap extends Verdict {
  readonly a: Claimed;
  readonly b: Claimed;
  readonly shared: Range;
}

/** All ranges that share addresses and must not, and all ranges that were stated. Sorted sweeps keep many sites linear. */
export const overlaps = rule<{ readonly pairs: readonly Overlap[]; readonly stated: readonly Claimed[] }>({
  id: "addresses.overlaps",
  title: "Ranges that overlap",
  per: "plan",
  sources: ["kkp.cluster-network", "kkp.setup-checklist"],
  derive: (read) => {
    const found = new Map<string, Overlap>();
    const test = (a: Claimed, b: Claimed, verdict: () => Verdict | undefined) => {
      const shared = overlapOf(a.range, b.range);
      const said = shared && verdict();
      if (shared && said) found.set(`${a.row.id}~${b.row.id}`, { a, b, shared, ...said });
    };
    // A check of the firewall part compares the tunnelling agent's address, so it is only kept free here.
    const agent = read.outcome(agentRange);
    const inside = claimed(read.rule(insideRanges));
    const ranges = [...inside, ...claimed(agent.kind === "known" ? agent.value : [])];
    const all = claimedRanges(read);
    const { byPlace, byCluster, byDatacenter } = all;
    const homes = read.rule(residents);
    const hosts = read.rule(reachedHosts);
    // What lies in a network or block that is compared itself is told with it, unless it is worse: a network is only crossed where a server is dialled.
    const around = [...byPlace.values(), ...byCluster.values(), ...byDatacenter.values()].flat().filter(({ row }) => row.kind !== "peer" && row.kind !== "dhcp");
    // While the place of a cluster is open, its machines may stand anywhere.
    const placed = read.subjects("cluster").every((id) => read.optional(infrastructure.cluster.place, id) !== undefined);
    const carried = read.rule(carriedNetworks);
    // Master and Seeds answer the addresses that stand for those of such workers, and dial none of them.
    const hidden = new Set(read.subjects("datacenter").filter((id) => standIns(read, id)).map((id) => `range.worker-network[${id}]`));
    const within = (a: Claimed, b: Claimed) => {
      if (isPodNetwork(carried, a, b) || (hidden.has(b.row.id) && isOfPlatform(a.row))) return undefined;
      // Whoever routes to pods names their range, or a larger net around it.
      if (a.row.id.startsWith(OWN_PODS) && b.row.kind === "other" && contains(b.range, a.range)) return undefined;
      return insideVerdict(a.row, b, placed && b.row.place !== undefined && (homes.get(b.row.place)?.clusters ?? []).length === 0);
    };
    const isTold = (a: Claimed, host: Claimed, said: Verdict) =>
      around.some((net) => {
        const ofNet = contains(net.range, host.range) && overlapOf(a.range, net.range) ? within(a, net) : undefined;
        return ofNet !== undefined && isAsSevere(ofNet, said);
      });
    const hostSaid = (a: Claimed, host: ReachedHost) => {
      const said = hostVerdict(a.row, host);
      return said && isTold(a, host, said) ? undefined : said;
    };
    const callers = callingRanges(read);
    const hubRows = read.outcome(hubRanges);
    const hub = claimed(hubRows.kind === "known" ? hubRows.value : []);

    inside.forEach((a, at) => {
      for (const b of inside.slice(at + 1)) test(a, b, () => insideVerdict(a.row, b));
      for (const host of hosts) test(a, host, () => hostSaid(a, host));
      for (const one of hub) test(a, one, () => insideVerdict(a.row, one));
      for (const caller of callers) test(a, caller, () => callerVerdict(a, caller));
    });
    for (const [place, own] of byPlace) {
      const { clusters = [], datacenters = [] } = homes.get(place) ?? {};
      const here = [...own, ...clusters.flatMap((id) => byCluster.get(id) ?? []), ...datacenters.flatMap((id) => byDatacenter.get(id) ?? [])];
      const nodeNetwork = own.find(({ row }) => row.kind === "node-network")?.range;
      const segments = here.filter(({ row }) => row.kind === "node-network" || row.kind === "worker-network");
      for (const a of inside) {
        for (const b of here) if (b.row.kind !== "peer" || !segments.some(({ range }) => contains(range, b.range))) test(a, b, () => within(a, b));
      }
      sweep(here, (a, b) => test(a, b, () => placeVerdict(a, b, nodeNetwork)));
      const besides = hub.filter(({ row }) => row.place === place);
      // The hub announces its own block however it likes; only others must keep out of it.
      for (const a of here) for (const b of besides) test(a, b, () => placeVerdict(a, b, nodeNetwork));
    }
    for (const a of [...byDatacenter.values()].flat().filter(({ row }) => row.translated)) {
      for (const host of hosts) if (host.dialledBy.includes("user-clusters")) test(a, host, hiddenVerdict);
    }
    eachLinkedPair(read, all, hub, (a, b) => test(a, b, () => linkVerdict(a, b)));
    eachPairWithPartner(read, all, hosts, (a, b, partner) => {
      if (![[a, b], [b, a]].some(([one, two]) => found.has(`${one?.row.id}~${two?.row.id}`))) test(a, b, () => partnerVerdict(a, b, partner));
    });
    const stated = [ranges, hosts, hub, ...byPlace.values(), ...byCluster.values(), ...byDatacenter.values()].flat();
    return { pairs: [...found.values()], stated };
  },
});
