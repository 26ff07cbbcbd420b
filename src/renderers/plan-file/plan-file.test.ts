import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someAnswers } from "../../../tests/support/arbitrary-answers.ts";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planId, withAnswer, type Answers } from "../../engine/index.ts";
import { planText } from "./plan-text.ts";
import { MAX_PLAN_TEXT, readPlanText } from "./read-plan-text.ts";

// Generated cases take their time where several suites share a machine.

const save = (answers: Answers): string => planText(answers, planId(answers));
const reasonOf = (text: string): string => {
  const parsed = readPlanText(text);
  return parsed.kind === "refused" ? parsed.reason : "read";
};

describe("the plan file", () => {
  it("begins with its plan id and format version, and holds no time", () => {
    const answers = starterAnswers("reference-setup");
    expect(save(answers).split("\n").slice(0, 2)).toEqual([`# Groundplan plan ${planId(answers)}. Open it with Groundplan, or change it here.`, "groundplan: 1"]);
  });

  it.each(starterNames)("gives back %s as it was saved", (name) => {
    const answers = starterAnswers(name);
    expect(readPlanText(save(answers))).toEqual({ kind: "answers", answers, notices: [] });
  });

  it("gives back any answers as they were saved", () => {
    fc.assert(
      fc.property(someAnswers(8), (answers) => {
        const parsed = readPlanText(save(answers));
        expect(parsed.kind === "answers" && parsed.notices.filter(({ kind }) => kind !== "unasked")).toEqual([]);
        expect(parsed.kind === "answers" && save(parsed.answers)).toBe(save(answers));
        expect(parsed.kind === "answers" && planId(parsed.answers)).toBe(planId(answers));
      }),
      { numRuns: 40 },
    );
  });

  it("gives back any text as it was saved", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .map((value) => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "").trim())
      .filter((value) => value !== "" && !/(?:password|passwd|secret|token|api[_-]?key)\s*[:=]/i.test(value));
    fc.assert(
      fc.property(text, (value) => {
        const answers = withAnswer(NO_ANSWERS, "project.customer", value);
        expect(readPlanText(save(answers))).toEqual({ kind: "answers", answers, notices: [] });
      }),
      { numRuns: 300 },
    );
  });

  it.each(["yes", "null", "1.30", "2026-11-02", "~", "0x1f", "- a", "a: b", "# a", "&a", "*a", "!a", "'", '"', "|", "x".repeat(300), "שלום", "{{ a }}", "<b>"])("keeps the text %j a text", (value) => {
    const answers = withAnswer(NO_ANSWERS, "project.customer", value);
    expect(readPlanText(save(answers))).toEqual({ kind: "answers", answers, notices: [] });
  });
});

describe("readPlanText", () => {
  it("reads JSON too", () => {
    expect(readPlanText('{ "groundplan": 1, "project": { "domain": "kubermatic.example.com" } }')).toEqual({
      kind: "answers",
      answers: withAnswer(NO_ANSWERS, "project.domain", "kubermatic.example.com"),
      notices: [],
    });
  });

  it.each([
    ["nothing", "  \n", "This file is empty."],
    ["too much", "a".repeat(MAX_PLAN_TEXT + 1), "This file is larger than 2 MB"],
    ["a foreign file", "kind: Pod", "This is no Groundplan plan"],
    ["a list", "- a", "This is no Groundplan plan"],
    ["a format version between quotes", "groundplan: '1'", "Write `groundplan: 1`, without them."],
    ["a newer format", "groundplan: 99", "Open it in the newer app that wrote it."],
    ["a key that stands twice", "groundplan: 1\nproject:\n  domain: a.example\n  domain: b.example", "Line 4 repeats a key"],
    ["a tab", "groundplan: 1\nproject:\n\tdomain: a.example", "Line 3 "],
    ["an open quote", 'groundplan: 1\nproject:\n  customer: "a', "Line 3 is no YAML"],
    ["two documents", "groundplan: 1\n---\ngroundplan: 1", "second document"],
    ["an alias", "groundplan: 1\nproject: &a { customer: x }\ninfrastructure: *a", "aliases"],
    ["deep brackets", "[".repeat(1_000_000), "nested far deeper"],
    ["deep brackets line by line", "[\n".repeat(1_000_000), "nested far deeper"],
    ["deep lists", "- ".repeat(1_000_000), "nested far deeper"],
    ["deep maps", "a: ".repeat(20_000), "Line 1 is no YAML"],
    ["deep indents", Array.from({ length: 1900 }, (_, at) => `${" ".repeat(at)}a:\n`).join(""), "nested far deeper"],
  ])("refuses %s with a sentence", (_case, text, reason) => expect(reasonOf(text)).toContain(reason));

  it("refuses an alias bomb before it grows", () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`);
    const started = performance.now();
    expect(reasonOf(["groundplan: 1", "a0: &a0 [x, x, x]", ...levels].join("\n"))).toContain("aliases");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("does not let a key reach the prototype", () => {
    const parsed = readPlanText('{ "groundplan": 1, "__proto__": { "polluted": true }, "constructor": { "a": 1 } }');
    expect(parsed.kind).toBe("answers");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("does not count brackets in texts", () => {
    const answers = withAnswer(NO_ANSWERS, "project.customer", "[{".repeat(400));
    expect(readPlanText(save(answers))).toEqual({ kind: "answers", answers, notices: [] });
  });

  it("says that a tag means nothing", () => {
    expect(readPlanText("groundplan: 1\nproject:\n  customer: !vault Example AG")).toEqual({
      kind: "answers",
      answers: withAnswer(NO_ANSWERS, "project.customer", "Example AG"),
      notices: [{ path: "line 3", text: "The tag `!vault` means nothing in a plan file. What follows it was read without it; remove the tag.", kind: "dropped" }],
    });
  });

  it("lists what it does not know and keeps the rest", () => {
    const parsed = readPlanText("groundplan: 1\nproject:\n  domain: kubermatic.example.com\n  colour: blue");
    expect(parsed).toMatchObject({ kind: "answers", notices: [{ path: "project.colour", kind: "dropped" }] });
  });
});
