import type { Block } from "../model.ts";
import { ofCluster } from "../scope.ts";
import { text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The steps from the load to the number of workers. */
export const sizingArithmetic: PartDefinition = {
  id: "sizing-arithmetic",
  rules: ["sizing."],
  build: (scope) => {
    const steps = ofCluster(scope, scope.plan.sizing.clusters).flatMap(({ arithmetic }) => arithmetic);
    if (steps.length === 0) return [];
    return [{ type: "list", ordered: false, items: steps.map((step): readonly Block[] => [{ type: "paragraph", content: [text(step)] }]) }];
  },
};
