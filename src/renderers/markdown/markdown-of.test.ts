import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { composeDocument, type Document } from "../../document/index.ts";
import { chapters, LISTED_KINDS, NO_ANSWERS, pathOf, planFrom, planId, withAnswer, type Answers, type AnswerValue, type Control, type Plan } from "../../engine/index.ts";
import { markdownOf, treeOf } from "./markdown-of.ts";

const handover = readFileSync(join(import.meta.dirname, "../../../templates/documents/handover.md"), "utf8");

function documentOf(answers: Answers) {
  const plan = planFrom(answers);
  return { plan, document: composeDocument({ plan, planId: planId(answers), format: 1 }, handover) };
}

const frontMatterOf = (markdown: string): unknown => parseYaml(markdown.slice(4, markdown.indexOf("\n---\n")));
const withoutFrontMatter = (markdown: string): string => markdown.slice(markdown.indexOf("\n---\n") + 5);
const parse = (markdown: string): Root => fromMarkdown(withoutFrontMatter(markdown), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Text below a node; links that a reader makes of bare addresses count as their text. */
const textOf = (node: Nodes): string => ("value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : node.type === "break" ? "\n" : "");

const HOLDS_TEXT = new Set(["paragraph", "heading", "tableCell", "code"]);

/** Shape and text of a tree: block types with their nesting, and the whole text of each leaf block. */
function shapeOf(node: Nodes): unknown {
  if (HOLDS_TEXT.has(node.type)) return [node.type, textOf(node)];
  return [node.type, "children" in node ? node.children.map(shapeOf) : textOf(node)];
}

const typesIn = (node: Nodes): readonly string[] => [node.type, ...("children" in node ? node.children.flatMap(typesIn) : [])];

/** Answers of free text: alone, in lists and in tables. Names, addresses and hosts are held to their form before they get here. */
function freeText(control: Control, text: string): AnswerValue | undefined {
  if (control.type === "text" && !control.mono) return text;
  if (control.type === "list" && control.of === "text") return [text, text];
  return undefined;
}

/** The reference setup with a text in every question that takes free text. */
function withTextEverywhere(text: string): { readonly answers: Answers; readonly count: number } {
  let answers = starterAnswers("reference-setup");
  let count = 0;
  const put = (path: string, value: AnswerValue | undefined) => {
    if (value === undefined) return;
    answers = withAnswer(answers, path, value);
    count += 1;
  };
  for (const { questions } of chapters) {
    for (const question of questions.plan) put(pathOf(question), freeText(question.control, text));
    for (const kind of LISTED_KINDS) {
      for (const question of questions[kind]) for (const subject of answers.subjects[kind]) put(pathOf(question, subject), freeText(question.control, text));
    }
  }
  answers = withAnswer(answers, "project.contacts", [{ team: "network", name: text, mail: text }]);
  answers = withAnswer(answers, "network.places.main.otherNetworks", [{ name: text, block: "192.168.4.0/24" }]);
  answers = withAnswer(answers, "loadBalancer.clusters.seed.peers", [{ name: text, address: "10.20.0.2", asn: 64500 }]);
  return { answers, count };
}

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["a pipe", "a|b | c"],
  ["stars", "*a* **b** * c"],
  ["a tag", "<b>a</b> <script>x</script> <!-- y -->"],
  ["template braces", "{{ a }} {% b %} :value[domain] ::table{sources}"],
  ["backticks", "`a` ```b"],
  ["a line break", "a\nb\n- c\n# d\n---\n| e |"],
  ["right to left", "שלום a مرحبا 123"],
  ["300 characters", "x".repeat(300)],
  ["links and marks", "[a](javascript:b) ![c](d) <https://e.example> https://f.example g@h.example ~~i~~ [^1] &amp; &#35;"],
  ["a number at the start", "1. a) + b"],
];

/** A small document with a text in every kind of block. */
const around = (value: string): Document => {
  const content = [{ type: "text", value } as const];
  return {
    meta: { planId: "3f2a91c2d5e7", format: 1, release: "2.30", title: value, customer: value, date: undefined, authors: [] },
    cover: { customer: content, title: content, purpose: content, facts: [{ label: value, value: content }], verdict: content, diagram: undefined },
    chapters: [
      {
        id: "a",
        number: "1",
        title: "A",
        blocks: [
          { type: "heading", level: 2, id: "b", number: "1.1", content },
          { type: "paragraph", content: [{ type: "assumed", content }, { type: "text", value: " " }, { type: "strong", content: [{ type: "text", value: "bold" }] }] },
          { type: "callout", severity: "blocker", mark: "B1", title: content, body: [{ type: "list", ordered: false, items: [[{ type: "paragraph", content }]] }] },
          { type: "table", id: "t", caption: content, columns: [{ title: value, align: "left", weight: 1 }], rows: [{ id: "r", cells: [content], marked: false }], wide: false, small: false },
          { type: "code", language: "sh", text: value },
        ],
      },
    ],
  };
};

/** Writes a document and reads it back: shape and text must be those of the tree it was written from, and nothing is HTML. */
function expectIntact(document: Document, plan: Plan): Root {
  const tree = parse(markdownOf(document, plan));
  expect(shapeOf(tree)).toEqual(shapeOf(treeOf(document, plan)));
  expect(typesIn(tree)).not.toContain("html");
  return tree;
}

describe("hostile texts", () => {
  const nobody = planFrom(NO_ANSWERS);

  it("come back intact from every text answer of the reference setup", () => {
    const all = HOSTILE.map(([, text]) => text).join(" ");
    const { answers, count } = withTextEverywhere(all);
    expect(count).toBeGreaterThan(4);
    const { document, plan } = documentOf(answers);
    expect(textOf(expectIntact(document, plan)).split(all).length).toBeGreaterThan(20);
  });

  it.each(HOSTILE)("%s comes back intact from every kind of block", (_name, text) => {
    expect(textOf(expectIntact(around(text), nobody))).toContain(text);
  });

  it.each(HOSTILE)("%s leaves the front matter readable", (_name, text) => {
    const document = around(text);
    expect(frontMatterOf(markdownOf(document, nobody))).toMatchObject({ title: text, customer: text, plan: document.meta.planId });
  });

  it("come back intact whatever they are", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .map((value) => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "").trim())
      .filter((value) => value !== "");
    fc.assert(
      fc.property(text, (value) => {
        expectIntact(around(value), nobody);
      }),
      { numRuns: 80 },
    );
  });
});

describe("the Markdown of the reference setup", () => {
  const { document, plan } = documentOf(starterAnswers("reference-setup"));
  const markdown = markdownOf(document, plan);

  it("begins with plan id, format and release", () => {
    expect(frontMatterOf(markdown)).toMatchObject({ plan: document.meta.planId, format: 1, kkp: "2.30", date: "2026-11-02" });
  });

  it("holds no HTML, and every row of a table has as many cells as its head", () => {
    const tree = parse(markdown);
    expect(typesIn(tree)).not.toContain("html");
    for (const node of tree.children) {
      if (node.type !== "table") continue;
      const widths = new Set(node.children.map(({ children }) => children.length));
      expect(widths.size).toBe(1);
    }
  });

  it("leads every link inside it to a heading", () => {
    const tree = parse(markdown);
    const anchors = new Set(tree.children.flatMap((node) => (node.type === "heading" ? [`#${textOf(node).toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replace(/ /g, "-")}`] : [])));
    const links = (node: Nodes): readonly string[] => [...(node.type === "link" && node.url.startsWith("#") ? [node.url] : []), ...("children" in node ? node.children.flatMap(links) : [])];
    for (const url of links(tree)) expect(anchors).toContain(url);
  });
});
