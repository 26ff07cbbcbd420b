import { rule } from "../../kernel/rule.ts";
import type { Endpoint, Flow, Topology, TopologyBox, TopologyConnection } from "../../plan/plan.ts";
import { connections, type Connection } from "../firewall/connections.ts";
import { boxOf } from "./boxes.ts";
import { partsInWords } from "./connection-parts.ts";
import { foldedBoxes } from "./folded-boxes.ts";
import { framesOf, zones, zonesOf } from "./zones.ts";

/** What the overview diagram shows: a box for each end of a flow, and one numbered line for all flows between two boxes. */
export const topology = rule<Topology>({
  id: "topology.overview",
  title: "Overview diagram",
  per: "plan",
  sources: ["kkp.networking"],
  derive: (read) => {
    const { shown, boxes: boxIds, masterPlace, list } = read.rule(connections);
    const single = shown.filter(({ id }) => boxIds.get(id) === id);
    const boxes = [...single.map((end) => boxOf(read, end, zoneOf(end))), ...foldedBoxes(read, new Set(boxIds.values()), masterPlace)];
    const zoneList = zonesOf(read, boxes);
    const rank = new Map(zoneList.map(({ id }, index) => [id, index]));
    // Lines are named by the full titles of their ends; boxes leave out what zone and frame say.
    const ends = new Map(shown.map((end) => [end.id, end]));
    const titles = new Map([...boxes, ...single].map(({ id, title }) => [id, title]));
    return {
      zones: zoneList,
      frames: framesOf(read, boxes),
      boxes: boxes.toSorted((a: TopologyBox, b: TopologyBox) => (rank.get(a.zone) ?? 0) - (rank.get(b.zone) ?? 0)),
      connections: list.map((connection) => lineOf(connection, titles, ends)),
    };
  },
});

/** What stands in one of the places for certain, even while nobody said in which. */
const OF_THE_PLATFORM: ReadonlySet<Endpoint["kind"]> = new Set(["nodes", "control-planes", "kubernetes-api", "load-balancer", "workers", "workloads"]);

function zoneOf({ kind, place }: Endpoint): string {
  if (kind === "users" || kind === "engineers") return zones.people;
  if (place !== undefined) return zones.place(place);
  return OF_THE_PLATFORM.has(kind) ? zones.unplaced : zones.outside;
}

function lineOf({ number, source, destination, flows }: Connection, titles: ReadonlyMap<string, string>, ends: ReadonlyMap<string, Endpoint>): TopologyConnection {
  const parts = partsInWords(flows, ends, portsOf);
  // A box that stands for one end as well as others is named by the end that its rows mean.
  const one = flows.every((flow) => flow.destination === flows[0]?.destination) ? flows[0]?.destination : undefined;
  const meant = one !== undefined && ends.has(destination) ? ends.get(one)?.title : undefined;
  const [from, to] = [titles.get(source) ?? source, meant ?? titles.get(destination) ?? destination];
  return {
    id: `connection[${source},${destination}]`,
    number,
    source,
    destination,
    title: source === destination ? `Within ${from}` : `${from} to ${to}`,
    detail: portsOf(flows),
    flows: flows.map(({ id }) => id),
    ...(parts ? { parts } : {}),
  };
}

/** Protocols with the ports of all flows, each once: `TCP 443, 80; UDP 123`. */
function portsOf(flows: readonly Flow[]): string {
  const byProtocol = new Map<string, Set<string>>();
  for (const { protocol, ports } of flows) {
    let seen = byProtocol.get(protocol);
    if (!seen) byProtocol.set(protocol, (seen = new Set()));
    if (ports === "" || seen.has(ports)) continue;
    for (const port of ports.split(", ")) seen.add(port);
  }
  return [...byProtocol].map(([protocol, ports]) => [protocol, [...ports].join(", ")].filter((part) => part !== "").join(" ")).join("; ");
}
