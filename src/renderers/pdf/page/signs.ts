import type { SignName } from "../text/fragments.ts";
import { ink } from "./ink.ts";
import type { Paper } from "./paper.ts";

/**
 * Draws a sign as lines, never as a character, so that it looks the same in every reader and needs no font.
 *
 * @param x Left edge.
 * @param baseline Baseline of the text beside it.
 * @param size Size of that text.
 */
export function drawSign(paper: Paper, sign: SignName, x: number, baseline: number, size: number): void {
  const side = size * 0.86;
  const top = baseline - side * 0.88;
  const at = (h: number, v: number) => [x + h * side, top + v * side] as const;
  const pen = size * 0.12;
  switch (sign) {
    case "yes":
      paper.stroke([at(0.08, 0.55), at(0.36, 0.85), at(0.95, 0.15)], ink.text, pen);
      return;
    case "no":
      paper.stroke([at(0.15, 0.2), at(0.8, 0.85)], ink.grey, pen * 0.9);
      paper.stroke([at(0.8, 0.2), at(0.15, 0.85)], ink.grey, pen * 0.9);
      return;
    case "blocker":
      paper.fill({ x, y: top, width: side, height: side }, ink.text);
      paper.stroke([at(0.27, 0.27), at(0.73, 0.73)], ink.paper, pen);
      paper.stroke([at(0.73, 0.27), at(0.27, 0.73)], ink.paper, pen);
      return;
    case "warning":
      paper.stroke([at(0.5, 0.02), at(1, 0.96), at(0, 0.96), at(0.5, 0.02), at(0.52, 0.05)], ink.text, pen * 0.75);
      paper.stroke([at(0.5, 0.36), at(0.5, 0.64)], ink.text, pen * 0.85);
      paper.stroke([at(0.5, 0.76), at(0.5, 0.84)], ink.text, pen * 0.85);
      return;
    case "advice":
      paper.circle(x + side / 2, top + side / 2, side * 0.47, ink.text, pen * 0.7, undefined);
      paper.stroke([at(0.5, 0.44), at(0.5, 0.76)], ink.text, pen * 0.85);
      paper.stroke([at(0.5, 0.24), at(0.5, 0.32)], ink.text, pen * 0.85);
      return;
    case "open":
      paper.circle(x + side / 2, top + side / 2, side * 0.47, ink.text, pen * 0.75, undefined, "dotted");
      paper.stroke([at(0.36, 0.38), at(0.42, 0.28), at(0.58, 0.28), at(0.64, 0.4), at(0.5, 0.52), at(0.5, 0.62)], ink.text, pen * 0.75);
      paper.stroke([at(0.5, 0.72), at(0.5, 0.79)], ink.text, pen * 0.8);
      return;
    case "box":
      paper.frame({ x: x + pen / 2, y: top + pen / 2, width: side - pen, height: side - pen }, ink.text, pen * 0.7);
      return;
  }
}
