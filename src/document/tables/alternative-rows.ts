import { listed, notWeighed, type Alternative, type PlanFigures, type WeighedDecision } from "../../engine/index.ts";
import type { Scope } from "../scope.ts";
import { capitalised, countInWords } from "../text/numbers.ts";

/** One row about a decision: what is chosen, ways that come to the same, or those that these answers rule out. */
export interface AlternativeRow {
  readonly id: string;
  /** The decision, in the row that begins it. */
  readonly decision?: string;
  readonly ways: string;
  /** Figures of the plan as it is, and of the plans that the ways give; none where no plan is weighed. */
  readonly here?: PlanFigures;
  readonly there: readonly PlanFigures[];
  /** Set where a way asks for answers first: its figures count what is certain without them. */
  readonly asks?: true;
  readonly says: string;
}

/** Rows with the same key together, in the order in which the keys come. */
function together<T>(rows: readonly T[], key: (row: T, at: number) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [at, row] of rows.entries()) groups.set(key(row, at), [...(groups.get(key(row, at)) ?? []), row]);
  return [...groups.values()];
}

const titlesOf = (ways: readonly { readonly title: string }[]): string => listed(ways.map(({ title }) => title));

/** What ways ask for: the questions of one, the number of questions of several. */
function asked(ways: readonly Alternative[]): readonly string[] {
  const [first] = ways;
  if (first === undefined || ways.every(({ asks }) => asks.length === 0)) return [];
  if (ways.length === 1) return [`To be answered then: ${first.asks.map(({ title }) => title).join("; ")}.`];
  const counts = ways.map(({ asks }) => asks.length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const range = least === most ? countInWords(most) : `${least === 0 ? "up to" : `${countInWords(least)} ${most - least === 1 ? "or" : "to"}`} ${countInWords(most)}`;
  return [`Each asks for ${range} ${most === 1 ? "answer" : "answers"} more.`];
}

/** What is chosen, then what else these answers allow, then what they do not allow, with the reason in place of figures. */
function rowsOf({ decision, figures, alternatives }: WeighedDecision): readonly AlternativeRow[] {
  const possible = together(alternatives.filter((way) => way.possible), ({ brings }, at) => brings ?? String(at));
  const impossible = together(alternatives.filter((way) => !way.possible), ({ blockers }) => blockers.join("; "));
  return [
    { id: decision.id, decision: decision.title, ways: decision.choice, here: figures, there: [figures], says: decision.why },
    ...possible.map((ways): AlternativeRow => {
      const [first] = ways;
      const says = [...(first?.brings === undefined ? [] : [first.brings]), ...asked(ways)].join(" ");
      return { id: `${decision.id}#${String(first?.value)}`, ways: titlesOf(ways), here: figures, there: ways.map((way) => way.figures), ...(ways.some(({ asks }) => asks.length > 0) ? { asks: true } : {}), says };
    }),
    ...(impossible.length === 0 ? [] : [{ id: `${decision.id}#not`, ways: "Not with these answers", there: [], says: impossible.map((ways) => `${titlesOf(ways)}: ${ways[0]?.blockers.join("; ") ?? ""}.`).join(" ") }]),
  ];
}

/** Rows of all decisions that were weighed. */
export const alternativeRows = ({ alternatives = [] }: Scope): readonly AlternativeRow[] => alternatives.flatMap(rowsOf);

/** A sentence about decisions for which others of their kind stand; none where all are weighed. */
export function leftToTheApp({ plan, alternatives = [] }: Scope): string {
  const left = notWeighed(plan, alternatives).length;
  return left === 0 ? "" : ` ${left === 1 ? "One more decision of the same kind is" : `${capitalised(countInWords(left))} more decisions of the same kinds are`} weighed in the app alone.`;
}
