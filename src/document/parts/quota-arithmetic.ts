import type { Block } from "../model.ts";
import { nameOf } from "../scope.ts";
import { text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The steps to what the plan takes of each quota, under the name of who keeps it. */
export const quotaArithmetic: PartDefinition = {
  id: "quota-arithmetic",
  rules: ["sizing."],
  build: (scope) =>
    scope.plan.sizing.quotas.flatMap(({ infrastructure, account, place, arithmetic }): readonly Block[] => [
      { type: "paragraph", content: [text(`${infrastructure} at ${nameOf(scope, "place", place)}${account === undefined ? "" : `, ${account}`}:`)] },
      { type: "list", ordered: false, items: arithmetic.map((step): readonly Block[] => [{ type: "paragraph", content: [text(step)] }]) },
    ]),
};
