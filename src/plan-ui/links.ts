import { PLAN, type AnswerPath, type OpenPoint } from "../engine/index.ts";
import { askHref, partHref } from "../lib/routes.ts";
import { askedAt, askPage, pageOf, type AskPage } from "./layout.ts";

/** Parts of the Plan half, in the order of its rail. */
export const PLAN_PARTS = [
  ["summary", "Summary"],
  ["decisions", "Decisions"],
  ["diagram", "Diagram"],
  ["addresses", "Address map"],
  ["dns", "DNS"],
  ["certificates", "Certificates"],
  ["firewall", "Firewall"],
  ["sizing", "Sizing"],
  ["storage", "Storage and backup"],
  ["identity", "Identity"],
  ["monitoring", "Monitoring"],
  ["accounts", "Accounts and access"],
  ["configuration", "Configuration"],
  ["checklist", "Checklist"],
  ["runbook", "Runbook"],
  ["sources", "Sources"],
] as const;
export type PlanPartId = (typeof PLAN_PARTS)[number][0];

/** Address of a page of questions, for one subject where it has several. */
export function pageHref(planKey: string, { chapter, section }: Pick<AskPage, "chapter" | "section">, at?: string): string {
  return askHref(planKey, chapter, section, { at: at === PLAN ? undefined : at });
}

/** Address of the question that an answer belongs to. Lists of subjects lead to the page that manages them. */
export function questionHref(planKey: string, path: AnswerPath): string {
  const asked = askedAt(path);
  if (asked) return askHref(planKey, asked.question.chapter, pageOf(asked.question).section, { at: asked.subject === PLAN ? undefined : asked.subject, question: path });
  const [chapter, group] = path.split(".");
  return pageHref(planKey, askPage(chapter, group));
}

/** Address of the question of an open point; one that is not asked yet has no card, and the way leads over the one before it. */
export const openPointHref = (planKey: string, path: AnswerPath, meanwhile: OpenPoint["meanwhile"]): string =>
  questionHref(planKey, (meanwhile?.kind === "asked-after" ? meanwhile.answers[0]?.path : undefined) ?? path);

/** Address of a part of the Plan half. */
export function partLink(planKey: string, part: PlanPartId, item?: string): string {
  return partHref(planKey, part, item);
}
