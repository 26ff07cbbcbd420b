import { arrowHeads, type Drawing, type Paint, type Shape } from "../../../diagram/index.ts";
import { ink, type Ink } from "../page/ink.ts";
import type { Paper } from "../page/paper.ts";

/** On paper an open value is told by its dotted line alone. */
const INKS: Readonly<Record<Exclude<Paint, "none">, Ink>> = {
  surface: ink.paper,
  zone: ink.tint,
  accent: ink.accent,
  ink: ink.text,
  muted: ink.grey,
  line: ink.rule,
  "on-accent": ink.paper,
  open: ink.text,
};

const inkOf = (paint: Paint): Ink | undefined => (paint === "none" ? undefined : INKS[paint]);

/** Draws a drawing with its top left corner at a point, scaled. */
export function drawDrawing(paper: Paper, drawing: Drawing, left: number, top: number, scale: number): void {
  for (const shape of drawing.shapes) drawShape(paper, shape, left, top, scale);
}

function drawShape(paper: Paper, shape: Shape, left: number, top: number, scale: number): void {
  const x = (value: number) => left + value * scale;
  const y = (value: number) => top + value * scale;
  switch (shape.kind) {
    case "rectangle": {
      const area = { x: x(shape.x), y: y(shape.y), width: shape.width * scale, height: shape.height * scale };
      const [paint, colour] = [inkOf(shape.fill), inkOf(shape.stroke) ?? ink.text];
      if (paint) paper.panel(area, paint, colour, shape.strokeWidth * scale, shape.line, shape.radius * scale);
      else paper.frame(area, colour, shape.strokeWidth * scale, shape.line, shape.radius * scale);
      return;
    }
    case "polyline": {
      const colour = inkOf(shape.stroke) ?? ink.text;
      paper.stroke(shape.points.map(([h, v]) => [x(h), y(v)]), colour, shape.strokeWidth * scale, shape.line);
      for (const head of arrowHeads(shape)) paper.polygon(head.map(([h, v]) => [x(h), y(v)]), colour);
      return;
    }
    case "number":
      paper.circle(x(shape.x), y(shape.y), shape.radius * scale, ink.text, 0.9 * scale, ink.paper);
      paper.text(shape.value, x(shape.x), y(shape.y + shape.size * 0.36), { mono: false, bold: true, size: shape.size * scale, leading: 0, ink: ink.text }, "middle");
      return;
    case "text":
      paper.text(shape.value, x(shape.x), y(shape.y), { mono: shape.mono, bold: shape.weight === 700, size: shape.size * scale, leading: 0, ink: inkOf(shape.fill) ?? ink.text }, shape.anchor);
      return;
  }
}
