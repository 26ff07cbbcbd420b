import { expect, test } from "vitest";
import { questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import { referencePlan } from "../testing/reference.ts";

test("open points follow the order of the questions, so that what belongs together stays together", () => {
  const asked = referencePlan({ "certificates.issuance": "dns01", "dns.automation": "rfc2136" }).openPoints.map(({ question }) => question);
  expect(asked).toEqual(expect.arrayContaining(["dns.zone", "dns.updateServer", "dns.updateKey"]));
  const all = questions.map(({ id }) => id);
  const places = asked.map((id) => [CHAPTER_IDS.findIndex((chapter) => id.startsWith(`${chapter}.`)), all.indexOf(id)] as const);
  expect(places).toEqual(places.toSorted(([chapter, at], [other, next]) => chapter - other || at - next));
});
