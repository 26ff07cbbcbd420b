import { describe, expect, it } from "vitest";
import type { Drawing, Shape } from "../../diagram/index.ts";
import { drawingToSvg } from "./drawing-to-svg.ts";

const drawing = (...shapes: Shape[]): Drawing => ({ width: 100, height: 50, summary: "A & B", shapes });
const label = (value: string): Shape => ({ kind: "text", of: "a", x: 1.005, y: 2, anchor: "middle", size: 9.5, weight: 700, mono: true, fill: "open", value, width: 10 });

describe("drawingToSvg", () => {
  it("writes names that screen readers read", () => {
    const svg = drawingToSvg(drawing(), "Network <overview>");
    expect(svg).toContain('viewBox="-1 -1 102 52"');
    expect(svg).toContain("<title id=\"title\">Network &lt;overview&gt;</title>");
    expect(svg).toContain("<desc id=\"summary\">A &amp; B</desc>");
  });

  it("escapes what people typed and leaves out what XML cannot hold", () => {
    const svg = drawingToSvg(drawing(label(`</text><script>"a' & b\u0000\n\u001b`)), "t");
    expect(svg).toContain("&lt;/text&gt;&lt;script&gt;&quot;a&#39; &amp; b </text>");
    expect(svg).not.toContain("<script");
  });

  it("needs no style and no script", () => {
    const svg = drawingToSvg(drawing(label("a")), "t");
    expect(svg).not.toMatch(/style|class|<script|on[a-z]+=/);
  });

  it("draws dashes, arrow heads and numbers", () => {
    const svg = drawingToSvg(
      drawing(
        { kind: "rectangle", of: "b", role: "box", x: 0, y: 0, width: 10, height: 5, radius: 3, fill: "surface", stroke: "open", strokeWidth: 1, line: "dotted" },
        { kind: "polyline", of: "c", role: "connection", points: [[0, 0], [0, 20]], stroke: "ink", strokeWidth: 0.9, line: "solid", arrow: "both" },
        { kind: "number", of: "c", x: 0, y: 10, radius: 7.5, value: "12", size: 8 },
      ),
      "t",
    );
    expect(svg).toContain('<rect x="0" y="0" width="10" height="5" rx="3" fill="#FFFFFF" stroke="#6A35B5" stroke-width="1" stroke-dasharray="1 2.5"/>');
    expect(svg).toContain('<path d="M0 0L0 20"');
    expect(svg).toContain('<polygon points="0,20 -2.8,13.5 2.8,13.5"');
    expect(svg).toContain('<polygon points="0,0 2.8,6.5 -2.8,6.5"');
    expect(svg).toContain(">12</text>");
  });
});
