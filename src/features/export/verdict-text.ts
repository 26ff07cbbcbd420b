import { eventOf, type Plan } from "../../engine/index.ts";

const counted = (count: number, one: string, many: string): string => `${count === 1 ? "One" : String(count)} ${count === 1 ? one : many}`;

/** What goes out with an export: blockers first, then what is open, then what stays behind. */
export function verdictOf({ findings, openPoints, project }: Pick<Plan, "findings" | "openPoints" | "project">, drafts: number): { readonly sign: "blocker" | "open" | "ok"; readonly sentences: readonly string[] } {
  const blockers = findings.filter(({ severity }) => severity === "blocker").length;
  const sentences: string[] = [];
  if (blockers > 0) sentences.push(`${counted(blockers, "blocker goes", "blockers go")} out with it.`);
  if (openPoints.length > 0) sentences.push(`${counted(openPoints.length, "open point is", "open points are")} listed in every file.`);
  if (sentences.length === 0) sentences.push(`Nothing stops this ${eventOf({ project })} and nothing is open.`);
  if (drafts > 0) sentences.push(`${counted(drafts, "answer that cannot be read yet stays", "answers that cannot be read yet stay")} behind.`);
  return { sign: blockers > 0 ? "blocker" : openPoints.length > 0 ? "open" : "ok", sentences };
}
