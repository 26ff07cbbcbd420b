import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { mostBoxes } from "../../facts/firewall.ts";
import { rule } from "../../kernel/rule.ts";
import type { Endpoint, Flow } from "../../plan/plan.ts";
import { masterCluster } from "../basics/platform.ts";
import { rowsFrom, type RowsSoFar } from "../basics/rows-from.ts";
import { sameRows } from "../basics/same-rows.ts";
import { foldingFor } from "../topology/folding.ts";
import { arrivals } from "./arrivals.ts";
import { endpointRules } from "./endpoints/index.ts";
import { draftRules } from "./flows/index.ts";
import type { FlowDraft } from "./flows/draft.ts";
import { partsOf, type Kinds } from "./parts.ts";
import { meetings, showsSix, type Meeting } from "./shared-family.ts";
import { sites } from "./sites.ts";

/** Flows between the same two boxes of the overview: one numbered line. */
export interface Connection {
  readonly number: number;
  readonly source: string;
  readonly destination: string;
  readonly flows: readonly Flow[];
}

/** Ends that the overview shows, the box that each falls into, and the numbered lines between boxes. */
export interface Connections {
  readonly shown: readonly Endpoint[];
  /** Box id by endpoint id. */
  readonly boxes: ReadonlyMap<string, string>;
  /** Place of the master, which no group of places holds. */
  readonly masterPlace: string | undefined;
  readonly list: readonly Connection[];
  /** Rows whose ends have addresses of different families alone. */
  readonly apart: readonly Flow[];
  /** Ends with IPv6 addresses that meet another end in them. */
  readonly inSix: readonly Endpoint[];
}

/** Kinds that are drawn even where no flow ends at them: virtual addresses and routers. */
const ALWAYS_SHOWN: ReadonlySet<Endpoint["kind"]> = new Set(["entry", "nodeport-proxy", "user-cluster-front", "kubernetes-api", "router"]);

/** All flows before they have numbers; an edit that moves none of them leaves it at that. */
export const flowDrafts = rule<RowsSoFar<FlowDraft>>({
  id: "firewall.drafts",
  title: "Firewall rows before they are numbered",
  per: "plan",
  sources: ["kkp.ports"],
  derive: (read) => rowsFrom(read, draftRules),
});

/**
 * Numbers the connections from 1 in the order of the flow rules, so that the diagram's lines and the firewall's rows
 * carry the same numbers. Where a box stands for several ends, rows that differ are told apart by a second number. A number follows from all rows before it; it is no value of the plan.
 */
export const connections = rule<Connections>({
  id: "firewall.connections",
  title: "Numbers of the connections",
  per: "plan",
  sources: ["kkp.ports"],
  derive: (read) => {
    const { rows } = read.rule(flowDrafts);
    const used = new Set<string>();
    for (const { source, destination } of rows) used.add(source).add(destination);
    const shown = rowsFrom(read, endpointRules).rows.filter(({ id, kind }) => used.has(id) || ALWAYS_SHOWN.has(kind));
    const master = read.outcome(masterCluster);
    const places = {
      master: master.kind === "known" ? read.optional(infrastructure.cluster.place, master.value) : undefined,
      withClusters: new Set([...read.rule(sites)].filter(([, { clusters }]) => clusters.length > 0).map(([place]) => place)),
    };
    const boxOf = foldingFor(shown, places, read.fact(mostBoxes));
    const boxes = new Map(shown.map((end) => [end.id, boxOf(end)]));
    const meet = meetings(shown);
    const list = numbered(rows, boxes, new Map(shown.map(({ id, kind }) => [id, kind])), meet, arrivals(shown));
    const six = new Map(shown.filter(showsSix).map((end) => [end.id, end]));
    const met = new Set(six.size === 0 ? [] : rows.filter((row) => row.source !== row.destination && meetsInSix(meet(row))).flatMap(({ source, destination }) => [source, destination]));
    const inSix = [...six.values()].filter(({ id }) => met.has(id));
    return { shown, boxes, masterPlace: places.master, inSix, list, apart: list.flatMap(({ flows }) => flows.filter((row) => meet(row) === "none")) };
  },
});

interface Growing {
  readonly source: string;
  readonly destination: string;
  readonly drafts: FlowDraft[];
  /** Whether a box at either end stands for other ends as well. */
  folded: boolean;
}

function numbered(drafts: readonly FlowDraft[], boxes: ReadonlyMap<string, string>, kinds: Kinds, meet: ReturnType<typeof meetings>, arrives: ReturnType<typeof arrivals>): readonly Connection[] {
  const list: Growing[] = [];
  // By source, then by destination: large plans hold thousands of rows, and joined keys would cost more than the rows.
  const bySource = new Map<string, Map<string, Growing>>();
  for (const draft of drafts) {
    const source = boxes.get(draft.source) ?? draft.source;
    const destination = boxes.get(draft.destination) ?? draft.destination;
    let fromSource = bySource.get(source);
    if (!fromSource) bySource.set(source, (fromSource = new Map<string, Growing>()));
    let connection = fromSource.get(destination);
    if (!connection) {
      connection = { source, destination, drafts: [], folded: false };
      fromSource.set(destination, connection);
      list.push(connection);
    }
    connection.drafts.push(draft);
    if (source !== draft.source || destination !== draft.destination) connection.folded = true;
  }
  return list.map(({ source, destination, drafts: rows, folded }, index) => {
    const number = index + 1;
    const parts = folded ? partsOf(rows, kinds) : undefined;
    const flowsOf = (some: readonly FlowDraft[], part?: number) => some.map((draft) => withNumber(draft, number, part, familyIn(meet(draft)), arrives(draft)));
    return { number, source, destination, flows: parts ? parts.flatMap((part, at) => flowsOf(part, at + 1)) : flowsOf(rows) };
  });
}

/** Whether ends may meet in IPv6, where one of them has such addresses. */
const meetsInSix = (meeting: Meeting): boolean => meeting === "all" || meeting === 6;

/** Ends that share no family have a finding of their own; their row shows what they have. */
const familyIn = (meeting: Meeting): Flow["family"] => (typeof meeting === "number" ? meeting : undefined);

const withNumber = sameRows(({ id, refs, source, destination, protocol, ports, hosts, reason, lifetime, from, why }: FlowDraft, connection: number, part: number | undefined, family: Flow["family"], arrivesAs: Flow["arrivesAs"]): Flow => ({
  id,
  refs,
  connection,
  ...(part === undefined ? {} : { part }),
  source,
  destination,
  ...(arrivesAs ? { arrivesAs } : {}),
  ...(family === undefined ? {} : { family }),
  protocol,
  ports,
  ...(hosts ? { hosts } : {}),
  reason,
  lifetime,
  from,
  why,
}));

/** All flows, in the order of their connections. */
export const flows = rule<readonly Flow[]>({
  id: "firewall.flows",
  title: "Firewall rows",
  per: "plan",
  sources: ["kkp.ports"],
  derive: (read) => read.rule(connections).list.flatMap((connection) => connection.flows),
});
