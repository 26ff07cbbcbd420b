import type { PlanFigures } from "../../../engine/index.ts";
import { figure, signed } from "../../../plan-ui/words.ts";

/** Figures by which ways are weighed, in a fixed order. */
const FIGURES: readonly (readonly [key: keyof PlanFigures, title: string])[] = [
  ["addresses", "Addresses"],
  ["records", "DNS records"],
  ["certificateNames", "Certificate names"],
  ["firewallRows", "Firewall rows"],
  ["apiPorts", "Ports to user-cluster APIs"],
  ["workers", "Workers"],
  ["prerequisites", "Checklist lines"],
  ["openPoints", "Open points"],
];

/** One figure of the plan as it is, and of the plans that it could be, in their order. */
export interface FigureRow {
  readonly key: keyof PlanFigures;
  readonly title: string;
  readonly here: number;
  readonly there: readonly number[];
}

/** All figures: those that the choice decides, and those that stay the same whatever is chosen. */
export function figureRows(here: PlanFigures, there: readonly PlanFigures[]): { readonly differing: readonly FigureRow[]; readonly same: readonly FigureRow[] } {
  const rows = FIGURES.map(([key, title]): FigureRow => ({ key, title, here: here[key], there: there.map((figures) => figures[key]) }));
  const differs = (row: FigureRow) => row.there.some((value) => value !== row.here);
  return { differing: rows.filter(differs), same: rows.filter((row) => !differs(row)) };
}

/** A difference against the plan as it is: "+12", "−2,766", "same". */
export const against = (here: number, there: number): string => (there === here ? "same" : signed(there - here));

/** The first differences of a way in a few words, open points apart: "Addresses +12, DNS records −1". */
export function inShort(here: PlanFigures, there: PlanFigures, most = 3): string {
  const { differing } = figureRows(here, [there]);
  const said = differing.filter(({ key }) => key !== "openPoints").slice(0, most).map(({ title, here: now, there: [then = now] }) => `${title} ${against(now, then)}`);
  return said.length === 0 ? "The same figures" : said.join(", ");
}

/** Figures that stay as they are, as a sentence. */
export const sameText = (same: readonly FigureRow[]): string => `The same either way: ${same.map(({ title, here }) => `${title} ${figure(here)}`).join(", ")}.`;
