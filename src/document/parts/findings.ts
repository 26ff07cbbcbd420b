import type { Finding } from "../../engine/index.ts";
import type { Block, CalloutBlock } from "../model.ts";
import { text } from "../text/inlines.ts";
import type { PartDefinition } from "./part.ts";

const MARKS: Readonly<Record<Finding["severity"], string>> = { blocker: "B", warning: "W", advice: "A" };
const SEVERITIES = Object.keys(MARKS) as Finding["severity"][];

/** Findings of one severity: what is wrong and what settles it; for a blocker also the choices there are. */
export const findings: PartDefinition = {
  id: "findings",
  rules: [],
  choices: SEVERITIES,
  build: (scope, given) =>
    SEVERITIES.filter((severity) => severity in given).flatMap((severity) =>
      scope.plan.findings.filter((finding) => finding.severity === severity).map((finding, at) => callout(finding, `${MARKS[severity]}${at + 1}`)),
    ),
};

function callout({ severity, title, message, remedy, fixes }: Finding, mark: string): CalloutBlock {
  const body: Block[] = [{ type: "paragraph", content: [text(message)] }];
  if (remedy !== "") body.push({ type: "paragraph", content: [text(remedy)] });
  if (severity === "blocker" && fixes.length > 0) {
    const items = fixes.map((fix): readonly Block[] => [{ type: "paragraph", content: [text(fix.title)] }]);
    body.push({ type: "list", ordered: false, items });
  }
  return { type: "callout", severity, mark, title: [text(title)], body };
}
