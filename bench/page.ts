import type { Sizes } from "./sizes.ts";
import type { Timing } from "./stopwatch.ts";

/** One size of plan, and how long it takes. */
export interface Scale extends Timing {
  readonly seeds: number;
  readonly datacenters: number;
  readonly userClusters: number;
  readonly rows: number;
  readonly cells: number;
}

/** One edit, and how long the plan takes after it. */
export interface Edit extends Timing {
  readonly title: string;
}

/** Times of a document. */
export interface DocumentTimes {
  readonly pages: number;
  readonly compose: Timing;
  readonly markdown: Timing;
  readonly pdf: Timing;
}

/** Everything that was measured. */
export interface Figures {
  readonly reference: { readonly plan: Timing; readonly document: DocumentTimes };
  readonly long: DocumentTimes;
  readonly scales: readonly Scale[];
  readonly edits: readonly Edit[];
  readonly sizes: Sizes;
}

const ms = ({ median }: Timing): string => `${median < 10 ? median.toFixed(2) : median.toFixed(0)} ms`;
const kb = (size: number): string => `${size.toFixed(0)} KB`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Ratios of each scale to the one before: machine-independent. */
function growth(scales: readonly Scale[]): readonly (readonly string[])[] {
  return scales.slice(1).map((scale, at) => {
    const before = scales[at];
    const ratio = (of: (each: Scale) => number) => (before ? `× ${(of(scale) / of(before)).toFixed(2)}` : "");
    return [`${before?.seeds ?? 0} → ${scale.seeds} Seeds`, ratio(({ seeds }) => seeds), ratio(({ rows }) => rows), ratio(({ fastest }) => fastest)];
  });
}

/** Whether a time meets its aim, in words. */
const verdict = (time: number, aim: number): string => (time <= aim ? "met" : `missed, ${(time / aim).toFixed(1)} times over`);

/** `docs/benchmarks.md`. */
export function pageFor({ reference, long, scales, edits, sizes }: Figures): string {
  return `# Benchmarks

Written by \`npm run bench\`. Times are medians on the machine that ran it last and depend on it; ratios and sizes do not.

## Deriving a plan

${table(
  ["plan", "datacenters", "user clusters", "cells", "median", "fastest", "per datacenter"],
  [
    ["reference setup", "1", "12", "", ms(reference.plan), ms({ median: reference.plan.fastest, fastest: 0 }), ""],
    ...scales.map((scale) => [
      `${scale.seeds} Seeds`,
      String(scale.datacenters),
      String(scale.userClusters),
      String(scale.cells),
      ms(scale),
      ms({ median: scale.fastest, fastest: 0 }),
      `${((scale.fastest / scale.datacenters) * 1000).toFixed(0)} µs`,
    ]),
  ],
)}

Aim: linear, and the reference setup under 1 ms; here ${verdict(reference.plan.fastest, 1)}.

${table(["growth", "Seeds", "rows", "fastest time"], growth(scales))}

A plan is derived at once only when it is opened. After an edit only what read the answer is derived again, as far as something changes. In the plan of 50 Seeds with 500 datacenters and 5,000 user clusters:

${table(["edit", "median", "fastest"], edits.map((edit) => [edit.title, ms(edit), ms({ median: edit.fastest, fastest: 0 })]))}

Aim: within a frame of 16 ms; here ${edits.filter(({ fastest }) => fastest <= 16).length} of ${edits.length}. The page answers at once all the same: what follows is derived after the letter is drawn.

## Document and files

${table(
  ["plan", "document", "Markdown", "PDF", "pages"],
  [
    ["reference setup", ms(reference.document.compose), ms(reference.document.markdown), ms(reference.document.pdf), String(reference.document.pages)],
    ["a longer plan", ms(long.compose), ms(long.markdown), ms(long.pdf), String(long.pages)],
  ],
)}

Aim: 40 pages of PDF in about half a second.

## What a browser loads

JavaScript, compressed by gzip.

${table(
  ["part", "size", "aim"],
  [
    ["first screen: start page", kb(sizes.firstScreen), "at most 100 KB"],
    ["libraries of the questions, on top", kb(sizes.wizardLibraries), "at most 170 KB"],
    ["engine with questions, on top", kb(sizes.engine), "at most 70 KB"],
    ["own code of the questions, on top", kb(sizes.wizardOwn), ""],
    ["PDF, when asked for", kb(sizes.pdf), ""],
    ["Mermaid's frame, when asked for", kb(sizes.mermaid), ""],
  ],
)}
`;
}
