import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer } from "../../engine/index.ts";
import { composeDocument } from "../compose.ts";
import { plainText } from "../text/inlines.ts";
import { parseTemplate } from "./parse-template.ts";

const handover = readFileSync(join(import.meta.dirname, "../../../templates/documents/handover.md"), "utf8");
const reference = planFrom(starterAnswers("reference-setup"));
const compose = (template: string, plan = reference) => composeDocument({ plan, planId: "3f2a91c2d5e7", format: 1 }, template);

/** Text of every paragraph and heading of a document made of one chapter. */
const lines = (template: string, plan = reference) =>
  compose(template, plan).chapters.flatMap(({ blocks }) =>
    blocks.map((block) => ("content" in block ? plainText(block.content) : block.type)),
  );

describe("a template", () => {
  it.each([
    ["an unknown value", "# A\n\n:value[nonsense]", "Line 3"],
    ["an unknown table", "# A\n\n::table{nonsense}", "“table” does not know “nonsense”"],
    ["an unknown condition in a branch that is not taken", ":::if{blockers}\n:::\n\n:::unless{records nonsense}\n:::", "“nonsense”"],
    ["an unknown directive", "::nonsense", "There is no directive “nonsense”"],
    ["an accidental directive in text", "one:two", "There is no directive “:two”"],
    ["a chapter that does not exist", ":ref[nowhere]", "“nowhere”"],
    ["raw HTML", "<b>bold</b>", "holds no html"],
    ["a severity that does not exist", "::findings{terrible}", "“findings” takes blocker, warning, advice"],
  ])("is refused with the line for %s", (_case, template, message) => expect(() => parseTemplate(template)).toThrow(message));

  it("of this repository is sound", () => expect(() => parseTemplate(handover)).not.toThrow());

  it("of this repository shows every table once", () => {
    const tables = [...handover.matchAll(/^::table\{(.+)\}$/gm)].map(([, id]) => id);
    expect(tables.filter((id, at) => tables.indexOf(id) !== at)).toEqual([]);
  });

  it("puts values in as text that is never read as Markdown", () => {
    const hostile = "**bold** :value[domain] ::table{sources} | <b>";
    const plan = planFrom(withAnswer(starterAnswers("reference-setup"), "project.customer", hostile));
    const [paragraph] = compose("# A\n\n:::if{customer}\nFor :value[customer].\n:::", plan).chapters[0]?.blocks ?? [];
    expect(paragraph).toMatchObject({ type: "paragraph", content: [{ type: "text", value: "For " }, { type: "text", value: hostile }, { type: "text", value: "." }] });
  });

  it("wraps whole blocks in conditions and loops", () => {
    const template = "# A\n\n:::if{customer}\nyes\n:::\n\n:::unless{customer}\nno\n:::\n\n:::each{sized-clusters}\nOf :value[cluster].\n:::";
    expect(lines(template)).toEqual(["yes", "Of seed."]);
  });

  it("counts in words and figures", () => {
    const template = '# A\n\n:::if{records}\n:count[records]{one="record" other="records" start} and :count[records]{one="record" other="records" figure}\n:::';
    expect(lines(template)).toEqual(["Seven records and 7 records"]);
  });

  it("drops a section whose table has no row, with its introduction", () => {
    const template = "# A\n\n## Empty\n\nIntroduces nothing.\n\n::findings{blocker}\n\n## Full\n\nIntroduces records.\n\n::table{dns-records}";
    expect(lines(template)).toEqual(["Full", "Introduces records.", "table"]);
  });

  it("leaves out a chapter that has nothing to say, and numbers the others without a gap", () => {
    const template = "# Empty\n\nNothing.\n\n# Full\n\n::table{dns-records}";
    expect(compose(template).chapters.map(({ number, id }) => `${number} ${id}`)).toEqual(["1 full"]);
  });

  it("names links to chapters by number and title", () => {
    const template = "# First\n\n:::if{records}\nSee :ref[second].\n:::\n\n# Second\n\n::table{dns-records}";
    expect(lines(template)[0]).toBe("See chapter 2, Second.");
  });
});

describe("a chapter whose rows all wait", () => {
  const onlyDomain = planFrom(withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com"));
  const noDomain = planFrom(withAnswer(starterAnswers("reference-setup"), "project.domain", undefined));

  it("says what it waits for", () => {
    const dns = compose(handover, noDomain).chapters.find(({ id }) => id === "dns");
    expect(dns?.blocks.map(({ type }) => type)).toEqual(["callout"]);
  });

  it("names the place of the steps that an answer keeps back", () => {
    const open = planFrom(withAnswer(starterAnswers("reference-setup"), "storage.clusters.seed.fastClass", undefined));
    const runbook = compose(handover, open).chapters.find(({ id }) => id === "runbook");
    const places = open.runbook.filter(({ waiting }) => waiting?.some(({ question }) => question === "storage.clusters.seed.fastClass"));
    // The class decides as well whether a driver is installed before it: both places wait for the same, one after the other, and are one.
    expect(places.map(({ title }) => title)).toContain("Storage driver, seed; Storage classes, seed");
    const callout = JSON.stringify(runbook?.blocks.filter(({ type }) => type === "callout"));
    expect(callout).toContain(`. Steps ${places.map(({ order }) => order).join(", ")}"`);
    expect(JSON.stringify(runbook?.blocks.filter(({ type }) => type === "list"))).toMatch(/Waits for:.*O\d+ Driver of kubermatic-fast, seed \(Storage team\)/);
  });

  it("stands in a document without an empty chapter", () => {
    const { chapters } = compose(handover, onlyDomain);
    expect(chapters[0]?.id).toBe("open-points-and-blockers");
    for (const { blocks } of chapters) expect(blocks.length).toBeGreaterThan(0);
  });
});
