import { sentencesOf, type RunbookStep } from "../../engine/index.ts";
import type { Block } from "../model.ts";
import { ownerOf, type Scope } from "../scope.ts";
import { code, sentence, strong, text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

/** The installation, step by step, with the commands. */
export const runbook: PartDefinition = {
  id: "runbook",
  rules: ["runbook."],
  build: (scope) => {
    const { plan } = scope;
    const steps = plan.runbook.toSorted((a, b) => a.order - b.order);
    if (steps.length === 0) return [];
    const items = steps.map((step): readonly Block[] => [
      { type: "paragraph", content: [strong(text(step.title))] },
      ...instructions(step),
      ...(step.files ?? []).flatMap(({ name, language, lines }): readonly Block[] => [{ type: "paragraph", content: [strong(code(name))] }, { type: "code", language, text: lines.join("\n") }]),
      ...waitingFor(scope, step),
      ...(step.commands.length === 0 ? [] : [{ type: "code", language: "sh", text: step.commands.join("\n") } as const]),
    ]);
    return [{ type: "list", ordered: true, items }];
  },
};

/** Sentences that are still read as one paragraph. */
const PARAGRAPH = 2;

/** What is done and known at a step: a line for each sentence where there are many, so that none is passed over beside the commands. */
function instructions(step: RunbookStep): readonly Block[] {
  const paragraphs = sentencesOf(step.text).map((line): Block => ({ type: "paragraph", content: sentence(line) }));
  if (paragraphs.length === 0) return [];
  if (paragraphs.length <= PARAGRAPH) return [{ type: "paragraph", content: sentence(step.text) }];
  return [{ type: "list", ordered: false, items: paragraphs.map((paragraph) => [paragraph]) }];
}

/** The open points for which a step waits, as the table of open points numbers them. */
function waitingFor(scope: Scope, { waiting = [] }: RunbookStep): readonly Block[] {
  const points = waiting.flatMap(({ question }) => scope.plan.openPoints.flatMap((point, at) => (point.path === question ? [`O${at + 1} ${point.title} (${ownerOf(scope, point)})`] : [])));
  return points.length === 0 ? [] : [{ type: "paragraph", content: [strong(text("Waits for:")), text(` ${points.join("; ")}.`)] }];
}
