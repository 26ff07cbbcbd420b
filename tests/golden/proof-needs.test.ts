import { expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { datedTooEarly, unmetUses } from "../support/proof-needs.ts";

const lists = [...goldenAnswers()].map(([name, answers]) => ({ name, checklist: planFrom(answers).checklist }));

test.each(lists)("$name dates no item before what its proof uses", ({ checklist }) => expect(datedTooEarly(checklist)).toEqual([]));

test("items of the golden plans use everything that is looked for", () => expect(unmetUses(lists.flatMap(({ checklist }) => checklist))).toEqual([]));
