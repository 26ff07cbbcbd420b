import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Block, Document } from "../../document/index.ts";
import { NO_ANSWERS, planFrom, type Plan } from "../../engine/index.ts";
import { referenceTopology } from "../../diagram/testing/topologies.ts";
import type { Assets } from "../exporter.ts";
import { renderPdf } from "./index.ts";
import { paragraph, sampleDocument, table, text } from "./testing/document.ts";
import { readPdf, type ReadPdf } from "../../../tests/support/read-pdf.ts";

const asked: string[] = [];
const assets: Assets = {
  template: () => Promise.reject(new Error("A finished document needs no template.")),
  font: (name) => {
    asked.push(name);
    return Promise.resolve(new Uint8Array(readFileSync(join(import.meta.dirname, "fonts", `${name}.ttf`))));
  },
};
const plan: Plan = { ...planFrom(NO_ANSWERS), topology: referenceTopology };
const print = async (document: Document): Promise<ReadPdf> => readPdf(await renderPdf(document, plan, assets));
const solid = (value: string) => value.replace(/\s+/gu, "");
const all = ({ pages }: ReadPdf) => solid(pages.map((page) => page.text).join("\n"));

describe("renderPdf", () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await print(sampleDocument());
  });

  it("gives the same bytes again", async () => {
    const [first, second] = await Promise.all([renderPdf(sampleDocument(), plan, assets), renderPdf(sampleDocument(), plan, assets)]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("says whose plan it is in its properties, with the plan's own day", () => {
    expect(pdf.info).toMatchObject({ Title: "Example AG, Production platform", Author: "Platform team", Subject: "Installation plan for KKP 2.30", Language: "en", CreationDate: "D:20261102000000+00'00'" });
  });

  it("begins with the cover and puts the contents before the first numbered chapter", () => {
    expect(pdf.pages[0]?.text).toContain("No blocker so far.");
    expect(pdf.pages[1]?.text).toContain("Open points and blockers");
    expect(pdf.pages[2]?.text).toContain("Contents");
  });

  it("tells below the contents which file is for screen readers, and ends with the last chapter", () => {
    expect(solid(pdf.pages[2]?.text ?? "")).toContain(solid("no tags for screen readers. The Markdown file of plan"));
    expect(pdf.pages.at(-1)?.text).toContain("Signature");
  });

  it("prints the pages' numbers in the contents and in every foot", () => {
    const last = pdf.pages.findIndex((page) => page.text.includes("Customer")) + 1;
    expect(solid(pdf.pages[2]?.text ?? "")).toContain(`4Sign-off${last}`);
    pdf.pages.slice(1).forEach((page, i) => expect(solid(page.text)).toContain(`Page${i + 2}of${pdf.pages.length}`));
  });

  it("puts chapters and their sections into the outline", () => {
    expect(pdf.outline.map(({ title }) => title)).toEqual(["Open points and blockers", "1 Overview", "2 DNS", "3 More", "4 Sign-off"]);
    expect(pdf.outline[2]?.items.map(({ title }) => title)).toEqual(["2.1 Records for example.com"]);
    const page = pdf.outline[2]?.items[0]?.page ?? 0;
    expect(pdf.pages[page - 1]?.text).toMatch(/^2\.1\s+Records for/mu);
  });

  it("links the contents, the chapters and the world outside", () => {
    expect(pdf.pages[2]?.links.map(({ page }) => page)).toEqual(pdf.outline.flatMap((entry) => [entry.page, ...entry.items.map((item) => item.page)]));
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links).toContainEqual({ url: "https://docs.example.com/a%20b", page: undefined });
    expect(links).toContainEqual({ url: undefined, page: pdf.outline.at(-1)?.page });
  });

  it("draws the overview on a lying page with its connections in words", () => {
    const page = pdf.pages.find(({ text: printed }) => printed.includes("Filled boxes"));
    expect(page && page.width > page.height).toBe(true);
    for (const { title } of referenceTopology.connections) expect(solid(page?.text ?? "")).toContain(solid(title));
    for (const { title } of referenceTopology.boxes) expect(solid(page?.text ?? "")).toContain(solid(title));
  });

  it("prints every word of every block", () => {
    for (const words of ["10.20.30.1", "open, Network team, 3 Dec 2026", "300 s", "First", "dig +short example.com", "Blocker X1: Something about blocker", "What is wrong, and what to do."]) {
      expect(all(pdf)).toContain(solid(words));
    }
  });
});

describe("a table longer than a page", () => {
  it("repeats its head and says that it continues; no row is lost", async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [text(`row-${String(i)}-end`), text("10.0.0.1"), text(String(i))]);
    const pdf = await print(sampleDocument([table("long", rows)]));
    const pages = pdf.pages.filter((page) => page.text.includes("-end"));
    expect(pages.length).toBeGreaterThan(2);
    pages.slice(1).forEach((page) => expect(page.text).toContain("Table 1, continued"));
    pages.forEach((page) => expect(solid(page.text)).toContain("NameTargetCount"));
    expect(pages.flatMap((page) => page.text.match(/row-\d+-end/g) ?? [])).toHaveLength(90);
  });

  it("puts a wide one on lying pages and goes back to upright ones", async () => {
    const rows = Array.from({ length: 5 }, () => [text("wide-row"), text("a"), text("1")]);
    const pdf = await print(sampleDocument([table("wide", rows, true)]));
    const wide = pdf.pages.find((page) => page.text.includes("wide-row"));
    const last = pdf.pages.at(-1);
    expect(wide && wide.width > wide.height).toBe(true);
    expect(last && last.width < last.height).toBe(true);
  });

  it("begins a row that is higher than half a page below what stands on the page already", async () => {
    const words = Array.from({ length: 600 }, (_, i) => `w${String(i)}`).join(" ");
    const lines = Array.from({ length: 40 }, (_, i) => paragraph(text(`line-${String(i)}`)));
    const pdf = await print(sampleDocument([...lines, table("high", [[text(words), text("a"), text("1")], [text(words), text("b"), text("2")]])]));
    expect(pdf.pages.find((page) => page.text.includes("line-38"))?.text).toContain("w0");
    expect(all(pdf).match(/w599/g)).toHaveLength(2);
  });

  it("cuts a row that fits on no page instead of losing it", async () => {
    const words = Array.from({ length: 4000 }, (_, i) => `w${String(i)}`);
    const pdf = await print(sampleDocument([table("high", [[text(words.join(" ")), text("a"), text("1")]])]));
    expect(words.filter((word) => !all(pdf).includes(word))).toEqual([]);
  });

  it("breaks a long command where the shell goes on reading, and no other listing", async () => {
    const command = `kubermatic-installer deploy kubermatic-master ${"--helm-values values.yaml ".repeat(6)}`.trimEnd();
    const shell = await print(sampleDocument([{ type: "code", language: "sh", text: command }]));
    expect(all(shell)).toContain("\\--helm-values");
    const other = await print(sampleDocument([{ type: "code", language: "yaml", text: command }]));
    expect(all(other)).not.toContain("\\");
  });
});

describe("texts that people type", () => {
  const hostile = ["a|b", "*a*", "<b>a</b>", "{{a}}", "`a`", "(a) \\ )", "Dvořák č Łódź Žižkov", "Αθήνα Москва Ünïcödé", "x".repeat(300), `${"konnectivity-server.".repeat(12)}example.com`];

  it.each(hostile)("prints %j as it is, everywhere", async (value) => {
    const pdf = await print(sampleDocument([paragraph(text(value)), table("t", [[text(value), { type: "code", value }, text("1")]]), { type: "heading", level: 2, id: "h", number: "3.1", content: [text(value)] }], value));
    expect(all(pdf).split(solid(value)).length).toBeGreaterThan(4);
    expect(String(pdf.info.Title).normalize("NFC")).toBe(`${value}, Production platform`);
    expect(all(pdf)).not.toContain("couldnotbedrawn");
  });

  it("composes accents that come in two parts", async () => {
    const pdf = await print(sampleDocument([paragraph(text("Cafe\u0301"))]));
    expect(all(pdf)).toContain("Café");
  });

  it("prints right-to-left words from left to right as they are read, numbers in their order", async () => {
    asked.length = 0;
    const pdf = await print(sampleDocument([paragraph(text("Site אתר 123 here"))]));
    expect(asked).toContain("rtl-400");
    expect(all(pdf)).toContain("Site123אתרhere");
  });

  it("loads the fonts of other scripts only where a plan needs them", async () => {
    asked.length = 0;
    await print(sampleDocument());
    expect(asked).toEqual(["inter-400", "inter-700", "mono-400", "mono-700"]);
  });

  it("says which characters no font could draw, and drops none", async () => {
    const pdf = await print(sampleDocument([paragraph(text("a数b🚀c"))]));
    expect(all(pdf)).toContain("a?b?c");
    expect(all(pdf)).toContain("U+6570,U+1F680");
  });

  it("does not let control characters, line breaks or tabs in", async () => {
    const pdf = await print(sampleDocument([paragraph(text("one\ntwo\tthree\u0007four\u202efive"))]));
    expect(all(pdf)).toContain("onetwothreefourfive");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "#nowhere"])("makes no link of %s", async (url) => {
    const pdf = await print(sampleDocument([{ type: "paragraph", content: [{ type: "link", url, content: [text("here")] }] }] satisfies Block[]));
    expect(pdf.pages.flatMap((page) => page.links).map((link) => link.url)).not.toContain(url);
  });
});
