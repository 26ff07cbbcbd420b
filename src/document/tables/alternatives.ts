import type { PlanFigures } from "../../engine/index.ts";
import { formatNumber } from "../text/numbers.ts";
import { lineBreak, nothing, strong, text, type Inlines } from "../text/inlines.ts";
import { alternativeRows, leftToTheApp, type AlternativeRow } from "./alternative-rows.ts";
import { tableOf, type ColumnSpec, type TableDefinition } from "./table.ts";

const signed = (difference: number): string => (difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${formatNumber(Math.abs(difference))}`);

/**
 * A figure of this plan in the row that is chosen; in other rows what comes on top or goes, from the least to the most where they are several. Where answers
 * are to be given first, a figure may only grow with them: what is less than now is no saving and stays out.
 */
function shown(key: keyof PlanFigures, { decision, here, there, asks }: AlternativeRow): Inlines {
  if (here === undefined || there.length === 0) return nothing;
  if (decision !== undefined) return [text(formatNumber(here[key]))];
  const all = there.map((figures) => figures[key] - here[key]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (asks === true) return [text(most <= 0 ? "–" : `${least === most ? "" : `${signed(Math.max(0, least))} to `}${signed(most)} or more`)];
  return [text(least === most ? signed(most) : `${signed(least)} to ${signed(most)}`)];
}

const FIGURES: readonly (readonly [title: string, key: keyof PlanFigures])[] = [
  ["Virtual addresses", "addresses"],
  ["Records", "records"],
  ["Names on certificates", "certificateNames"],
  ["Firewall rows", "firewallRows"],
  ["Ports to user clusters", "apiPorts"],
  ["Prerequisites", "prerequisites"],
];

/** Figures that some way changes have a column; the others are said once. */
function figuresOf(rows: readonly AlternativeRow[]): { readonly differing: typeof FIGURES; readonly same: string } {
  const differs = (key: keyof PlanFigures) => rows.some(({ here, there }) => here !== undefined && there.some((figures) => figures[key] !== here[key]));
  const [first] = rows;
  const same = FIGURES.filter(([, key]) => !differs(key)).map(([title, key]) => `${title} ${formatNumber(first?.here?.[key] ?? 0)}`);
  return { differing: FIGURES.filter(([, key]) => differs(key)), same: same.length === 0 ? "" : ` The same either way: ${same.join(", ")}.` };
}

/** Each important decision beside what else could be chosen, with the figures of the plan that it would be. */
export const alternatives: TableDefinition = {
  id: "alternatives",
  rules: [],
  build: (scope) => {
    const rows = alternativeRows(scope);
    const { differing, same } = figuresOf(rows);
    return tableOf(scope, {
      id: "alternatives",
      caption: [text(`The chosen ways stand in bold below their decision, with the figures of this plan; other ways with what comes on top or goes. Where a way asks for further answers, “or more” stands behind what is certain without them, and a dash where nothing is.${same}${leftToTheApp(scope)}`)],
      columns: [
        { title: "Decision and ways", weight: 4, keep: true, cell: ({ decision, ways }) => (decision === undefined ? [text(ways)] : [text(decision), lineBreak, strong(text(ways))]) },
        ...differing.map(([title, key]): ColumnSpec<AlternativeRow> => ({ title, weight: 2, align: "right", keep: true, cell: (row) => shown(key, row) })),
        { title: "What it brings", weight: 8, keep: true, cell: ({ says }) => (says === "" ? nothing : [text(says)]) },
      ],
      rows,
      small: true,
    });
  },
};
