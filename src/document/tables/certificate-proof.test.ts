import { expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom } from "../../engine/index.ts";
import { scopeOf } from "../scope.ts";
import { certificateProof } from "./certificate-proof.ts";

it("answers in words throughout whether one platform wildcard would do", () => {
  const table = certificateProof.build(scopeOf({ plan: planFrom(starterAnswers("reference-setup")), planId: "0", format: 1 }));
  const at = table?.columns.findIndex(({ title }) => title.startsWith("By ")) ?? -1;
  expect(new Set(table?.rows.map(({ cells }) => JSON.stringify(cells[at])))).toEqual(new Set(['[{"type":"text","value":"yes"}]', '[{"type":"text","value":"no"}]']));
});
