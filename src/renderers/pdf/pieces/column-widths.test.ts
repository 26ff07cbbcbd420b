import { beforeAll, describe, expect, it } from "vitest";
import { table, text } from "../testing/document.ts";
import { typefacesFromDisk } from "../../../../tests/support/typefaces.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { columnWidths, leastWidth } from "./column-widths.ts";

const GAP = 9;
let typefaces: Typefaces;
beforeAll(async () => {
  typefaces = await typefacesFromDisk();
});

const widths = (rows: readonly (readonly string[])[]) => columnWidths(table("t", rows.map((row) => row.map(text))), 494, GAP, typefaces);
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

describe("columnWidths", () => {
  it.each([
    ["short cells", [["a", "b", "1"]]],
    ["long sentences", [["word ".repeat(60), "word ".repeat(20), "1"]]],
    ["a word of 300 characters", [["x".repeat(300), "10.0.0.1", "1"]]],
    ["long words everywhere", [["x".repeat(300), "y".repeat(300), "z".repeat(300)]]],
    ["no row", []],
  ])("uses the whole width for %s", (_name, rows) => expect(sum(widths(rows)) + 2 * GAP).toBeCloseTo(494, 3));

  it("gives more room to the column with more to say", () => {
    const [first = 0, second = 0] = widths([["short", "many words ".repeat(20), "1"]]);
    expect(second).toBeGreaterThan(3 * first);
  });

  it("lets no word starve the others", () => {
    const [first = 0, second = 0] = widths([["x".repeat(300), "an ordinary sentence of some length that needs room", "1"]]);
    expect(first).toBeLessThan(300);
    expect(second).toBeGreaterThan(120);
  });

  it("lets one address among names starve no sentence", () => {
    const sentence = "an ordinary sentence that says a good deal more than its neighbours do ".repeat(3);
    const field = "secretAccessKey-secret";
    const [first = 0, second = 0] = widths([["Pull secret", sentence, field], ["Machines", sentence, field], ["x".repeat(50), sentence, field]]);
    expect(second).toBeGreaterThan(first);
  });

  it("keeps names that resemble each other whole", () => {
    const sentence = "an ordinary sentence that says a good deal more than its neighbours do ".repeat(3);
    const [first = 0] = widths([["y".repeat(38), sentence, "Infrastructure"], ["x".repeat(44), sentence, "Infrastructure"]]);
    expect(first).toBeGreaterThan(typefaces.width("x".repeat(44), { mono: false, bold: false }) * 8.8 - 0.001);
  });

  it("makes the table no higher than it must be", () => {
    const field = "spec.etcdBackupRestore.destinations.minio.credentials";
    const sentence = "The webhook looks for this Secret on the Seed itself, with both keys, and refuses the object without it.";
    const [first = 0, , last = 0] = widths([[field, "kkpbackup", sentence], ["spec.mla", "minio", sentence]]);
    expect(last).toBeGreaterThan(first);
  });

  it("tears no name where it can break after a sign", () => {
    const name = "kubermatic-s3-credentials";
    const [, second = 0] = widths([["a sentence of the usual length ".repeat(8), name, "x".repeat(9)]]);
    expect(second).toBeGreaterThan(typefaces.width("credentials", { mono: false, bold: false }) * 8.8 - 0.001);
  });

  it.each(["172.20.10.193", "172.20.10.0/24"])("keeps %s whole beside a long name and a sentence", (address) => {
    const rows = ["prometheus", "grafana", "alertmanager"].map((name) => [`${name}.seed-north.kkp.telco.example.com`, address, "an ordinary sentence that says a good deal more than its neighbours do ".repeat(6)]);
    const [, second = 0] = widths(rows);
    expect(second).toBeGreaterThan(typefaces.width(address, { mono: false, bold: false }) * 8.8 - 0.001);
  });

  it("keeps ordinary words whole", () => {
    const [, second = 0] = widths([["sentence ".repeat(80), "Infrastructure", "1"]]);
    expect(second).toBeGreaterThan(typefaces.width("Infrastructure", { mono: false, bold: false }) * 8.8 - 0.001);
  });

  it("knows what a table needs at least", () => {
    expect(leastWidth(table("t", [[text("x".repeat(100)), text("b"), text("1")]]), GAP, typefaces)).toBeGreaterThan(400);
  });
});
