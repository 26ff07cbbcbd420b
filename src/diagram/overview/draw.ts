import type { Topology, TopologyBox, TopologyConnection } from "../../engine/index.ts";
import type { Drawing, LineStyle, Paint, Shape } from "../drawing.ts";
import { heightOf, type TextLine } from "../text/text-block.ts";
import { cellArea, frameArea, zoneArea, type Placement } from "./areas.ts";
import type { Area, Point } from "./numbers.ts";
import { sizes } from "./sizes.ts";
import { boxTexts, labelTexts, zoneTexts } from "./texts.ts";

interface DrawnLine {
  readonly connection: TopologyConnection;
  readonly points: readonly Point[];
  readonly number: Point;
}

/** Everything from the back to the front: zones, frames, boxes, lines, numbers. */
export function draw(placement: Placement, lines: readonly DrawnLine[]): Drawing {
  const { topology, rows, x, y } = placement;
  const inOrder = lines.toSorted((a, b) => a.connection.number - b.connection.number || (a.connection.id < b.connection.id ? -1 : 1));
  return {
    width: x.width,
    height: y.height,
    summary: summaryOf(topology),
    shapes: [
      ...topology.zones.flatMap((zone) => zoneShapes(placement, zone)),
      ...rows.flatMap((row, index) => row.frames.flatMap(({ frame, from, to }) => frameShapes(placement, frame, index, from, to))),
      ...rows.flatMap((row, index) => row.cells.flatMap((cell) => (cell.kind === "box" ? boxShapes(cell.box, cellArea(placement, index, cell.at)) : []))),
      ...inOrder.map(lineShape),
      ...inOrder.map(numberShape),
    ],
  };
}

function summaryOf({ zones, boxes, connections }: Topology): string {
  const counted = (count: number, word: string) => `${String(count)} ${count === 1 ? word : word === "box" ? "boxes" : `${word}s`}`;
  return `Network overview: ${zones.map(({ title }) => title).join(", ")}, with ${counted(boxes.length, "box")} and ${counted(connections.length, "numbered connection")}.`;
}

function zoneShapes(placement: Placement, zone: Topology["zones"][number]): readonly Shape[] {
  const area = zoneArea(placement, zone.id);
  return [
    { kind: "rectangle", of: zone.id, role: "zone", ...area, radius: sizes.zoneRadius, fill: "zone", stroke: "line", strokeWidth: 0.6, line: "solid" },
    ...textShapes(zone.id, zoneTexts(zone), area.x + sizes.zonePadding, area.y + sizes.zonePadding, "start", ["ink", "muted"]),
  ];
}

function frameShapes(placement: Placement, frame: Topology["frames"][number], row: number, from: number, to: number): readonly Shape[] {
  const area = frameArea(placement, row, from, to);
  const label = cellArea(placement, row, from);
  const isCluster = frame.kind === "cluster";
  const texts = labelTexts(frame, label.width - 2 * sizes.boxPadding);
  return [
    {
      kind: "rectangle", of: frame.id, role: "frame", ...area, radius: sizes.boxRadius,
      fill: isCluster ? "surface" : "none", stroke: isCluster ? "ink" : "muted", strokeWidth: isCluster ? 1.1 : 0.7, line: "solid",
    },
    ...textShapes(frame.id, texts, label.x + 2, label.y + (label.height - heightOf(texts)) / 2, "start", ["ink", "muted"]),
  ];
}

const OUTLINES: Readonly<Record<TopologyBox["detail"]["kind"], LineStyle>> = { known: "solid", later: "dashed", open: "dotted" };

function boxShapes(box: TopologyBox, area: Area): readonly Shape[] {
  const line = OUTLINES[box.detail.kind];
  const filled = box.kind === "virtual-address" && box.detail.kind === "known";
  const isOpen = box.detail.kind === "open";
  const texts = boxTexts(box, area.width - 2 * sizes.boxPadding);
  const paints: readonly [Paint, Paint] = filled ? ["on-accent", "on-accent"] : isOpen ? ["open", "open"] : ["ink", "muted"];
  const stroke: Paint = filled || (box.kind === "virtual-address" && !isOpen) ? "accent" : isOpen ? "open" : "muted";
  return [
    { kind: "rectangle", of: box.id, role: "box", ...area, radius: sizes.boxRadius, fill: filled ? "accent" : "surface", stroke, strokeWidth: line === "solid" ? 0.8 : 1, line },
    ...textShapes(box.id, texts, area.x + area.width / 2, area.y + (area.height - heightOf(texts)) / 2, "middle", paints),
  ];
}

/** Lines below each other from a top edge; bold ones in the first paint, the others in the second. */
function textShapes(of: string, lines: readonly TextLine[], x: number, top: number, anchor: "start" | "middle", paints: readonly [Paint, Paint]): readonly Shape[] {
  let y = top;
  return lines.map(({ value, style, width }): Shape => {
    const baseline = y + style.leading / 2 + style.size * 0.36;
    y += style.leading;
    return { kind: "text", of, x, y: baseline, anchor, size: style.size, weight: style.weight, mono: style.mono, fill: paints[style.weight === 700 ? 0 : 1], value, width };
  });
}

const lineShape = ({ connection, points }: DrawnLine): Shape => ({
  kind: "polyline", of: connection.id, role: "connection", points, stroke: "ink", strokeWidth: 0.9, line: "solid", arrow: "end",
});

const numberShape = ({ connection, number: [x, y] }: DrawnLine): Shape => ({
  kind: "number", of: connection.id, x, y, radius: sizes.numberRadius, value: String(connection.number), size: sizes.numberSize,
});
