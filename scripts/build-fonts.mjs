/**
 * Makes the fonts of the PDF and the width table of the diagrams. Needed only when a font or its range changes:
 *
 *   node scripts/build-fonts.mjs
 *
 * The results live in the repository, so a build never needs this. The sources are fetched from npm at fixed versions
 * into a temporary folder; they are no dependency because everybody who installs the app would download 12 MB for nothing.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const root = fileURLToPath(new URL("..", import.meta.url));
const fonts = join(root, "src/renderers/pdf/fonts");

const INTER = { package: "@expo-google-fonts/inter@0.4.2", licence: "LICENSE_FONT", kept: "Inter-OFL.txt" };
const MONO = { package: "@expo-google-fonts/jetbrains-mono@0.4.1", licence: "LICENSE_FONT", kept: "JetBrainsMono-OFL.txt" };
const DEJAVU = { package: "dejavu-fonts-ttf@2.37.3", licence: "LICENSE", kept: "DejaVu-LICENSE.txt" };

/** Latin with its extensions, marks, Greek, Cyrillic, punctuation, currencies, letter-like signs, arrows, operators. */
const EUROPEAN = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x2b0, 0x2ff], [0x300, 0x36f], [0x370, 0x3ff], [0x400, 0x52f], [0x1e00, 0x1eff],
  [0x2010, 0x2027], [0x202f, 0x203a], [0x2044, 0x2044], [0x2070, 0x209c], [0x20a0, 0x20bf], [0x2116, 0x2122],
  [0x2190, 0x21ff], [0x2200, 0x2265], [0x25a0, 0x25cf], [0x2713, 0x2717], [0xfffd, 0xfffd],
];
/** Box drawing for trees in listings. */
const LISTINGS = [...EUROPEAN, [0x2500, 0x257f]];
/** Hebrew and Arabic letters, and the joined forms that the PDF writes for Arabic. */
const RIGHT_TO_LEFT = [[0x20, 0x40], [0x5b, 0x60], [0x7b, 0x7e], [0x590, 0x6ff], [0xfb1d, 0xfdff], [0xfe70, 0xfefc]];

const faces = [
  { name: "inter-400", from: INTER, file: "400Regular/Inter_400Regular.ttf", ranges: EUROPEAN },
  { name: "inter-700", from: INTER, file: "700Bold/Inter_700Bold.ttf", ranges: EUROPEAN },
  { name: "mono-400", from: MONO, file: "400Regular/JetBrainsMono_400Regular.ttf", ranges: LISTINGS },
  { name: "mono-700", from: MONO, file: "700Bold/JetBrainsMono_700Bold.ttf", ranges: LISTINGS },
  { name: "rtl-400", from: DEJAVU, file: "ttf/DejaVuSans.ttf", ranges: RIGHT_TO_LEFT },
  { name: "rtl-700", from: DEJAVU, file: "ttf/DejaVuSans-Bold.ttf", ranges: RIGHT_TO_LEFT },
];

const work = mkdtempSync(join(tmpdir(), "groundplan-fonts-"));
try {
  mkdirSync(fonts, { recursive: true });
  for (const source of [INTER, MONO, DEJAVU]) unpack(source);
  for (const face of faces) {
    const whole = readFileSync(join(work, face.from.kept, "package", face.file));
    const part = await subsetFont(whole, charactersOf(face.ranges), {
      targetFormat: "truetype",
      noHinting: true,
      // The PDF writer maps characters to glyphs one by one: no layout features, no glyphs that only they reach.
      noLayoutClosure: true,
      dropTables: ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM"],
    });
    writeFileSync(join(fonts, `${face.name}.ttf`), part);
    console.log(`${face.name}.ttf ${(part.length / 1024).toFixed(1)} KiB`);
  }
  writeFileSync(join(root, "src/diagram/metrics/widths.ts"), widthModule());
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {{ package: string, licence: string, kept: string }} source */
function unpack({ package: name, licence, kept }) {
  const folder = join(work, kept);
  mkdirSync(folder);
  const archive = execFileSync("npm", ["pack", "--silent", name], { cwd: folder, encoding: "utf8" }).trim();
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  copyFileSync(join(folder, "package", licence), join(fonts, kept));
}

/** @param {number[][]} ranges First and last code point of each run. */
function charactersOf(ranges) {
  return ranges.flatMap(([from = 0, to = from]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join("");
}

/** Ranges whose widths the layout knows exactly; accented letters beyond them are as wide as their base letter. */
function widthModule() {
  const ranges = [[0x20, 0x7e], [0xa0, 0x17f], [0x386, 0x3ce], [0x401, 0x45f], [0x2010, 0x2026], [0x2190, 0x2193]];
  const lines = ["inter-400", "inter-700"].map((name) => {
    const widthOf = readWidths(readFileSync(join(fonts, `${name}.ttf`)));
    const rows = ranges.map(([from = 0, to = from]) => {
      const widths = Array.from({ length: to - from + 1 }, (_, i) => widthOf(from + i) ?? 0);
      return `    [0x${from.toString(16)}, ${JSON.stringify(widths.join(" "))}],`;
    });
    return `  "${name}": [\n${rows.join("\n")}\n  ],`;
  });
  return `// Made by scripts/build-fonts.mjs from the fonts of the PDF. Do not edit.

/** Advance widths in thousandths of the font size: first code point of a run, then one width per code point; 0 = no glyph. */
export const WIDTHS: Readonly<Record<"inter-400" | "inter-700", readonly (readonly [from: number, widths: string])[]>> = {
${lines.join("\n")}
};
`;
}

/**
 * Reads cmap (format 4) and hmtx of a TrueType file.
 * @param {Buffer} file
 * @returns {(code: number) => number | undefined} Code point to width in thousandths of the font size.
 */
function readWidths(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    tables.set(file.toString("latin1", at, at + 4), view.getUint32(at + 8));
  }
  const unitsPerEm = view.getUint16(tables.get("head") + 18);
  const longMetrics = view.getUint16(tables.get("hhea") + 34);
  const glyphs = new Map();
  const cmap = tables.get("cmap");
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(at) !== 4) continue;
    const segments = view.getUint16(at + 6) / 2;
    for (let s = 0; s < segments; s += 1) {
      const end = view.getUint16(at + 14 + s * 2);
      const start = view.getUint16(at + 16 + segments * 2 + s * 2);
      const delta = view.getUint16(at + 16 + segments * 4 + s * 2);
      const offsetAt = at + 16 + segments * 6 + s * 2;
      const offset = view.getUint16(offsetAt);
      for (let code = start; code <= end && code !== 0xffff; code += 1) {
        const glyph = offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - start) * 2);
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
  }
  return (/** @type {number} */ code) => {
    const glyph = glyphs.get(code);
    if (glyph === undefined) return undefined;
    const at = tables.get("hmtx") + Math.min(glyph, longMetrics - 1) * 4;
    return Math.round((view.getUint16(at) * 1000) / unitsPerEm);
  };
}
