import { stringify } from "yaml";
import { planFileContent, type Answers } from "../../engine/index.ts";

/** The plan file: the answers and nothing else, in one fixed order; no clock, so the same answers give the same bytes. */
export function planText(answers: Answers, planId: string): string {
  const content = stringify(planFileContent(answers), { lineWidth: 0, aliasDuplicateObjects: false });
  return `# Groundplan plan ${planId}. Open it with Groundplan, or change it here.\n${content}`;
}
