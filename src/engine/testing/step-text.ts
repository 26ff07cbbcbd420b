import type { RunbookStep } from "../plan/plan.ts";

/** Words of a step and the lines of its files, one below the other; empty for a step that is not there. */
export const stepText = (step: RunbookStep | undefined): string => (step ? [step.text, ...(step.files ?? []).flatMap(({ lines }) => lines)].join("\n") : "");
