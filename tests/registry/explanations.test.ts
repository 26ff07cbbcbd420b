import { describe, expect, it } from "vitest";
import { findQuestion } from "../../src/engine/answers/chapters/registry.ts";
import { explain, planFrom, type Plan } from "../../src/engine/index.ts";
import { questionAndSubject } from "../../src/engine/plan/subject-of.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { rowsByPart, type Row } from "../support/plan-rows.ts";

/** Every row of a plan, apart from findings: their reason is their message. */
const rowsOf = (plan: Plan): readonly Row[] => [...rowsByPart(plan).values()].flat();

const WORD = /[a-z][a-z-]{3,}/g;
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(WORD) ?? []);

/** Everything that a row says beside its reason. */
function valueOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return typeof value === "object" && value !== null ? Object.values(value).map(valueOf).join(" ") : "";
}

/** Every text of a row, as deep as it lies. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const plans = [...goldenAnswers()].map(([name, answers]) => [name, planFrom(answers), answers] as const);

/** Rules whose rows say the same wherever they stand: what they tell holds for every machine and every cluster. */
const GENERAL = new Set([
  "addresses.control-planes", "firewall.external-release", "firewall.control-planes-inside", "firewall.kubernetes-inside", "firewall.tunnelling-agent-inside",
  "checklist.infrastructure", "checklist.load-balancer", "checklist.name-and-time",
  "firewall.nodes-to-name-and-time", "firewall.workers-to-name-and-time",
]);

/** Object and field of a setting: they stand beside its reason in the same row and name cluster or datacenter already. */
const placeOf = (row: Row): string => ("object" in row && "field" in row ? `${String(row.object)} ${String(row.field)}` : "");

/** Words that a record writes in lower case because they stand in the middle of sentences. */
const LOWER = /^(?:your|a|an|the) /;

/** A count that does not fit its noun. Names end in digits too, so nothing of a name stands right before the number. */
const COUNT = /(?<![\w.,/:–-])1 (?:addresses|characters|clusters|days|hosts|leases|listeners|machines|members|minutes|names|nodes|objects|pods|ports|records|rows|Secrets|Seeds|snapshots|user clusters|volumes|workers)\b/;

/** The list of places, platform clusters or datacenters, which is read as an answer too. */
const LIST = /\.?(?:places|clusters|datacenters)$/;

/** Sentences that tell people what to do: they belong into texts and proofs, not into reasons. */
const INSTRUCTION = /(?:^|[.:;!?] )(?:Add|Ask|Begin|Check|Choose|Create|Do not|Enter|Give|Go on|Keep|Leave|Let it|Make sure|Never|Put|Run|See|Set|Take|Tell|Use|Wait)\b/;

/** Sources that people look through for one value; more of them hide the one that supports it. */
const MANY_SOURCES = 10;
/** Share of rows that may have more: sums of many components, and steps that prove many things at once. */
const MOST_WITH_MANY = 0.035;
/** Most that any row has. */
const MOST_SOURCES = 25;

it("few rows name more sources than people look through", () => {
  const counts = plans.flatMap(([, plan]) => rowsOf(plan).map((row) => explain(plan, row).sources.length));
  expect(counts.filter((count) => count > MANY_SOURCES).length / counts.length).toBeLessThan(MOST_WITH_MANY);
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_SOURCES);
});

describe.each(plans)("every reason in %s", (_name, plan, answers) => {
  const rows = rowsOf(plan);

  it("is a whole sentence, with nothing left unfilled", () => {
    const faults = rows.filter(({ why }) => !/[.!?]$/.test(why) || /undefined|\[object|NaN|\bnull\b|\{[a-z]| {2}|\.\.| ,|,,/.test(why));
    expect(faults.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
  });

  it("begins like a sentence, counts as people do, and leaves no hole in what stands beside it", () => {
    const texts = [...rows, ...plan.findings].flatMap((row) => textsOf(row).map((text) => `${row.id}: ${text}`));
    expect(texts.filter((text) => COUNT.test(text.slice(text.indexOf(": "))))).toEqual([]);
    expect(texts.filter((text) => /\{[a-z]\w*\}/i.test(text))).toEqual([]);
    expect(rows.filter(({ why }) => LOWER.test(why)).map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
  });

  it("reads as people speak: both of two, lists that end in a word, what holds only once the platform stands told as such", () => {
    const texts = [...rows, ...plan.findings].flatMap((row) => textsOf(row).map((text) => `${row.id}: ${text}`));
    expect(texts.filter((text) => /\ball 2 |\bfor each of [\w-]+(?:, [\w-]+)+\.|\bkeeps there\b/.test(text))).toEqual([]);
    expect(plan.checklist.filter(({ verify }) => /dashboard succeeds|with the base domain/.test(verify) && !verify.includes("once the platform stands")).map(({ id }) => id)).toEqual([]);
    expect(plan.checklist.filter(({ verify }) => /holds [^;]*(?:each engineer|as the)/.test(verify)).map(({ id }) => id)).toEqual([]);
    expect(plan.monitoring.alerts.filter(({ when }) => when.startsWith("99 %")).map(({ id }) => id)).toEqual([]);
  });

  it("rests on sources that were read for a release of the plan", () => {
    const { release, former } = plan.project;
    const own = [release.kind === "known" ? release.value : "", former ?? ""];
    const faults = rows.flatMap((row) => explain(plan, row).sources.filter(({ releases }) => !releases.some((one) => own.includes(one))).map(({ id }) => `${row.id}: ${id}`));
    expect(faults).toEqual([]);
  });

  it("says more than the value", () => {
    const faults = rows.filter(({ why, id, from: _from, ...value }) => {
      const said = wordsOf(`${valueOf(value)} ${id}`);
      return [...wordsOf(why)].filter((word) => !said.has(word)).length < 3;
    });
    expect(faults.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
  });

  it("gives a reason where an instruction would be easier to write", () => {
    expect(rows.filter(({ why }) => INSTRUCTION.test(why)).map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
  });

  it("tells one place, cluster or datacenter from the next", () => {
    const first = new Map<string, string>();
    const faults = rows.filter((row) => {
      const { from, why } = row;
      const { rule, subject } = plan.cells.get(from) ?? { rule: "", subject: "" };
      const said = `${rule} ${placeOf(row)} ${why}`;
      const before = first.get(said);
      if (before === undefined) first.set(said, subject);
      return before !== undefined && before !== subject && !GENERAL.has(rule);
    });
    expect(faults.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
  });

  it("rests on answers that are asked, of subjects that there are", () => {
    const subjects = new Set(["plan", ...Object.values(answers.subjects).flat()]);
    const faults = [...plan.cells.values()].flatMap((cell) => cell.answers).filter((path) => {
      const { question, subject } = questionAndSubject(path);
      return !subjects.has(subject) || (!findQuestion(question) && !LIST.test(path));
    });
    expect([...new Set(faults)]).toEqual([]);
  });

  it("leads to sources with an https link, and to answers or facts", () => {
    for (const row of [...rows, ...plan.findings]) {
      const { why, rule, sources, answers, facts } = explain(plan, row);
      expect(why, row.id).toBe(row.why);
      expect(rule, row.id).not.toBe(row.from);
      expect(sources.map(({ url }) => new URL(url).protocol), row.id).toContain("https:");
      expect(sources.filter(({ url }) => !url.startsWith("https://")), row.id).toEqual([]);
      expect(answers.length + facts.length, row.id).toBeGreaterThan(0);
    }
  });
});
