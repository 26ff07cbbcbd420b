import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LISTED_KINDS, planFrom, questions, type Answers, type ListedKind, type Plan } from "../../src/engine/index.ts";
import { renderArtifact, type Assets } from "../../src/renderers/registry.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

const assets: Assets = {
  template: (name) => readFile(join(import.meta.dirname, `../../templates/documents/${name}.md`), "utf8"),
  font: () => Promise.reject(new Error("Markdown needs no font")),
};

const GROUP: Readonly<Record<ListedKind, string>> = { place: "places", cluster: "clusters", datacenter: "datacenters" };

/** The same answers with other ids, in paths and in answers that name a subject. */
function withIds(answers: Answers, idOf: (kind: ListedKind, at: number) => string): Answers {
  const renamed = Object.fromEntries(LISTED_KINDS.map((kind) => [kind, new Map(answers.subjects[kind].map((id, at) => [id, idOf(kind, at)]))])) as Record<ListedKind, Map<string, string>>;
  const pathIn = (path: string) => {
    const [chapter, group, id = "", ...rest] = path.split(".");
    const kind = LISTED_KINDS.find((each) => GROUP[each] === group && rest.length > 0);
    return kind === undefined ? path : [chapter, group, renamed[kind].get(id) ?? id, ...rest].join(".");
  };
  const named = new Map(questions.flatMap(({ id, subject, chapter, key, control }) => (control.type === "subject" ? [[subject === "plan" ? id : `${chapter}.${GROUP[subject]}.*.${key}`, control.kind] as const] : [])));
  const kindOf = (path: string) => named.get(path) ?? named.get(path.split(".").map((part, at, parts) => (parts.length > 3 && at === 2 ? "*" : part)).join("."));
  const valueIn = (path: string, value: Answers["given"][string]) => {
    const kind = kindOf(path);
    return kind !== undefined && typeof value === "string" ? (renamed[kind].get(value) ?? value) : value;
  };
  return {
    subjects: { place: [...renamed.place.values()], cluster: [...renamed.cluster.values()], datacenter: [...renamed.datacenter.values()] },
    given: Object.fromEntries(Object.entries(answers.given).map(([path, value]) => [pathIn(path), valueIn(path, value)])),
    open: Object.fromEntries(Object.entries(answers.open).map(([path, mark]) => [pathIn(path), mark])),
  };
}

const at = (position: number) => String(position).padStart(2, "0");
const apart = (answers: Answers) => withIds(answers, (kind, position) => `${kind}-${at(position)}`);
const shared = (answers: Answers) => withIds(answers, (_kind, position) => `same-${at(position)}`);

/** The handover without what tells one set of ids from another: the plan id, and ids where a setting is made of one. */
async function documentOf(answers: Answers): Promise<string> {
  const { content } = await renderArtifact("markdown", answers, assets);
  return String(content).replace(/\b[0-9a-f]{12}\b/g, "…").replace(/\b(?:place|cluster|datacenter|same)-(?=\d\d\b)/g, "");
}

const ends = ({ firewall: { endpoints, flows } }: Plan) => {
  const titles = new Map(endpoints.map(({ id, title }) => [id, title]));
  return flows.map(({ refs, source, destination, ports, reason, why }) => [refs, titles.get(source), titles.get(destination), ports, reason, why]);
};

const titles = ({ openPoints, assumptions, findings }: Plan) => [...openPoints.map(({ title, waiting }) => [title, waiting]), ...assumptions.map(({ title }) => title), ...findings.map(({ title, message }) => [title, message])];

/** Ids that more than one row of a list carries. */
const twice = (plan: Plan): readonly string[] =>
  Object.entries({ ...plan, ...plan.addresses, ...plan.dns, ...plan.certificates, ...plan.firewall, ...plan.topology, ...plan.sizing, ...plan.storage, ...plan.identity, ...plan.monitoring }).flatMap(([list, rows]) => {
    const ids = Array.isArray(rows) ? (rows as readonly { readonly id?: string }[]).flatMap(({ id }) => (id === undefined ? [] : [id])) : [];
    return ids.filter((id, position) => ids.indexOf(id) < position).map((id) => `${list}: ${id}`);
  });

test.each([...goldenAnswers()])("%s carries no id twice where places, clusters and datacenters share their ids", (_name, answers) => expect(twice(planFrom(shared(answers)))).toEqual([]));

test.each([...goldenAnswers()])("%s says the same where they do", (_name, answers) => {
  const [one, other] = [planFrom(apart(answers)), planFrom(shared(answers))];
  expect(ends(other)).toEqual(ends(one));
  expect(titles(other)).toEqual(titles(one));
});

test.each(["azure-keycloak", "nutanix-hospital", "ports-behind-proxies", "vsphere-plus-azure-seed"])("%s reads the same where they do", async (name) => {
  const answers = goldenAnswers().get(name);
  if (!answers) throw new Error(`No golden plan is called ${name}`);
  expect(await documentOf(shared(answers))).toBe(await documentOf(apart(answers)));
});
