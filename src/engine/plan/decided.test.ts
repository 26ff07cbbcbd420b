import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../tests/support/starter-plans.ts";
import { withAnswer } from "../answers/answers.ts";
import { referenceAnswers } from "../testing/reference.ts";
import { openChoices } from "./decided.ts";
import { planFrom } from "./plan-from.ts";

const choicesOf = (answers: Parameters<typeof planFrom>[0]) => openChoices(answers, planFrom(answers));

test.each(starterNames)("every decision of %s can be weighed, at its own question", (name) => {
  const answers = starterAnswers(name);
  const { decisions } = planFrom(answers);
  const choices = choicesOf(answers);
  expect(choices.flatMap(({ decision }) => (decision ? [decision.id] : [])).toSorted()).toEqual(decisions.map(({ id }) => id).toSorted());
  for (const { question, decision, current, others } of choices) {
    expect(question).toBe(decision?.question);
    expect(current).toBeDefined();
    expect(others).not.toContain(current);
  }
});

test("a choice whose consequence waits stays, with what it waits for", () => {
  const answers = withAnswer(referenceAnswers(), "loadBalancer.clusters.seed.kind", "kubelb");
  const choice = choicesOf(answers).find(({ kind }) => kind === "load-balancer");
  expect(choice?.decision).toBeUndefined();
  expect(choice?.current?.title).toBe("KubeLB");
  expect(choice?.waits.length).toBeGreaterThan(0);
});

test("what nobody has chosen has no current way, and waits for nothing else", () => {
  const answers = withAnswer(referenceAnswers(), "certificates.issuance", undefined);
  const choice = choicesOf(answers).find(({ kind }) => kind === "certificates");
  expect(choice).toMatchObject({ waits: [] });
  expect(choice?.current).toBeUndefined();
  expect(choice?.others.length).toBeGreaterThan(3);
});
