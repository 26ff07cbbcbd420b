import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Topology, TopologyBox } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { poolOf } from "../addresses/assignments.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { sites } from "../firewall/sites.ts";
import { frames } from "./frames.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** Ids of zones. */
export const zones = { people: "zone[people]", places: "zone[places]", unplaced: "zone[unplaced]", outside: "zone[outside]", place: (place: string) => `zone.place[${place}]` } as const;

const ROLES = { "master-and-seed": "Master and Seed", master: "Master", seed: "Seed" } as const;

/** Zones that hold a box: people above, places in the order they were created, machines whose place is open, everything else below. */
export function zonesOf(read: Reader, boxes: readonly TopologyBox[]): Topology["zones"] {
  const used = new Set(boxes.map(({ zone }) => zone));
  const places = [...read.rule(sites)].map(([place, { providers }]) => {
    const parts = [...providers.map((id) => providerOf(id).title), read.optional(network.place.nodeNetwork, place)];
    return { id: zones.place(place), title: placeName(read, place), subtitle: parts.filter((part) => part !== undefined).join(", "), kind: "place" as const };
  });
  return [
    { id: zones.people, title: "People", subtitle: "", kind: "people" as const },
    ...places,
    { id: zones.places, title: "Places", subtitle: "", kind: "place" as const },
    { id: zones.unplaced, title: "Place not known yet", subtitle: "", kind: "place" as const },
    { id: zones.outside, title: "Outside", subtitle: "", kind: "outside" as const },
  ].filter(({ id }) => used.has(id));
}

/** Frames that hold a box: the machines of each platform cluster, and its virtual addresses. */
export function framesOf(read: Reader, boxes: readonly TopologyBox[]): Topology["frames"] {
  const zoneOf = new Map(boxes.flatMap(({ frame, zone }) => (frame === undefined ? [] : [[frame, zone] as const])));
  return read.subjects("cluster").flatMap((cluster) => {
    const role = read.optional(infrastructure.cluster.role, cluster);
    const asn = read.optional(loadBalancer.cluster.localAsn, cluster);
    const said = [role && ROLES[role], asn === undefined ? undefined : `AS ${asn}`].filter((part) => part !== undefined).join(", ");
    return [
      { id: frames.pool(cluster), title: "Virtual addresses", subtitle: poolOfCluster(read, cluster), kind: "pool" as const },
      { id: frames.cluster(cluster), title: clusterName(read, cluster), subtitle: said, kind: "cluster" as const },
    ].flatMap((frame) => {
      const zone = zoneOf.get(frame.id);
      return zone === undefined ? [] : [{ ...frame, zone }];
    });
  });
}

function poolOfCluster(read: Reader, cluster: string): string {
  const pool = read.outcome(poolOf, cluster);
  if (pool.kind === "known") return pool.value.block;
  const provider = read.optional(infrastructure.cluster.provider, cluster);
  if (pool.kind !== "not-applicable") return "";
  const from = balancerSoFar(read, cluster)?.addressesFrom;
  if (from === "nobody") return "";
  if (from === "nodes") return "ports of the nodes";
  if (from === "hub") return "assigned by KubeLB";
  return provider === undefined ? "" : `assigned by ${providerOf(provider).title}`;
}
