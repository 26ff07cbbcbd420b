import { describe, expect, test } from "vitest";
import { questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import { referenceAnswers, referencePlan, changed } from "../testing/reference.ts";
import { withOpen } from "../answers/answers.ts";
import { meanwhileText } from "./open-points.ts";
import { planFrom, planner } from "./plan-from.ts";

test("open points follow the order of the questions, so that what belongs together stays together", () => {
  const asked = referencePlan({ "certificates.issuance": "dns01", "dns.automation": "rfc2136" }).openPoints.map(({ question }) => question);
  expect(asked).toEqual(expect.arrayContaining(["dns.zone", "dns.updateServer", "dns.updateKey"]));
  const all = questions.map(({ id }) => id);
  const places = asked.map((id) => [CHAPTER_IDS.findIndex((chapter) => id.startsWith(`${chapter}.`)), all.indexOf(id)] as const);
  expect(places).toEqual(places.toSorted(([chapter, at], [other, next]) => chapter - other || at - next));
});

const MARK = { owner: "Petra", due: "2026-12-03" };
const asked = (path: string, answers = referenceAnswers()) => planFrom(withOpen(answers, path, MARK)).openPoints.find((point) => point.path === path);

describe("somebody was asked, and nothing waits", () => {
  test("because a product default stands in: the point tells which", () => {
    const point = asked("loadBalancer.exposeStrategy");
    expect(point).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "assumed", shown: "NodePort" } });
    expect(point?.meanwhile && meanwhileText(point.meanwhile)).toBe("Nothing waits for it: meanwhile the plan assumes NodePort");
  });

  test("because nothing has come to need it", () => {
    expect(asked("project.contacts")).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "nothing" } });
  });

  test("because the question comes up only after another", () => {
    const answers = changed(referenceAnswers(), { "loadBalancer.clusters.seed.kind": undefined });
    const point = asked("loadBalancer.clusters.seed.bfd", answers);
    expect(point).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "asked-after", answers: [{ path: "loadBalancer.clusters.seed.kind" }] } });
    expect(point?.meanwhile && meanwhileText(point.meanwhile)).toMatch(/^Nothing waits for it yet: it is asked only once there is an answer to /);
  });

  test("and these answers rule the question out: it is kept and not listed", () => {
    expect(asked("loadBalancer.clusters.seed.bfd", changed(referenceAnswers(), { "loadBalancer.clusters.seed.kind": "metallb-l2" }))).toBeUndefined();
  });
});

test("edits elsewhere leave the list the same object", () => {
  const derive = planner();
  const answers = withOpen(referenceAnswers(), "project.contacts", MARK);
  const [, one, other] = ["First title", "Second title", "Third title"].map((title) => derive(changed(answers, { "project.title": title })).openPoints);
  expect(one?.some(({ path }) => path === "project.contacts")).toBe(true);
  expect(other).toBe(one);
});
