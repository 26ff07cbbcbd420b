import { teamName } from "../scope.ts";
import { formatDate } from "../text/dates.ts";
import { nothing, number, sentence, sign, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Everything that must be there before the installation, with owner and proof. */
export const checklist: TableDefinition = {
  id: "checklist",
  rules: ["checklist."],
  build: (scope) => {
    const marks = new Map(scope.plan.checklist.map(({ id }, at) => [id, `C${at + 1}`]));
    const openMarks = new Map(scope.plan.openPoints.map(({ path }, at) => [path, `O${at + 1}`]));
    return tableOf(scope, {
      id: "checklist",
      ...(scope.plan.checklist.some(({ shownWith }) => shownWith.length > 0) ? { caption: [text("(proof) marks what may be ordered at the same time, and is done before the line can be shown.")] } : {}),
      columns: [
        { title: "Done", weight: 1, keep: true, cell: () => [sign("box")] },
        { title: "No.", weight: 1, keep: true, cell: ({ id }) => [text(marks.get(id) ?? "")] },
        { title: "To do", weight: 5, keep: true, cell: ({ title, how }) => (how === undefined ? [text(title)] : [text(`${title}. `), ...sentence(how)]) },
        { title: "Owner", weight: 3, keep: true, cell: ({ team }) => [text(teamName(scope, team))] },
        {
          title: "After",
          weight: 2,
          cell: ({ dependsOn, shownWith, blockedBy }) => {
            const inOrder = (all: readonly (string | undefined)[]) => all.filter((mark) => mark !== undefined).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
            const before = [...inOrder(dependsOn.map((id) => marks.get(id))), ...inOrder(shownWith.map((id) => marks.get(id))).map((mark) => `${mark} (proof)`), ...inOrder(blockedBy.map((path) => openMarks.get(path)))];
            return before.length === 0 ? nothing : [text(before.join(", "))];
          },
        },
        { title: "Working days", weight: 1, align: "right", keep: true, cell: ({ leadTime }) => [number(leadTime)] },
        { title: "Earliest", weight: 2, cell: ({ earliest }) => (earliest === undefined ? [] : [text(formatDate(earliest))]) },
        { title: "How to see that it is done", weight: 6, cell: ({ verify }) => sentence(verify) },
      ],
      rows: scope.plan.checklist,
      marked: ({ blockedBy }) => blockedBy.length > 0,
    });
  },
};
