/** Lengths in points, positions from the top left. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A page and its text area. */
export interface PageFormat {
  readonly orientation: "portrait" | "landscape";
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const A4 = { short: mm(210), long: mm(297) } as const;
const margins = { top: mm(22), bottom: mm(20), inner: mm(20), outer: mm(16) } as const;

function format(orientation: PageFormat["orientation"], width: number, height: number): PageFormat {
  return { orientation, width, height, left: margins.inner, right: width - margins.outer, top: margins.top, bottom: height - margins.bottom };
}

export const portrait = format("portrait", A4.short, A4.long);
export const landscape = format("landscape", A4.long, A4.short);

/** Lines of text stay readable: never wider than the text of an upright page. */
export const TEXT_WIDTH = portrait.right - portrait.left;
