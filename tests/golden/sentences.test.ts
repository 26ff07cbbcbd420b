import { describe, expect, test } from "vitest";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Keys of rows whose texts are sentences, or parts of them. */
const SENTENCES = new Set(["why", "how", "text", "title", "verify", "message", "remedy", "reason", "consequence"]);

/** Every sentence of a plan. */
function sentencesOf(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") return SENTENCES.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => sentencesOf(one, key));
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([name, held]) => sentencesOf(held, name)) : [];
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Lists of names in the middle of a sentence that end without "and"; one after a colon may. */
function bareLists({ project, topology: _drawn, ...plan }: Plan): readonly string[] {
  const names = [...new Set([...Object.values(project.names).flatMap((byId) => Object.values(byId as Record<string, string>)), ...plan.dns.records.map(({ name }) => name)])].filter((name) => name.length > 2);
  const one = `(?:${names.toSorted((a, b) => b.length - a.length).map(quoted).join("|")})`;
  const list = new RegExp(`(?<before>.{0,2})(?<![\\w.-])${one}(?:, ${one})+(?![\\w.-]*\\w)(?!, | and | or | \\()`, "g");
  const { cells: _cells, ...rows } = plan;
  return sentencesOf(rows).flatMap((sentence) => [...sentence.matchAll(list)].filter(({ groups }) => !/: $|\($/.test(groups?.["before"] ?? "")).map(([found]) => `${found} in: ${sentence}`));
}

describe.each([...goldenAnswers()])("%s: sentences", (_name, answers) => {
  test("list names with “and”", () => {
    expect(bareLists(planFrom(answers))).toEqual([]);
  });
});
