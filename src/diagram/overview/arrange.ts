import type { Topology, TopologyBox } from "../../engine/index.ts";
import { align } from "./align.ts";

type Zone = Topology["zones"][number];
type Frame = Topology["frames"][number];

/** A place of the grid: a box, or the label of a frame, which takes a place like a box does. */
export type Cell =
  | { readonly kind: "box"; readonly at: number; readonly box: TopologyBox }
  | { readonly kind: "label"; readonly at: number; readonly frame: Frame };

/** Boxes side by side. Lines run between rows, never through them except beside boxes and frames. */
export interface Row {
  readonly zone: Zone;
  readonly cells: readonly Cell[];
  /** Frames with their first and last place. */
  readonly frames: readonly { readonly frame: Frame; readonly from: number; readonly to: number }[];
}

/** What stands together: one loose box, or a frame with its boxes. */
interface Unit {
  readonly frame?: Frame;
  readonly boxes: readonly TopologyBox[];
}

const isFront = ({ frame, boxes }: Unit) => (frame ? frame.kind === "pool" : boxes[0]?.kind === "virtual-address");
const isCluster = ({ frame }: Unit) => frame?.kind === "cluster";

/**
 * Puts everything into rows: zones in their order; in a place first the addresses that people and workers meet, then
 * the clusters, then what stands beside them.
 *
 * @param columns Places in a row; only a frame that is wider alone may pass it.
 */
export function arrange(topology: Topology, columns: number): readonly Row[] {
  const frames = new Map(topology.frames.map((frame) => [frame.id, frame]));
  const frameOf = (box: TopologyBox) => (box.frame === undefined ? undefined : frames.get(box.frame));
  const widths = topology.frames.map((frame) => 1 + topology.boxes.filter((box) => frameOf(box) === frame).length);
  const rows = topology.zones.flatMap((zone) => {
    const framed: Unit[] = topology.frames
      .filter((frame) => frame.zone === zone.id)
      .map((frame) => ({ frame, boxes: topology.boxes.filter((box) => frameOf(box) === frame) }));
    const loose: Unit[] = topology.boxes.filter((box) => !frameOf(box) && box.zone === zone.id).map((box) => ({ boxes: [box] }));
    const units = [...framed, ...loose];
    // A row is as wide as the widest frame anyway; the others may fill it.
    const most = Math.max(columns, ...widths);
    const tiers = [units.filter(isFront), units.filter(isCluster), units.filter((unit) => !isFront(unit) && !isCluster(unit))];
    const rows = tiers.flatMap((tier) => pack(zone, tier, most));
    return rows.length > 0 ? rows : [{ zone, cells: [], frames: [] }];
  });
  return align(rows, topology.connections);
}

function pack(zone: Zone, units: readonly Unit[], columns: number): readonly Row[] {
  const rows: { zone: Zone; cells: Cell[]; frames: { frame: Frame; from: number; to: number }[] }[] = [];
  for (const { frame, boxes } of units) {
    const size = boxes.length + (frame ? 1 : 0);
    let row = rows.at(-1);
    if (!row || row.cells.length + size > columns) {
      row = { zone, cells: [], frames: [] };
      rows.push(row);
    }
    const from = row.cells.length;
    if (frame) {
      row.cells.push({ kind: "label", at: from, frame });
      row.frames.push({ frame, from, to: from + size - 1 });
    }
    for (const box of boxes) row.cells.push({ kind: "box", at: row.cells.length, box });
  }
  return rows;
}
