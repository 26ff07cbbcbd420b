import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed } from "../../testing/reference.ts";

test("images of the autoscaler are led to the private registry only where it is chosen", () => {
  const fields = (extras: readonly string[]) => planFrom(changed(starterAnswers("air-gapped-bank"), { "infrastructure.seedExtras": extras })).settings.map(({ field }) => field).filter((field) => field.endsWith(".dockerRepository") && field.includes("verticalPodAutoscaler"));
  expect(fields([])).toEqual([]);
  expect(fields(["vpa"])).toEqual(["recommender", "updater", "admissionController"].map((part) => `spec.verticalPodAutoscaler.${part}.dockerRepository`));
});
