import { describe, expect, it } from "vitest";
import { LISTED_KINDS } from "./answers.ts";
import { chapters } from "./chapters/registry.ts";
import { parseAnswers } from "./parse-answers.ts";
import { GROUPS } from "./question.ts";

/** What is said about a file: path and sentence of each line, in their order. */
function said(content: Record<string, unknown>): readonly string[] {
  const parsed = parseAnswers({ groundplan: 1, ...content });
  return parsed.kind === "refused" ? [parsed.reason] : parsed.notices.map(({ path, text }) => `${path} | ${text}`);
}

const place = { id: "fra", name: "Frankfurt" };

describe("what is said about a file that does not fit", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["a number for a text", { project: { customer: 42 } }, "project.customer | Customer: `42` is a number, not a text. Put it between quotes."],
    ["nothing", { project: { customer: null } }, "project.customer | Customer: Nothing stands here. Write the answer, or remove the line."],
    ["a list for a text", { project: { domain: ["a"] } }, "project.domain | Base domain: A list stands where one text belongs. Write the text."],
    ["a text for a list", { project: { authors: "Ada" } }, "project.authors | Authors: `Ada` is no list. Write each entry on a line of its own that begins with `- `."],
    ["a text for yes or no", { dns: { seedWildcard: "yes" } }, "dns.seedWildcard | Wildcard for Seeds: `yes` is neither `true` nor `false`. Write one of the two, without quotes."],
    ["a strange key", { project: { colour: "blue" } }, "project.colour | No question is called `colour` here. Check the spelling, or remove the line."],
    ["a chapter that is a list", { project: [] }, "project | A list stands where the answers of this chapter belong. Write them below it, one line `name: value` for each."],
    ["a strange chapter", { weather: {} }, "weather | No chapter is called `weather`. Check the spelling, or remove it."],
    ["an id nobody has", { network: { places: { fra: {} } } }, "network.places.fra | Nothing under `infrastructure` has the id `fra`. Add it there, or remove these answers."],
    ["an id that is none", { network: { places: { "Frank furt": {} } } }, "network.places.Frank furt | `Frank furt` is no id. Ids are made of lower-case letters, digits and hyphens, at most 40."],
    ["a reserved name", { infrastructure: { places: [place] }, network: { places: Object.fromEntries([["__proto__", { gateway: "10.0.0.1" }]]) } }, "network.places.__proto__ | Programs reserve the name `__proto__`. Choose another one, or remove it."],
    ["an entry without an id", { infrastructure: { places: [place, { name: "Munich" }] } }, "infrastructure.places | Entry 2: The entry has no id. Add a line `id:` to it."],
    ["an entry with a bad id", { infrastructure: { places: [place, { id: "Munich" }] } }, "infrastructure.places.Munich | `Munich` is no id. Ids are made of lower-case letters, digits and hyphens, at most 40."],
    ["an entry that is a text", { infrastructure: { places: ["Frankfurt"] } }, "infrastructure.places | Entry 1: `Frankfurt` stands where a group of answers belongs. Write them below it, one line `name: value` for each."],
    ["an id that stands twice", { infrastructure: { places: [place, place] } }, "infrastructure.places.fra | The id `fra` stands here a second time. The first entry counts; give this one an id of its own."],
    ["a strange key of an entry", { infrastructure: { places: [place, { ...place, id: "muc", colour: "blue" }] } }, "infrastructure.places.muc.colour | No question is called `colour` here. Check the spelling, or remove the line."],
    ["open answers that are no list", { open: "project.domain" }, "open | `project.domain` is no list. Write each open answer as an entry that begins with `- answer:`."],
    ["an open answer without its path", { open: [{ owner: "dns" }] }, "open | Entry 1 does not say which answer is open. Begin it with `- answer:` and the path of the answer."],
    ["an open answer of no question", { open: [{ answer: "project.colour" }] }, "open project.colour | No question has the path `project.colour`. Check the spelling, or remove the entry."],
    ["an answer that is open twice", { open: [{ answer: "project.domain", owner: "dns" }, { answer: "project.domain" }] }, "open project.domain | Entry 2 marks `project.domain` as open once more. The first entry counts; remove one of the two."],
    ["a date that is none", { open: [{ answer: "project.domain", due: "3 Dec" }] }, "open project.domain | `due`: `3 Dec` is no date. Write it like 2026-12-03."],
    ["an owner that is none", { open: [{ answer: "project.domain", owner: 7 }] }, "open project.domain | `owner`: `7` is no owner. Write a team or a name, between quotes where it is a number."],
    ["a strange part of an open answer", { open: [{ answer: "project.domain", colour: "blue" }] }, "open project.domain | `colour` is no part of an open answer. Write `answer`, `owner` and `due` only."],
  ])("names field, value and way out: %s", (_case, content, line) => expect(said(content)).toEqual([line]));

  it("names the row and column of a table, and the place by its id", () => {
    const [line] = said({ infrastructure: { clusters: [{ id: "seed" }] }, loadBalancer: { clusters: { seed: { peers: [{ address: "10.20.0.2", asn: 64500 }, { address: "10.20.0.3" }] } } } });
    expect(line).toMatch(/^loadBalancer\.clusters\.seed\.peers \| .*, row 2, .*: /);
  });

  it("names the value where the form's own sentence does not", () => {
    const [line] = said({ infrastructure: { datacenters: [{ id: "dc", smallClusters: -3 }] } });
    expect(line).toMatch(/`-3` does not fit\. The smallest number here is/);
  });

  it("has a sentence for every question and every kind of value, never the parser's own words", () => {
    for (const value of [42, -1.5, true, null, "\u0001", "x".repeat(3000), [], [[]], [{}], {}, "2026-13-40"]) {
      for (const line of wrongEverywhere(value)) expect(line).not.toMatch(/Invalid|\bexpected\b|\breceived\b|Too (?:big|small)|pattern|\u0000/);
    }
  });

  it("keeps an answer open whose owner cannot be read", () => {
    const parsed = parseAnswers({ groundplan: 1, open: [{ answer: "project.domain", owner: 7, due: "2026-12-03" }] });
    expect(parsed.kind === "answers" && parsed.answers.open).toEqual({ "project.domain": { due: "2026-12-03" } });
  });

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ["while a default stands in for one that is missing", { infrastructure: { datacenters: [{ id: "dc", mediumClusters: 1 }] } }, ["infrastructure.datacenters.dc.mediumClusters | Medium user clusters: It does not count while `infrastructure.clusterSizes` is not answered. Give that answer as well, or take this one away."]],
    ["with another one", { infrastructure: { clusterSizes: "small", datacenters: [{ id: "dc", mediumClusters: 1 }] } }, ["infrastructure.datacenters.dc.mediumClusters | Medium user clusters: It is not asked with “Sizes of user clusters: All small”, and does not count. Change what it hangs on, or take this answer away."]],
    ["but not while it is asked", { infrastructure: { clusterSizes: "several", datacenters: [{ id: "dc", mediumClusters: 1 }] } }, []],
    ["nor where the plan waits for what is missing", { infrastructure: { clusters: [{ id: "seed" }] }, loadBalancer: { clusters: { seed: { pool: "10.20.0.128/26" } } } }, []],
  ])("says which answer does not count %s, and keeps it", (_case, content, lines) => {
    expect(said(content)).toEqual(lines);
    const parsed = parseAnswers({ groundplan: 1, ...content });
    if (parsed.kind === "answers" && lines.length > 0) expect(parsed.answers.given).toHaveProperty(["infrastructure.datacenters.dc.mediumClusters"], 1);
  });

  it("never repeats a secret", () => expect(said({ dns: { seedWildcard: "password: hunter22" } }).join()).not.toContain("hunter22"));

  it.each([
    ["1", "The format version stands between quotes. Write `groundplan: 1`, without them."],
    ["one", "`one` is no format version. Write `groundplan: 1` in the first line."],
    [null, "Nothing is no format version. Write `groundplan: 1` in the first line."],
  ])("refuses the format version %j with the way out", (version, reason) => expect(parseAnswers({ groundplan: version })).toEqual({ kind: "refused", reason }));
});

/** A value in the place of every answer of a small plan. */
function wrongEverywhere(value: unknown): readonly string[] {
  const keys = [...chapters].map(({ id, questions }) => [id, questions] as const);
  const content = keys.map(([id, questions]) => {
    const of = (list: readonly { readonly key: string }[]) => Object.fromEntries(list.map(({ key }) => [key, value]));
    const groups = LISTED_KINDS.map((kind) => [GROUPS[kind], id === "infrastructure" ? [{ id: "a", ...of(questions[kind]) }] : { a: of(questions[kind]) }] as const);
    return [id, { ...of(questions.plan), ...Object.fromEntries(groups.filter(([, group]) => id === "infrastructure" || Object.keys((group as { a: object }).a).length > 0)) }] as const;
  });
  return said(Object.fromEntries(content));
}
