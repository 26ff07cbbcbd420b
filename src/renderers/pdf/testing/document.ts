import type { Block, Document, Inline, TableBlock } from "../../../document/index.ts";

export const text = (value: string): Inline => ({ type: "text", value });
export const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });

export const table = (id: string, rows: readonly (readonly Inline[])[], wide = false): TableBlock => ({
  type: "table",
  id,
  caption: [text("Table 1. For the DNS team.")],
  columns: [
    { title: "Name", align: "left", weight: 4 },
    { title: "Target", align: "left", weight: 2 },
    { title: "Count", align: "right", weight: 1 },
  ],
  rows: rows.map((cells, i) => ({ id: `${id}.${String(i)}`, cells: cells.map((cell) => [cell]), marked: i % 5 === 1 })),
  wide,
  small: false,
});

/** A document with every kind of block; `more` is put into a chapter of its own. */
export function sampleDocument(more: readonly Block[] = [], customer = "Example AG"): Document {
  return {
    meta: { planId: "0123456789ab", format: 1, release: "2.30", title: "Production platform", customer, date: "2026-11-02", authors: ["Platform team"] },
    cover: {
      customer: [text(customer)],
      title: [text("Production platform")],
      purpose: [text("Installation plan for KKP 2.30")],
      facts: [
        { label: "Base domain", value: [{ type: "code", value: "kubermatic.example.com" }] },
        { label: "Date of this plan", value: [text("2 Nov 2026")] },
      ],
      verdict: [text("No blocker so far.")],
      diagram: { type: "diagram", id: "overview", caption: [text("Small")], alternative: "People reach addresses." },
    },
    chapters: [
      { id: "open", number: "", title: "Open points and blockers", blocks: [callout("blocker"), callout("open")] },
      { id: "overview", number: "1", title: "Overview", blocks: [{ type: "diagram", id: "overview", caption: [text("Filled boxes are virtual addresses.")], alternative: "" }] },
      {
        id: "dns",
        number: "2",
        title: "DNS",
        blocks: [
          paragraph(text("Two records. See "), { type: "link", url: "#last", content: [text("the last chapter")] }, text(" and "), { type: "link", url: "https://docs.example.com/a b", content: [text("the guide")] }, text(".")),
          { type: "heading", level: 2, id: "records", number: "2.1", content: [text("Records for "), { type: "code", value: "example.com" }] },
          table("records", [
            [{ type: "code", value: "kubermatic.example.com" }, { type: "code", value: "10.20.30.1" }, text("1")],
            [{ type: "code", value: "*.seed.kubermatic.example.com" }, { type: "open", value: "open, Network team, 3 Dec 2026", path: "x" }, text("2")],
            [{ type: "sign", sign: "yes" }, { type: "assumed", content: [text("300 s")] }, text("3")],
          ]),
          { type: "list", ordered: true, items: [[paragraph(text("First"))], [paragraph(text("Second")), { type: "code", language: "sh", text: "dig +short example.com\n  indented" }]] },
          { type: "heading", level: 3, id: "notes", number: "", content: [text("Notes")] },
          callout("advice"),
        ],
      },
      { id: "more", number: "3", title: "More", blocks: more },
      { id: "last", number: "4", title: "Sign-off", blocks: [{ type: "signatures", roles: ["Customer", "Network team"] }] },
    ],
  };
}

const callout = (severity: "blocker" | "open" | "advice"): Block => ({ type: "callout", severity, mark: "X1", title: [text(`Something about ${severity}`)], body: [paragraph(text("What is wrong, and what to do."))] });
