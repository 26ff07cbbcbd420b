import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { contains, overlapOf, parseAny, sweep, type Range } from "../../values/range.ts";
import { masterCluster } from "../basics/platform.ts";
import { clusterRanges } from "./cluster-ranges.ts";
import { datacenterRanges } from "./datacenter-ranges.ts";
import { servedByHub } from "../workloads/hub.ts";
import { hubRanges } from "./hub-ranges.ts";
import { insideRanges } from "./inside-ranges.ts";
import { insideVerdict, linkVerdict, placeVerdict, type Claimed, type Verdict } from "./overlap-verdicts.ts";
import { placeRanges } from "./place-ranges.ts";
import { reachedHosts } from "./reached-hosts.ts";
import { residents } from "./residents.ts";

/** Two ranges that share addresses and must not. */
export interface Overlap extends Verdict {
  readonly a: Claimed;
  readonly b: Claimed;
  readonly shared: Range;
}

const claimed = (rows: readonly AddressRange[]): readonly Claimed[] =>
  rows.flatMap((row) => {
    const range = parseAny(row.text);
    return range ? [{ row, range }] : [];
  });

/** Ranges of a cluster with the way they are announced; none while the kind is open. */
function rangesOfCluster(read: Reader, cluster: string): readonly Claimed[] {
  const rows = read.outcome(clusterRanges, cluster);
  const kind = read.optional(loadBalancer.cluster.kind, cluster);
  return rows.kind === "known" && kind !== undefined ? claimed(rows.value).map((one) => ({ ...one, scope: loadBalancerKindOf(kind).poolScope })) : [];
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
    const ranges = claimed(read.rule(insideRanges));
    const inside = ranges.filter(({ row }) => row.kind !== "agent");
    const byCluster = new Map(read.subjects("cluster").map((id) => [id, rangesOfCluster(read, id)]));
    const byDatacenter = new Map(read.subjects("datacenter").map((id) => [id, claimed(read.rule(datacenterRanges, id))]));
    const byPlace = new Map(read.subjects("place").map((id) => [id, claimed(read.rule(placeRanges, id))]));
    const homes = read.rule(residents);
    const hosts = reachedHosts(read);
    const hubRows = read.outcome(hubRanges);
    const hub = claimed(hubRows.kind === "known" ? hubRows.value : []);

    inside.forEach((a, at) => {
      for (const b of inside.slice(at + 1)) test(a, b, () => insideVerdict(a.row, b));
      for (const host of hosts) test(a, host, () => insideVerdict(a.row, host));
      for (const one of hub) test(a, one, () => insideVerdict(a.row, one));
    });
    for (const [place, own] of byPlace) {
      const { clusters = [], datacenters = [] } = homes.get(place) ?? {};
      const here = [...own, ...clusters.flatMap((id) => byCluster.get(id) ?? []), ...datacenters.flatMap((id) => byDatacenter.get(id) ?? [])];
      const nodeNetwork = own.find(({ row }) => row.kind === "node-network")?.range;
      for (const a of inside) {
        for (const b of here) if (b.row.kind !== "peer" || !nodeNetwork || !contains(nodeNetwork, b.range)) test(a, b, () => insideVerdict(a.row, b));
      }
      sweep(here, (a, b) => test(a, b, () => placeVerdict(a, b, nodeNetwork)));
      const besides = hub.filter(({ row }) => row.place === place);
      // The hub announces its own block however it likes; only others must keep out of it.
      for (const a of here) for (const b of besides) test(a, b, () => placeVerdict(a, b, nodeNetwork));
    }

    const frontOf = (cluster: string): readonly Claimed[] => {
      const place = read.optional(infrastructure.cluster.place, cluster);
      const network = place === undefined ? [] : (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
      return [...network, ...(byCluster.get(cluster) ?? []).filter(({ row }) => row.kind === "pool")];
    };
    const link = (left: readonly Claimed[], right: readonly Claimed[]) => {
      for (const a of left) for (const b of right) if (a.row.place !== b.row.place) test(a, b, linkVerdict);
    };
    const served = read.rule(servedByHub);
    const balanced = new Set(served.datacenters);
    for (const id of byDatacenter.keys()) {
      const seed = read.optional(infrastructure.datacenter.seed, id);
      const place = read.optional(infrastructure.datacenter.place, id);
      const own = (byDatacenter.get(id) ?? []).filter(({ row }) => row.kind === "worker-network");
      const workers = own.length > 0 || place === undefined ? own : (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
      if (seed !== undefined) link(workers, frontOf(seed));
      if (balanced.has(id)) link(workers, hub);
    }
    for (const id of served.clusters) link(frontOf(id), hub);
    const master = read.outcome(masterCluster);
    if (master.kind === "known") for (const id of byCluster.keys()) if (id !== master.value) link(frontOf(id), frontOf(master.value));
    const stated = [ranges, hosts, hub, ...byPlace.values(), ...byCluster.values(), ...byDatacenter.values()].flat();
    return { pairs: [...found.values()], stated };
  },
});
