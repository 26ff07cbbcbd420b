import type { Topology, TopologyBox } from "../../engine/index.ts";
import type { Drawing, LineStyle, Paint, Shape } from "../drawing.ts";
import { detailOf } from "../overview/texts.ts";
import { heightOf, isMachineText, textBlock, type TextLine } from "../text/text-block.ts";

const WIDTH = 494;
const BOX = { width: 96, gap: 14, padding: 7, minimum: 34 } as const;
/** More than this in one column fold into one box with a count. */
const MOST = 4;
const TITLE = { size: 8.8, leading: 11.4, weight: 700, mono: false } as const;
const DETAIL = { size: 8, leading: 10.6, weight: 400, mono: false } as const;

/** A box of the small drawing. */
interface Item {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly filled: boolean;
  readonly line: LineStyle;
  readonly heavy: boolean;
}

/** The plan in one glance: people, the addresses they meet, the platform's clusters, the places. For the cover. */
export function layoutCover(topology: Topology): Drawing {
  const columns = columnsOf(topology).filter((column) => column.length > 0);
  const laid = columns.map((column) => column.map((item) => ({ item, lines: linesOf(item) })));
  const heights = laid.map((column) => column.reduce((sum, { lines }) => sum + boxHeight(lines) + BOX.gap, -BOX.gap));
  const height = Math.max(0, ...heights);
  const step = columns.length > 1 ? (WIDTH - BOX.width) / (columns.length - 1) : 0;
  const boxes = laid.map((column, index) => {
    let y = (height - (heights[index] ?? 0)) / 2;
    return column.map(({ item, lines }) => {
      const area = { x: index * step, y, width: BOX.width, height: boxHeight(lines) };
      y += area.height + BOX.gap;
      return { item, lines, area };
    });
  });
  return {
    width: columns.length > 1 ? WIDTH : BOX.width,
    height,
    summary: `${columns.map((column) => column.map(({ title }) => title).join(", ")).join("; ")}.`,
    shapes: [
      ...boxes.slice(1).flatMap((right, index) => busShapes(index, boxes[index] ?? [], right)),
      ...boxes.flat().flatMap(({ item, lines, area }) => boxShapes(item, lines, area)),
    ],
  };
}

function columnsOf({ zones, frames, boxes }: Topology): readonly (readonly Item[])[] {
  const plain = { filled: false, line: "solid", heavy: false } as const;
  const people = zones.filter(({ kind }) => kind === "people").map(({ id, title }) => ({ ...plain, id, title, detail: "" }));
  const addresses = boxes.filter(({ kind }) => kind === "virtual-address").map(addressItem);
  const clusters = frames.filter(({ kind }) => kind === "cluster").map(({ id, title, subtitle }) => ({ ...plain, id, title, detail: subtitle, heavy: true }));
  const places = zones.filter(({ kind }) => kind === "place").map(({ id, title, subtitle }) => ({ ...plain, id, title, detail: subtitle }));
  return [fold(people, "groups"), fold(addresses, "virtual addresses"), fold(clusters, "clusters"), fold(places, "places")];
}

function addressItem({ id, title, detail }: TopologyBox): Item {
  const lines = { known: "solid", open: "dotted", later: "dashed" } as const;
  return { id, title, detail: detailOf(detail), filled: detail.kind === "known", line: lines[detail.kind], heavy: false };
}

function fold(items: readonly Item[], noun: string): readonly Item[] {
  if (items.length <= MOST) return items;
  return [{ id: `cover.${noun}`, title: `${String(items.length)} ${noun}`, detail: "", filled: false, line: "solid", heavy: false }];
}

function linesOf({ title, detail }: Item): readonly TextLine[] {
  const width = BOX.width - 2 * BOX.padding;
  return [...textBlock(title, width, TITLE), ...textBlock(detail, width, { ...DETAIL, mono: isMachineText(detail) })];
}

const boxHeight = (lines: readonly TextLine[]): number => Math.max(BOX.minimum, heightOf(lines) + 2 * BOX.padding);

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxShapes({ id, filled, line, heavy }: Item, lines: readonly TextLine[], area: Area): readonly Shape[] {
  const isOpen = line === "dotted";
  const paint = (weight: 400 | 700): Paint => (filled ? "on-accent" : isOpen ? "open" : weight === 700 ? "ink" : "muted");
  let y = area.y + (area.height - heightOf(lines)) / 2;
  return [
    {
      kind: "rectangle", of: id, role: "box", ...area, radius: 0, fill: filled ? "accent" : "surface",
      stroke: filled ? "accent" : isOpen ? "open" : "ink", strokeWidth: heavy ? 1.4 : 0.9, line,
    },
    ...lines.map(({ value, style, width }): Shape => {
      const baseline = y + style.leading / 2 + style.size * 0.36;
      y += style.leading;
      return {
        kind: "text", of: id, x: area.x + area.width / 2, y: baseline, anchor: "middle", size: style.size,
        weight: style.weight, mono: style.mono, fill: paint(style.weight), value, width,
      };
    }),
  ];
}

/** Joins two columns by one upright line with a branch to each box. */
function busShapes(index: number, left: readonly { readonly area: Area }[], right: readonly { readonly area: Area }[]): readonly Shape[] {
  const middle = ({ area }: { readonly area: Area }) => area.y + area.height / 2;
  const levels = [...left, ...right].map(middle);
  const from = left[0] ? left[0].area.x + left[0].area.width : 0;
  const to = right[0]?.area.x ?? 0;
  const x = (from + to) / 2;
  const line = (id: string, points: readonly (readonly [number, number])[]): Shape => ({
    kind: "polyline", of: `cover.${id}`, role: "connection", points, stroke: "ink", strokeWidth: 0.9, line: "solid", arrow: "none",
  });
  const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
  return [
    ...(bottom > top ? [line(`bus.${String(index)}`, [[x, top], [x, bottom]])] : []),
    ...left.map((box, i) => line(`out.${String(index)}.${String(i)}`, [[from, middle(box)], [x, middle(box)]])),
    ...right.map((box, i) => line(`in.${String(index)}.${String(i)}`, [[x, middle(box)], [to, middle(box)]])),
  ];
}
