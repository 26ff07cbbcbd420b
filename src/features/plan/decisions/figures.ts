import type { PlanFigures } from "../../../engine/index.ts";
import { figure, signed } from "../../../plan-ui/words.ts";

/** Figures by which ways are weighed, in a fixed order. */
const FIGURES: readonly (readonly [key: keyof PlanFigures, title: string])[] = [
  ["addresses", "Virtual addresses"],
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

/**
 * A difference against the plan as it is: "+12", "−2,766", "same". While a way asks for answers, only what comes on top is
 * certain: "+3 or more", and a dash where nothing does.
 */
export function against(here: number, there: number, asks = false): string {
  if (asks) return there > here ? `${signed(there - here)} or more` : "–";
  return there === here ? "same" : signed(there - here);
}

/** The first differences of a way in a few words, open points apart: "Virtual addresses +12, DNS records −1". */
export function inShort(here: PlanFigures, there: PlanFigures, asks = false, most = 3): string {
  const { differing } = figureRows(here, [there]);
  const certain = differing.filter(({ key, here: now, there: [then = now] }) => key !== "openPoints" && (!asks || then > now));
  const said = certain.slice(0, most).map(({ title, here: now, there: [then = now] }) => `${title} ${against(now, then, asks)}`);
  return said.length > 0 ? said.join(", ") : asks ? "Figures follow with its answers" : "The same figures";
}

/** Figures that stay as they are, as a sentence. */
export const sameText = (same: readonly FigureRow[]): string => `The same either way: ${same.map(({ title, here }) => `${title} ${figure(here)}`).join(", ")}.`;
