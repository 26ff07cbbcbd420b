/** What the layout needs to know of a font: which characters it draws, and how wide they are. */
export interface FontMetrics {
  /** Width in ems, or undefined where the font has no such character. */
  readonly widthOf: (codePoint: number) => number | undefined;
}

/**
 * Reads the character map (format 4) and the widths of a TrueType file.
 * @throws Error when the file is no TrueType font with such a map.
 */
export function readTrueType(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = tablesOf(view);
  const unitsPerEm = view.getUint16(table("head") + 18);
  const longMetrics = view.getUint16(table("hhea") + 34);
  const hmtx = table("hmtx");
  const glyphs = readCharacterMap(view, table("cmap"));
  const widths = new Map<number, number>();
  for (const [code, glyph] of glyphs) widths.set(code, view.getUint16(hmtx + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm);
  return { widthOf: (codePoint) => widths.get(codePoint) };
}

function tablesOf(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    offsets.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`The font has no table ${tag}.`);
    return offset;
  };
}

function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const at = cmap + view.getUint32(cmap + 8 + i * 8);
    if (view.getUint16(at) === 4) readSegments(view, at, glyphs);
  }
  if (glyphs.size === 0) throw new Error("The font has no character map of format 4.");
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const bytes = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + bytes, at + 16 + 2 * bytes, at + 16 + 3 * bytes];
  for (let i = 0; i < bytes; i += 2) {
    const [start, end, delta, offset] = [view.getUint16(starts + i), view.getUint16(ends + i), view.getUint16(deltas + i), view.getUint16(offsets + i)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsets + i + offset + (code - start) * 2);
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}
