import { describe, expect, it } from "vitest";
import { NO_ANSWERS, planFrom } from "../../engine/index.ts";
import { scopeOf } from "../scope.ts";
import { plainText, text } from "../text/inlines.ts";
import { tableOf } from "./table.ts";

const scope = scopeOf({ plan: planFrom(NO_ANSWERS), planId: "0", format: 1 });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly cluster: string;
  readonly until: string;
}

const build = (rows: readonly Row[]) =>
  tableOf(scope, {
    id: "rows",
    team: "dns",
    columns: [
      { title: "Name", weight: 2, keep: true, cell: ({ name }: Row) => [text(name)] },
      { title: "Type", weight: 1, keep: true, cell: ({ type }: Row) => [text(type)] },
      { title: "Cluster", weight: 1, cell: ({ cluster }: Row) => [text(cluster)] },
      { title: "Until", weight: 1, cell: ({ until }: Row) => [text(until)] },
    ],
    rows,
  });

const row = (id: string, cluster: string, until = ""): Row => ({ id, name: `name ${id}`, type: "A", cluster, until });
const titles = (rows: readonly Row[]) => build(rows)?.columns.map(({ title }) => title);

describe("tableOf", () => {
  it("is no table without rows", () => expect(build([])).toBeUndefined());

  it("moves what all rows share to the caption, and drops what no row has", () => {
    const rows = [row("1", "seed"), row("2", "seed")];
    expect(titles(rows)).toEqual(["Name", "Type"]);
    expect(plainText(build(rows)?.caption ?? [])).toBe("For the DNS team. Cluster: seed.");
  });

  it("keeps a column that differs, with a dash where a row has nothing", () => {
    const rows = [row("1", "seed", "the clean-up"), row("2", "other")];
    expect(titles(rows)).toEqual(["Name", "Type", "Cluster", "Until"]);
    expect(build(rows)?.rows.map(({ cells }) => plainText(cells[3] ?? []))).toEqual(["the clean-up", "–"]);
  });

  it("keeps the columns of a single row", () => expect(titles([row("1", "seed", "later")])).toEqual(["Name", "Type", "Cluster", "Until"]));
});
