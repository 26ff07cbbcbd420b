import { expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer } from "../../engine/index.ts";
import { nextUnanswered } from "./next-question.ts";

it("begins with the first question", () => expect(nextUnanswered(NO_ANSWERS, planFrom(NO_ANSWERS), undefined)).toBe("project.customer"));

it("goes on from where the focus is, and round to the start", () => {
  const reference = starterAnswers("reference-setup");
  const one = withAnswer(reference, "dns.seedWildcard", undefined);
  expect(nextUnanswered(one, planFrom(one), "project.domain")).toBe("project.contacts");
  expect(nextUnanswered(one, planFrom(one), "dns.platformNames")).toBe("dns.seedWildcard");
  // Questions that are marked as not known yet are settled for now.
  expect(nextUnanswered(reference, planFrom(reference), "access.repository")).not.toBe("access.vaultAddress");
});
