import type { Block } from "../model.ts";
import { text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The steps from virtual machines of user clusters to what servers of the customer must hold. */
export const hostedArithmetic: PartDefinition = {
  id: "hosted-arithmetic",
  rules: ["sizing."],
  build: ({ plan }) => {
    const steps = plan.sizing.hosted.flatMap(({ arithmetic }) => arithmetic);
    if (steps.length === 0) return [];
    return [{ type: "list", ordered: false, items: steps.map((step): readonly Block[] => [{ type: "paragraph", content: [text(step)] }]) }];
  },
};
