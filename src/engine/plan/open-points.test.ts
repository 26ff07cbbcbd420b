import { describe, expect, test } from "vitest";
import { questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import { answersOf, changed, referenceAnswers, referencePlan } from "../testing/reference.ts";
import { withOpen } from "../answers/answers.ts";
import { meanwhileText } from "./open-points.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom, planner } from "./plan-from.ts";

test("open points follow the order of the questions, so that what belongs together stays together", () => {
  const asked = referencePlan({ "certificates.issuance": "dns01", "dns.automation": "rfc2136", "dns.zone": undefined }).openPoints.map(({ question }) => question);
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
    expect(point?.meanwhile && meanwhileText(point.meanwhile)).toBe("Nothing waits for it: meanwhile the plan assumes “NodePort”");
  });

  test("because rows are made without it: the point says that they may change", () => {
    for (const path of ["project.contacts", "project.start", "network.places.main.usedAddresses"]) {
      const point = asked(path);
      expect(point, path).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "goes-on", more: true } });
      expect(point?.meanwhile && meanwhileText(point.meanwhile)).toBe("The plan goes on without it, and values may change with the answer; more may wait once other answers are in");
    }
  });

  test("and the entry's address moves: its point does not deny it", () => {
    const path = "loadBalancer.clusters.seed.keepEntry";
    expect(asked(path, starterAnswers("managed-service-kubelb"))?.meanwhile).toMatchObject({ kind: "goes-on" });
  });

  test("because rules ended at other answers before: the point does not say that nothing waits", () => {
    const path = "infrastructure.datacenters.fra-vsphere.smallClusters";
    expect(asked(path)?.waiting).not.toEqual([]);
    const point = asked(path, answersOf({ "infrastructure.clusters.seed.name": "seed", "infrastructure.datacenters.fra-vsphere.name": "fra" }));
    expect(point).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "nothing", more: true } });
    expect(point?.meanwhile && meanwhileText(point.meanwhile)).toBe("No row names it yet; more may wait once other answers are in");
  });

  test("because the question comes up only after another", () => {
    const answers = changed(referenceAnswers(), { "loadBalancer.clusters.seed.kind": undefined });
    const point = asked("loadBalancer.clusters.seed.bfd", answers);
    expect(point).toMatchObject({ ...MARK, waiting: [], meanwhile: { kind: "asked-after", answers: [{ path: "loadBalancer.clusters.seed.kind" }] } });
    expect(point?.meanwhile && meanwhileText(point.meanwhile)).toMatch(/^Nothing waits for it yet: it is asked only once there is an answer to /);
  });

  test("because a default stands in for the answer before: the point tells which", () => {
    expect(
      meanwhileText({ kind: "asked-after", answers: [{ path: "dns.externalDns", title: "Records by external-dns", assumed: "No, they are entered" }] }),
    ).toBe("Nothing waits for it yet: it is asked only once there is an answer to Records by external-dns, for which the plan assumes “No, they are entered”");
  });

  test("and no rule has come to the answer before: that one stands in the list as well", () => {
    const path = "storage.clusters.seed.s3Endpoint";
    const { openPoints } = planFrom(withOpen(answersOf({ "infrastructure.clusters.seed.name": "seed" }), path, MARK));
    expect(openPoints.find((point) => point.path === path)?.meanwhile).toMatchObject({ kind: "asked-after", answers: [{ path: "storage.clusters.seed.backupTarget" }] });
    expect(openPoints.find((point) => point.path === "storage.clusters.seed.backupTarget")?.waiting).toEqual(["The question about Address of S3, seed"]);
  });

  test("and these answers rule the question out: it is kept and not listed", () => {
    expect(asked("loadBalancer.clusters.seed.bfd", changed(referenceAnswers(), { "loadBalancer.clusters.seed.kind": "metallb-l2" }))).toBeUndefined();
  });
});

test("subjects stand in their order, in whatever order they were marked", () => {
  const path = (place: string) => `access.places.${place}.bastionAddress`;
  const marked = (...places: readonly string[]) => planFrom(places.reduce((answers, place) => withOpen(answers, path(place), MARK), changed(starterAnswers("vsphere-plus-azure-seed"), { "access.bastion": undefined, [path("main")]: undefined, [path("azure")]: undefined }))).openPoints;
  expect(marked("azure", "main")).toEqual(marked("main", "azure"));
  expect(marked("azure", "main").filter(({ path: at }) => at.endsWith(".bastionAddress")).map(({ subject }) => subject)).toEqual(["main", "azure"]);
});

test("edits elsewhere leave the list the same object", () => {
  const derive = planner();
  const answers = withOpen(referenceAnswers(), "project.contacts", MARK);
  const [, one, other] = ["First title", "Second title", "Third title"].map((title) => derive(changed(answers, { "project.title": title })).openPoints);
  expect(one?.some(({ path }) => path === "project.contacts")).toBe(true);
  expect(other).toBe(one);
});
