import { parseArgs } from "node:util";
import { EXPORTER_IDS, exporters, type ExporterId } from "../renderers/registry.ts";

/** What was asked for. */
export interface Wish {
  readonly file: string;
  /** Folder for the files; undefined sends one text format to standard output. */
  readonly out: string | undefined;
  /** Formats to write; empty with `check` alone. */
  readonly formats: readonly ExporterId[];
  readonly check: boolean;
}

export type Arguments = { readonly kind: "wish"; readonly wish: Wish } | { readonly kind: "help" } | { readonly kind: "wrong"; readonly sentence: string };

/** Other words for the formats: their file extensions. */
const NAMES = new Map<string, ExporterId>(EXPORTER_IDS.flatMap((id) => [[id, id] as const, [exporters[id].extension, id] as const]));

export const USAGE = `Usage: npm run -s plan -- <plan.yaml> [--out <folder>] [--format <formats>] [--check]

  --out <folder>      write files there: md, pdf and json, or what --format names
  --format <formats>  md, pdf, plan, json, proxy; several with commas, for --out only
  --check             print findings and open points

Without --out one text format goes to standard output, Markdown by default; with --check alone, only the report.
Ends with 0 when the plan is sound (warnings and open points included), 1 when it has blockers, 2 when the file cannot
be read or the command was not understood, 3 when Groundplan itself is at fault.`;

const wrong = (sentence: string): Arguments => ({ kind: "wrong", sentence });

/** Reads the arguments; what cannot be done is said in a sentence. */
export function readArguments(argv: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { out: { type: "string" }, format: { type: "string", multiple: true }, check: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
  } catch (problem) {
    return wrong(problem instanceof Error ? problem.message : String(problem));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const [file, ...more] = positionals;
  if (file === undefined) return wrong("Name the plan file.");
  if (more.length > 0) return wrong(`One plan file at a time; \`${more.join(" ")}\` is too many.`);
  if (values.out === "") return wrong("`--out` needs a folder.");
  const named = (values.format ?? []).flatMap((list) => list.split(",")).map((name) => name.trim());
  const unknown = named.filter((name) => !NAMES.has(name));
  if (unknown.length > 0) return wrong(`There is no format \`${unknown.join("`, `")}\`. Choose from md, pdf, plan, json, proxy.`);
  const formats = [...new Set(named.flatMap((name) => NAMES.get(name) ?? []))];
  return wishOf(file, values.out, formats, values.check ?? false);
}

function wishOf(file: string, out: string | undefined, named: readonly ExporterId[], check: boolean): Arguments {
  if (out !== undefined) return { kind: "wish", wish: { file, out, formats: named.length > 0 ? named : ["markdown", "pdf", "json"], check } };
  const binary = named.find((id) => !exporters[id].text);
  if (binary !== undefined) return wrong(`${exporters[binary].label} is no text and does not go to standard output. Add \`--out <folder>\`.`);
  if (named.length > 1) return wrong("Only one format fits on standard output. Add `--out <folder>`, or name one.");
  return { kind: "wish", wish: { file, out, formats: named.length === 0 && !check ? ["markdown"] : named, check } };
}
