import { describe, expect, it } from "vitest";
import { chapters, findQuestion, questionOf, questions, sources, type Question } from "../../src/engine/index.ts";
import { reachedQuestions } from "./reachable.ts";

/** Words that the interface does not use, whatever the sentence. */
const UNWANTED = /\b(please|successful(ly)?|invalid|oops|sorry|simply|just)\b|!/i;

/** Questions that take an address of no server, each with the reason. */
const NO_SERVER: Readonly<Record<string, string>> = {
  "infrastructure.clusters.controlPlaneAddresses": "Machines of the node network, which is compared itself",
  "infrastructure.clusters.workerAddresses": "Machines of the node network, which is compared itself",
  "network.proxiedHosts": "names servers again whose own questions are compared",
  "network.tunnelingAgentAddress": "Bound on every worker; a check of its own compares it",
  "network.places.gateway": "Lies in the node network, which is compared itself",
  "network.datacenters.workerGateways": "Lie in the worker network, which is compared itself",
  "network.places.dhcp": "A range, compared as one",
  "network.places.usedAddresses": "Kept free whoever has them",
  "network.datacenters.workerDhcp": "A range, compared as one",
  "loadBalancer.clusters.keepEntry": "Of the block, which is compared itself",
  "loadBalancer.clusters.keepFormerEntry": "Of the block, which is compared itself",
  "loadBalancer.clusters.keepNodeportProxy": "Of the block, which is compared itself",
  "loadBalancer.clusters.keepUserClusters": "Of the block, which is compared itself",
  "loadBalancer.clusters.keepApiServers": "Of the block, which is compared itself",
  "loadBalancer.datacenters.workloadRouters": "Compared as ranges of one address",
  "dns.publicEntry": "Public, and dialled from the internet",
  "certificates.publicAddress": "Public, and dialled from the internet",
  "certificates.clusters.publicAddress": "Public, and dialled from the internet",
  "monitoring.viewerDomains": "Mail domains, which nobody dials",
};

/** All texts that people read in a question. */
function textsOf({ label, short, help, section, control }: Question<unknown>): readonly string[] {
  const choices = control.type === "choice" || control.type === "choices" ? control.choices.flatMap((choice) => [choice.label, choice.help ?? ""]) : [];
  const words = control.type === "yes-no" ? [control.yes, control.no] : [];
  const columns = control.type === "table" ? control.columns.map((column) => column.label) : [];
  return [label, short, help, section, ...choices, ...words, ...columns];
}

describe("questions", () => {
  it("have ids of their own", () => {
    const ids = chapters.flatMap(({ questions: groups }) => Object.values(groups).flatMap((group) => group.map(({ id }) => id)));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("have short names that tell them apart inside a chapter and subject", () => {
    const names = questions.map(({ chapter, subject, short, section }) => `${chapter}/${subject}/${section}/${short}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(questions.map((question) => [question.id, question] as const))("%s can be read by anyone", (_id, question) => {
    expect(question.label).toMatch(/^[A-Z`].*\?$/);
    expect(question.short).toMatch(/^(vCPU|vSphere|[A-Z`]).*[^.?]$/);
    expect(question.help).toMatch(/^\S.*[.]$/);
    // Two lines of the question card.
    expect(question.help.length).toBeLessThanOrEqual(170);
    expect(question.section).toMatch(/^[A-Z].*[^.]$/);
    for (const text of textsOf(question)) expect(text).not.toMatch(UNWANTED);
  });

  it.each(questions.flatMap(({ id, control }) => (control.type === "choice" || control.type === "choices" ? [[id, control.choices] as const] : [])))(
    "%s offers choices that differ, with at most one chip of a kind",
    (_id, choices) => {
      expect(choices.length).toBeGreaterThan(0);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
      const chips = choices.flatMap(({ chip }) => chip ?? []);
      expect(new Set(chips).size).toBe(chips.length);
    },
  );

  it.each(questions.flatMap(({ id, productDefault }) => (productDefault ? [[id, productDefault] as const] : [])))(
    "%s says in a sentence what the product does unasked",
    (id, { sentence, value }) => {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      if (typeof value !== "function") expect(questionOf(id).schema.safeParse(value).success).toBe(true);
    },
  );

  it("that may stay empty say what that means, and have no default beside it", () => {
    const empty = questions.flatMap((question) => (question.empty ? [{ ...question, empty: question.empty }] : []));
    expect(empty.map(({ key }) => key)).toContain("ownIssuer");
    for (const { id, empty: { shown, sentence, source }, productDefault } of empty) {
      expect(shown, id).toMatch(/^[a-z].*[^.]$/);
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
      expect(sources.has(source), id).toBe(true);
      expect(productDefault, id).toBeUndefined();
    }
  });

  it("that few answer have a default to stand in", () => {
    expect(questions.filter(({ seldom, productDefault }) => seldom && !productDefault).map(({ id }) => id)).toEqual([]);
  });

  it.each(questions.flatMap(({ id, example }) => (example === undefined ? [] : [[id, example] as const])))("%s accepts its own example", (id, example) => {
    const { schema, control } = questionOf(id);
    const value = control.type === "integer" ? Number(example) : control.type === "list" ? example.split(/\s*,\s*/) : example;
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  it("that take an address name a server that the plan compares with its ranges, or say here why not", () => {
    const takesAddress = ({ control, schema }: Question<unknown>) => {
      const given = (text: string) => schema.safeParse(control.type === "list" ? [text] : text).success;
      return given("10.0.0.1") && !given("no host!");
    };
    const found = questions.filter((question) => takesAddress(question) && !question.server).map(({ id }) => id);
    expect(found.toSorted()).toEqual(Object.keys(NO_SERVER).toSorted());
  });

  it("that name a server take hosts, or say how to find one", () => {
    for (const { id, server, control, schema } of questions) {
      if (!server) continue;
      expect(server.title, id).toMatch(/^[A-Za-z].*[^.]$/);
      expect(schema.safeParse(control.type === "list" ? ["10.0.0.1"] : server.host ? "https://10.0.0.1/x.git" : "10.0.0.1").success, id).toBe(true);
      if (server.host) expect(server.host("https://10.0.0.1/x.git"), id).toBe("10.0.0.1");
    }
  });

  it("are each asked for some plan", () => {
    const reached = reachedQuestions();
    expect(questions.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it("are found by their ids, and nothing else is", () => {
    expect(findQuestion("network.places.nowhere")).toBeUndefined();
    expect(() => questionOf("network.places.nowhere")).toThrow("No question has the id network.places.nowhere");
  });
});
