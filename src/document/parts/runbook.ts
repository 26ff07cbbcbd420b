import type { Block } from "../model.ts";
import { sentence, strong, text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The installation, step by step, with the commands. */
export const runbook: PartDefinition = {
  id: "runbook",
  rules: ["runbook."],
  build: ({ plan }) => {
    const steps = plan.runbook.toSorted((a, b) => a.order - b.order);
    if (steps.length === 0) return [];
    const items = steps.map((step): readonly Block[] => [
      { type: "paragraph", content: [strong(text(step.title))] },
      ...(step.text === "" ? [] : [{ type: "paragraph", content: sentence(step.text) } as const]),
      ...(step.commands.length === 0 ? [] : [{ type: "code", language: "sh", text: step.commands.join("\n") } as const]),
    ]);
    return [{ type: "list", ordered: true, items }];
  },
};
