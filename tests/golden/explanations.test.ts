import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { explain, planFrom, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { rowsByPart, type Row } from "../support/plan-rows.ts";

const HOW_MANY = 50;

interface Drawn {
  readonly name: string;
  readonly plan: Plan;
  readonly part: string;
  readonly row: Row;
  readonly lot: string;
}

/** A lot that hangs on nothing but the value's own name, so that what is drawn stays when rows beside it come and go. */
const lotOf = (...words: readonly string[]): string => createHash("sha256").update(words.join(" ")).digest("hex");

/** Fifty derived values of all golden plans, some of every part: the lowest lots, and no rule twice before all have had their turn. */
function draw(): readonly Drawn[] {
  const byPart = new Map<string, Drawn[]>();
  for (const [name, answers] of goldenAnswers()) {
    const plan = planFrom(answers);
    for (const [part, rows] of rowsByPart(plan)) {
      byPart.set(part, [...(byPart.get(part) ?? []), ...rows.map((row) => ({ name, plan, part, row, lot: lotOf("audit", name, part, row.id) }))]);
    }
  }
  const ruleOf = ({ plan, row }: Drawn) => plan.cells.get(row.from)?.rule;
  const queues = [...byPart.values()].filter((all) => all.length > 0).map((all) => {
    const byLot = all.toSorted((a, b) => (a.lot < b.lot ? -1 : 1));
    const firsts = byLot.filter((one, at) => byLot.findIndex((other) => ruleOf(other) === ruleOf(one)) === at);
    return [...firsts, ...byLot.filter((one) => !firsts.includes(one))];
  });
  // Large parts have more to say than small ones: after one of each, those with more rules go on.
  const turns = queues.flatMap((queue, part) => queue.map((drawn, turn) => ({ drawn, part, turn })));
  return turns.toSorted((a, b) => a.turn - b.turn || (queues[b.part]?.length ?? 0) - (queues[a.part]?.length ?? 0)).slice(0, HOW_MANY).map(({ drawn }) => drawn).toSorted((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : a.lot < b.lot ? -1 : 1));
}

/** A value as a line: what is open or comes later is told as such. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  if ("kind" in value && value.kind === "known" && "value" in value) return shown(value.value);
  if ("kind" in value && value.kind === "open" && "question" in value) return `open (${String(value.question)})`;
  if ("kind" in value && value.kind === "later" && "who" in value) return `later (${String(value.who)})`;
  return Object.entries(value).map(([key, held]) => `${key} ${shown(held)}`).join(", ");
}

function entryOf({ name, plan, part, row }: Drawn): string {
  const { why, id, from: _from, ...value } = row;
  const { rule, answers, facts, sources, restsOn } = explain(plan, row);
  return [
    `## ${part}: \`${id}\``,
    "",
    `Plan **${name}**, rule “${rule}”`,
    "",
    ...Object.entries(value).map(([key, held]) => `- ${key}: ${shown(held)}`),
    "",
    `**Why:** ${why}`,
    "",
    ...(answers.length === 0 ? [] : ["Answers:", ...answers.map(({ path, title, state }) => `- ${title}${state === "given" ? `: ${shown(answerIn(name, path))}` : ` (${state})`}`), ""]),
    ...(facts.length === 0 ? [] : ["Facts:", ...facts.map(({ statement, certainty }) => `- ${statement} (${certainty})`), ""]),
    ...(restsOn.length === 0 ? [] : [`Rests on: ${restsOn.join("; ")}`, ""]),
    "Sources:",
    ...sources.map(({ title, url, releases }) => `- [${title}](${url}), read for ${releases.join(", ")}`),
  ].join("\n");
}

const answersByName = goldenAnswers();
const answerIn = (name: string, path: string): unknown => answersByName.get(name)?.given[path] ?? "–";

describe("fifty derived values, read by whoever reviews a change", () => {
  const drawn = draw();

  test("come from every part and from many plans", () => {
    expect(drawn).toHaveLength(HOW_MANY);
    const parts = new Set([...answersByName.values()].flatMap((answers) => [...rowsByPart(planFrom(answers))].flatMap(([part, rows]) => (rows.length > 0 ? [part] : []))));
    expect(new Set(drawn.map(({ part }) => part))).toEqual(parts);
    expect(new Set(drawn.map(({ name }) => name)).size).toBeGreaterThan(15);
  });

  test("say why they are so, and what they rest on", async () => {
    const head = "# Fifty derived values with their reasons\n\nDrawn from all golden plans by lots that hang on the names of the values alone. Whoever changes a sentence, an answer that is read or\na source sees it here: is the reason true, does it say more than the value, and do answers and sources help whoever checks it?";
    await expect(`${[head, ...drawn.map(entryOf)].join("\n\n")}\n`).toMatchFileSnapshot("explanations.md");
  });
});
