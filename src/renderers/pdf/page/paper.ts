import type { jsPDF } from "jspdf";
import type { LineStyle } from "../../../diagram/index.ts";
import type { TextStyle } from "../text/fragments.ts";
import type { Line, TextPart } from "../text/lines.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { visualOrder } from "../text/visual-order.ts";
import { ink, type Ink } from "./ink.ts";
import { drawSign } from "./signs.ts";

type Point = readonly [x: number, y: number];
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The text is in drawing order already; jsPDF must not turn it again. */
const AS_IS = { isInputVisual: true, isOutputVisual: true, isInputRtl: false, isOutputRtl: false } as const;
const DASHES: Readonly<Record<LineStyle, readonly number[]>> = { solid: [], dashed: [2.6, 1.8], dotted: [0.7, 1.7] };

/** Draws on the pages of a PDF and keeps the links until every page is known. Positions in points from the top left. */
export class Paper {
  readonly typefaces: Typefaces;
  readonly #doc: jsPDF;
  readonly #anchors = new Map<string, { readonly page: number; readonly y: number }>();
  readonly #links: { readonly page: number; readonly area: Area; readonly target: string }[] = [];

  constructor(doc: jsPDF, typefaces: Typefaces) {
    this.#doc = doc;
    this.typefaces = typefaces;
  }

  get page(): number {
    return this.#doc.getCurrentPageInfo().pageNumber;
  }

  get pages(): number {
    return this.#doc.getNumberOfPages();
  }

  addPage(orientation: "portrait" | "landscape"): void {
    this.#doc.addPage("a4", orientation);
  }

  turnTo(page: number): void {
    this.#doc.setPage(page);
  }

  /** Draws a line of text; `y` is its baseline. Marks, signs and links come with it. */
  line({ parts }: Line, x: number, y: number): void {
    let at = x;
    for (const { text, of } of visualOrder(parts.map((part) => ({ text: part.kind === "text" ? part.text : "\ufffc", of: part })))) {
      if (of.kind === "sign") {
        drawSign(this, of.sign, at, y, of.size);
        at += of.width;
        continue;
      }
      const width = (this.typefaces.width(text, of.style) + (of.style.tracking ?? 0) * text.length) * of.style.size;
      this.#part({ ...of, text, width }, at, y);
      at += width;
    }
  }

  /** Draws plain text; `y` is its baseline. */
  text(value: string, x: number, y: number, style: TextStyle, anchor: "start" | "middle" | "end" = "start"): void {
    const text = this.typefaces.drawable(value, style);
    const width = this.typefaces.width(text, style) * style.size;
    const left = anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
    this.line({ parts: [{ kind: "text", text, width, style, mark: "none", target: undefined }], width }, left, y);
  }

  #part(part: TextPart, x: number, y: number): void {
    const { style, mark, target, width } = part;
    let at = x;
    for (const run of this.typefaces.runs(part.text, style)) {
      this.#doc.setFont(run.font, "normal");
      this.#doc.setFontSize(style.size);
      this.#doc.setTextColor(style.ink);
      this.#doc.text(run.text, at, y, { ...AS_IS, charSpace: (style.tracking ?? 0) * style.size });
      at += (run.width + (style.tracking ?? 0) * run.text.length) * style.size;
    }
    if (mark === "assumed") this.stroke([[x, y + 2.6], [x + width, y + 2.6]], ink.text, 0.6, "dashed");
    if (mark === "open") this.frame({ x: x - 2, y: y - style.size * 0.86, width: width + 4, height: style.size * 1.24 }, ink.text, 0.7, "dotted");
    if (target !== undefined) {
      this.stroke([[x, y + 1.9], [x + width, y + 1.9]], ink.accent, 0.35);
      this.link({ x, y: y - style.size, width, height: style.size * 1.3 }, target);
    }
  }

  fill({ x, y, width, height }: Area, colour: Ink): void {
    this.#doc.setFillColor(colour);
    this.#doc.rect(x, y, width, height, "F");
  }

  frame({ x, y, width, height }: Area, colour: Ink, thickness: number, line: LineStyle = "solid", radius = 0): void {
    this.#pen(colour, thickness, line);
    if (radius > 0) this.#doc.roundedRect(x, y, width, height, radius, radius, "S");
    else this.#doc.rect(x, y, width, height, "S");
  }

  /** A filled area with an outline. */
  panel({ x, y, width, height }: Area, paint: Ink, colour: Ink, thickness: number, line: LineStyle, radius: number): void {
    this.#pen(colour, thickness, line);
    this.#doc.setFillColor(paint);
    this.#doc.roundedRect(x, y, width, height, radius, radius, "FD");
  }

  stroke(points: readonly Point[], colour: Ink, thickness: number, line: LineStyle = "solid"): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.#pen(colour, thickness, line);
    const steps = rest.map(([x, y], i) => {
      const [fromX, fromY] = points[i] ?? first;
      return [x - fromX, y - fromY];
    });
    this.#doc.lines(steps, first[0], first[1], [1, 1], "S", false);
  }

  /** A filled shape with straight edges. */
  polygon(points: readonly Point[], paint: Ink): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.#doc.setFillColor(paint);
    this.#doc.lines(rest.map(([x, y], i) => [x - (points[i] ?? first)[0], y - (points[i] ?? first)[1]]), first[0], first[1], [1, 1], "F", true);
  }

  circle(x: number, y: number, radius: number, colour: Ink, thickness: number, paint: Ink | undefined, line: LineStyle = "solid"): void {
    this.#pen(colour, thickness, line);
    if (paint) this.#doc.setFillColor(paint);
    this.#doc.circle(x, y, radius, paint ? "FD" : "S");
  }

  #pen(colour: Ink, thickness: number, line: LineStyle): void {
    this.#doc.setDrawColor(colour);
    this.#doc.setLineWidth(thickness);
    this.#doc.setLineDashPattern([...DASHES[line]], 0);
  }

  /** A place that links and the contents lead to: the current page at `y`. */
  anchor(id: string, y: number): void {
    this.#anchors.set(id, { page: this.page, y });
  }

  pageOf(id: string): number | undefined {
    return this.#anchors.get(id)?.page;
  }

  /** Makes an area of the current page a link; `#id` leads to an anchor, everything else out of the document. */
  link(area: Area, target: string): void {
    this.#links.push({ page: this.page, area, target });
  }

  /** Writes all links; to be called when every anchor is known. */
  writeLinks(): void {
    for (const { page, area, target } of this.#links) {
      const anchor = target.startsWith("#") ? this.#anchors.get(target.slice(1)) : undefined;
      this.#doc.setPage(page);
      const { x, y, width, height } = area;
      if (anchor) this.#doc.link(x, y, width, height, { pageNumber: anchor.page, magFactor: "XYZ", left: 0, top: Math.max(0, anchor.y - 12) });
      else if (/^(https?|mailto):/.test(target)) this.#doc.link(x, y, width, height, { url: encodeURI(decodeSafely(target)) });
    }
  }

  /** Entry in the reader's side bar; returns what deeper entries hang on. */
  bookmark(title: string, id: string, parent: unknown): unknown {
    const page = this.pageOf(id);
    return page === undefined ? parent : this.#doc.outline.add(parent, pdfString(title), { pageNumber: page });
  }
}

/** jsPDF writes strings as UTF-16 between brackets, where readers take a byte 0D for a line end: no unit may hold one. */
export const pdfString = (text: string): string =>
  [...text.normalize("NFC")].map((character) => (holdsReturn(character) ? (holdsReturn(character.normalize("NFD")) ? "?" : character.normalize("NFD")) : character)).join("");

const holdsReturn = (text: string): boolean => [...Array(text.length).keys()].some((i) => (text.charCodeAt(i) & 0xff) === 0x0d || text.charCodeAt(i) >> 8 === 0x0d);

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
