import type { PlanFigures } from "../../engine/index.ts";
import { formatNumber } from "../text/numbers.ts";
import { nothing, strong, text, type Inlines } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";


const shown = (key: keyof PlanFigures, here: PlanFigures, there: PlanFigures): Inlines => {
  const difference = there[key] - here[key];
  return [text(difference === 0 ? formatNumber(there[key]) : `${formatNumber(there[key])} (${difference > 0 ? "+" : "−"}${formatNumber(Math.abs(difference))})`)];
};

/** Each important decision beside what else could be chosen, with the figures of the plan that it would be. */
export const alternatives: TableDefinition = {
  id: "alternatives",
  rules: [],
  build: (scope) => {
    const rows = (scope.alternatives ?? []).flatMap(({ decision, figures, alternatives: others }) => [
        { id: decision.id, decision: decision.title, choice: decision.choice, chosen: true, here: figures, there: figures, says: decision.why },
        ...others.map(({ value, title, figures: there, blockers, asks, brings }) => ({
          id: `${decision.id}#${String(value)}`,
          decision: decision.title,
          choice: title,
          chosen: false,
          here: figures,
          there,
          says: [
            ...(blockers.length > 0 ? [`Not with these answers: ${blockers.join("; ")}.`] : []),
            ...(brings === undefined ? [] : [brings]),
            ...(asks.length > 0 ? [`To be answered then: ${asks.map((ask) => ask.title).join(", ")}.`] : []),
          ].join(" "),
        })),
      ]);
    return tableOf(scope, {
      id: "alternatives",
      caption: [text("The chosen ways stand in bold; differences to this plan stand in brackets.")],
      columns: [
        { title: "Decision", weight: 3, keep: true, cell: ({ decision }) => [text(decision)] },
        { title: "Way", weight: 3, keep: true, cell: ({ choice, chosen }) => [chosen ? strong(text(choice)) : text(choice)] },
        { title: "Addresses", weight: 2, align: "right", keep: true, cell: ({ here, there }) => shown("addresses", here, there) },
        { title: "Records", weight: 2, align: "right", keep: true, cell: ({ here, there }) => shown("records", here, there) },
        { title: "Firewall rows", weight: 2, align: "right", keep: true, cell: ({ here, there }) => shown("firewallRows", here, there) },
        { title: "Prerequisites", weight: 2, align: "right", keep: true, cell: ({ here, there }) => shown("prerequisites", here, there) },
        { title: "What it brings", weight: 8, keep: true, cell: ({ says }) => (says === "" ? nothing : [text(says)]) },
      ],
      rows,
    });
  },
};
