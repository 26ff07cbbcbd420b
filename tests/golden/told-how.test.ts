import { describe, expect, test } from "vitest";
import { planFrom, type ChecklistItem } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** Words by which a reason tells somebody what to do. The document prints title, how and proof of an item, and no reason. */
const TELLS = /“|`|\bor newer\b|\bmust (?:name|say|be switched)\b|\bswitched on:|\bare switched on\.|\bnever from\b|\bgoes first\b|\b(?:is|are) moved first\b|\bso measure\b|: true\b|\bwants? (?:a policy|a certificate|the feature gate)\b|\bthe datacenter says\b|\bby hand\.$/;

const telling = (items: readonly ChecklistItem[]) => items.flatMap(({ id, why }) => (TELLS.test(why) ? [`${id}: ${why}`] : []));

describe("what an item asks for stands where the document prints it", () => {
  test.each([...goldenAnswers()])("%s", (_name, answers) => {
    expect(telling(planFrom(answers).checklist)).toEqual([]);
  });
});

test("a reason that tells what to do is found", () => {
  const item = { id: "todo.template", why: "Nodes are cloned from it, never from a template object." } as ChecklistItem;
  expect(telling([item])).toHaveLength(1);
});
