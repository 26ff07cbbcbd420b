/**
 * A drawing made of primitives in points, origin top left. The same list feeds the SVG on the screen and the PDF, so
 * both show the same picture. Everything is plain data; texts are never markup.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** One sentence that says what can be seen, for people who cannot see it. */
  readonly summary: string;
}

/** Certainty of the thing drawn, told by the line: solid, dashed, dotted. */
export type LineStyle = "solid" | "dashed" | "dotted";

/** Colour roles; each writer has its own palette for them. */
export type Paint = "none" | "surface" | "zone" | "accent" | "ink" | "muted" | "line" | "on-accent" | "open";

export type Shape =
  | {
      readonly kind: "rectangle";
      /** Id of the zone, frame, box or connection it belongs to. */
      readonly of: string;
      readonly role: "zone" | "frame" | "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: Paint;
      readonly stroke: Paint;
      readonly strokeWidth: number;
      readonly line: LineStyle;
    }
  | {
      readonly kind: "polyline";
      readonly of: string;
      readonly role: "connection";
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly stroke: Paint;
      readonly strokeWidth: number;
      readonly line: LineStyle;
      readonly arrow: "end" | "both" | "none";
    }
  | {
      /** The number of a connection, in a circle on its line. */
      readonly kind: "number";
      readonly of: string;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly value: string;
      readonly size: number;
    }
  | {
      readonly kind: "text";
      readonly of: string;
      /** Baseline position. */
      readonly x: number;
      readonly y: number;
      readonly anchor: "start" | "middle" | "end";
      readonly size: number;
      readonly weight: 400 | 700;
      readonly mono: boolean;
      readonly fill: Paint;
      readonly value: string;
      /** Width of the text in points, from the embedded font's own metrics. */
      readonly width: number;
    };
