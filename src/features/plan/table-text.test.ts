import { expect, it } from "vitest";
import { tableText } from "./table-text.ts";

const columns = [
  { title: "Name", text: (row: { readonly name: string }) => row.name },
  { title: "Twice", text: (row: { readonly name: string }) => `${row.name} ${row.name}` },
];

it("writes one line a row with tabs between cells", () => {
  expect(tableText(columns, [{ name: "a" }, { name: "b\tc\nd" }])).toBe("Name\tTwice\na\ta a\nb c d\tb c d b c d");
});

it("keeps formulas from running in a spreadsheet", () => {
  for (const name of ["=1+1", "+1", "-1", "@x"]) expect(tableText(columns.slice(0, 1), [{ name }])).toBe(`Name\n'${name}`);
});

it("leaves out the backticks around commands, and what they hid runs no more than anything else", () => {
  for (const [name, cell] of [["`kubectl get nodes` answers", "kubectl get nodes answers"], ["`=1+1`", "'=1+1"]] as const) expect(tableText(columns.slice(0, 1), [{ name }])).toBe(`Name\n${cell}`);
});
