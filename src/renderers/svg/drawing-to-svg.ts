import { arrowHeads, type Drawing, type Paint, type Shape } from "../../diagram/index.ts";

/** Light colours: a file is looked at on white. */
const COLOURS: Readonly<Record<Paint, string>> = {
  none: "none",
  surface: "#FFFFFF",
  zone: "#EEF0F3",
  accent: "#174A9C",
  ink: "#14181F",
  muted: "#4A5160",
  line: "#A9B0BC",
  "on-accent": "#FFFFFF",
  open: "#6A35B5",
};

const SANS = "Inter, 'Helvetica Neue', Arial, sans-serif";
const MONO = "'JetBrains Mono', Menlo, Consolas, monospace";

/**
 * A drawing as the text of an SVG file: elements with plain attributes, no style, no script, every text escaped.
 *
 * @param title Name of the picture, read by screen readers together with the drawing's summary.
 */
export function drawingToSvg(drawing: Drawing, title: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${number(drawing.width + 2)} ${number(drawing.height + 2)}" width="${number(drawing.width + 2)}" height="${number(drawing.height + 2)}" role="img" aria-labelledby="title summary">`,
    `<title id="title">${escape(title)}</title>`,
    `<desc id="summary">${escape(drawing.summary)}</desc>`,
    `<rect x="-1" y="-1" width="${number(drawing.width + 2)}" height="${number(drawing.height + 2)}" fill="${COLOURS.surface}"/>`,
    ...drawing.shapes.map(shapeToSvg),
    "</svg>",
    "",
  ].join("\n");
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case "rectangle":
      return element("rect", {
        x: shape.x, y: shape.y, width: shape.width, height: shape.height, rx: shape.radius,
        fill: COLOURS[shape.fill], stroke: COLOURS[shape.stroke], "stroke-width": shape.strokeWidth, ...dashes(shape.line),
      });
    case "polyline":
      return [
        element("path", {
          d: `M${shape.points.map((point) => point.map(number).join(" ")).join("L")}`, fill: "none",
          stroke: COLOURS[shape.stroke], "stroke-width": shape.strokeWidth, "stroke-linejoin": "round", ...dashes(shape.line),
        }),
        ...arrowHeads(shape).map((points) => element("polygon", { points: points.map((point) => point.map(number).join(",")).join(" "), fill: COLOURS[shape.stroke] })),
      ].join("");
    case "number":
      return (
        element("circle", { cx: shape.x, cy: shape.y, r: shape.radius, fill: COLOURS.surface, stroke: COLOURS.ink, "stroke-width": 0.9 }) +
        element("text", { x: shape.x, y: shape.y + shape.size * 0.36, "text-anchor": "middle", "font-family": SANS, "font-size": shape.size, "font-weight": 700, fill: COLOURS.ink }, shape.value)
      );
    case "text":
      return element(
        "text",
        { x: shape.x, y: shape.y, "text-anchor": shape.anchor, "font-family": shape.mono ? MONO : SANS, "font-size": shape.size, "font-weight": shape.weight, fill: COLOURS[shape.fill] },
        shape.value,
      );
  }
}

const DASHES = { solid: undefined, dashed: "4 3", dotted: "1 2.5" } as const;

const dashes = (line: keyof typeof DASHES): Readonly<Record<string, string>> => {
  const pattern = DASHES[line];
  return pattern === undefined ? {} : { "stroke-dasharray": pattern };
};

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(typeof value === "number" ? number(value) : value)}"`);
  return `<${name}${written.join("")}${text === undefined ? "/>" : `>${escape(text)}</${name}>`}`;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes markup, and leaves out control characters, which XML cannot hold in any form. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign).replace(/\p{Cc}/gu, (sign) => (sign === "\n" || sign === "\t" ? " " : ""));
}
