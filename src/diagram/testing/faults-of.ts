import type { Drawing, Shape } from "../drawing.ts";

interface Area {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Stretch extends Area {
  readonly of: string;
}

/** What is wrong with a drawing: things that overlap, and lines that pass through boxes, labels, numbers or along each other. */
export function faultsOf(drawing: Drawing): readonly string[] {
  const { shapes } = drawing;
  const boxes = shapes.filter((shape) => shape.kind === "rectangle" && shape.role === "box").map(areaOf);
  const frames = shapes.filter((shape) => shape.kind === "rectangle" && shape.role === "frame").map(areaOf);
  const zones = shapes.filter((shape) => shape.kind === "rectangle" && shape.role === "zone").map(areaOf);
  const labels = shapes.filter((shape) => shape.kind === "text").map(areaOf);
  const numbers = shapes.filter((shape) => shape.kind === "number");
  const stretches = shapes.flatMap(stretchesOf);
  const ends = new Map(shapes.flatMap((shape) => (shape.kind === "polyline" ? [[shape.of, shape.points] as const] : [])));
  return [
    ...pairs(boxes).filter(overlap).map(told("boxes overlap")),
    ...pairs(frames).filter(overlap).map(told("frames overlap")),
    ...pairs(zones).filter(overlap).map(told("zones overlap")),
    ...pairs(labels).filter(overlap).map(told("labels overlap")),
    ...pairs(numbers).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius).map(([a, b]) => `numbers overlap: ${a.of}, ${b.of}`),
    ...cross(numbers.map(areaOf), [...boxes, ...labels]).filter(overlap).map(told("number on")),
    ...cross(stretches, boxes).filter(overlap).map(told("line through box")),
    ...cross(stretches, labels).filter(overlap).map(told("line through label")),
    ...cross(stretches, numbers.map(areaOf)).filter(([a, b]) => !b.what.endsWith(` ${a.of}`) && overlap([a, b])).map(told("line through number")),
    ...pairs(stretches).filter(([a, b]) => a.of !== b.of && along(a, b)).map(told("lines on each other")),
    ...labels.filter((label) => ![...boxes, ...frames, ...zones].some((area) => contains(area, label))).map(({ what }) => `label outside ${what}`),
    ...shapes.flatMap((shape) => (shape.kind === "rectangle" && shape.role === "box" ? textsOutside(shape, shapes) : [])),
    ...[...boxes, ...stretches, ...labels].filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > drawing.width || bottom > drawing.height).map(({ what }) => `outside the drawing: ${what}`),
    ...numbers.filter(({ of, x, y }) => !(ends.get(of) ?? []).some((point, i, points) => onStretch(points[i - 1], point, x, y))).map(({ of }) => `number off its line: ${of}`),
    ...stretches.filter(({ left, right, top, bottom }) => right - left > 0.01 && bottom - top > 0.01).map(({ what }) => `sloped: ${what}`),
  ];
}

const told = (fault: string) => ([a, b]: readonly [Area, Area]) => `${fault}: ${a.what}, ${b.what}`;

function areaOf(shape: Shape): Area {
  switch (shape.kind) {
    case "rectangle":
      return { what: `${shape.role} ${shape.of}`, left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height };
    case "number":
      return { what: `number ${shape.of}`, left: shape.x - shape.radius, right: shape.x + shape.radius, top: shape.y - shape.radius, bottom: shape.y + shape.radius };
    case "text": {
      const left = shape.anchor === "start" ? shape.x : shape.anchor === "middle" ? shape.x - shape.width / 2 : shape.x - shape.width;
      return { what: `text ${shape.of} ${shape.value}`, left, right: left + shape.width, top: shape.y - shape.size * 0.73, bottom: shape.y + shape.size * 0.2 };
    }
    case "polyline":
      throw new Error("A line has stretches, not one area.");
  }
}

function stretchesOf(shape: Shape): readonly Stretch[] {
  if (shape.kind !== "polyline") return [];
  return shape.points.slice(1).flatMap((to, i) => {
    const from = shape.points[i];
    return from
      ? [{ of: shape.of, what: `line ${shape.of} part ${String(i)}`, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]), top: Math.min(from[1], to[1]), bottom: Math.max(from[1], to[1]) }]
      : [];
  });
}

function textsOutside(box: Extract<Shape, { kind: "rectangle" }>, shapes: readonly Shape[]): readonly string[] {
  const area = areaOf(box);
  return shapes.flatMap((shape) => (shape.kind === "text" && shape.of === box.of && !contains(area, areaOf(shape)) ? [`text leaves its box: ${shape.value}`] : []));
}

const HAIR = 0.01;
const overlap = ([a, b]: readonly [Area, Area]): boolean => a.left < b.right - HAIR && b.left < a.right - HAIR && a.top < b.bottom - HAIR && b.top < a.bottom - HAIR;

/** Parallel lines closer than two points, side by side for more than a point. */
function along(a: Area, b: Area): boolean {
  const upright = (area: Area) => area.right - area.left < HAIR;
  if (upright(a) !== upright(b)) return false;
  const beside = upright(a) ? Math.abs(a.left - b.left) : Math.abs(a.top - b.top);
  const shared = upright(a) ? Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) : Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return beside < 2 && shared > 1;
}

const contains = (outer: Area, inner: Area): boolean => inner.left >= outer.left - HAIR && inner.right <= outer.right + HAIR && inner.top >= outer.top - HAIR && inner.bottom <= outer.bottom + HAIR;

function onStretch(from: readonly [number, number] | undefined, to: readonly [number, number], x: number, y: number): boolean {
  if (!from) return false;
  const within = (value: number, a: number, b: number) => value >= Math.min(a, b) - HAIR && value <= Math.max(a, b) + HAIR;
  return within(x, from[0], to[0]) && within(y, from[1], to[1]);
}

const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
const cross = <A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] => first.flatMap((a) => second.map((b) => [a, b] as const));
