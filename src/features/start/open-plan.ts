import { NO_ANSWERS, type Answers, type Notice } from "../../engine/index.ts";
import { planHref } from "../../lib/routes.ts";
import { freshState } from "../../lib/session/session-state.ts";
import { summaryOf } from "../../lib/session/plan-summary.ts";
import { keepOriginal } from "../../lib/storage/originals.ts";
import { createPlan } from "../../lib/storage/saved-plans.ts";
import { loadPlanReader } from "../../renderers/registry.ts";

/** A file read: ready to be opened, with what would be lost; or the reason why it cannot be opened. */
export type ReadFile =
  | { readonly kind: "plan"; readonly fileName: string; readonly text: string; readonly answers: Answers; readonly notices: readonly Notice[] }
  | { readonly kind: "refused"; readonly fileName: string; readonly reason: string };

/** Reads the text of a plan file. Engine, schemas and YAML are loaded now and not before. */
export async function readFileText(fileName: string, text: string): Promise<ReadFile> {
  const { readPlanText } = await loadPlanReader();
  const parsed = readPlanText(text);
  return parsed.kind === "refused" ? { ...parsed, fileName } : { kind: "plan", fileName, text, answers: parsed.answers, notices: parsed.notices };
}

/** Saves answers as a new plan and returns its address. */
export async function openAnswers(answers: Answers, name: string): Promise<string> {
  return planHref(await createPlan(freshState(name, answers), summaryOf(answers)));
}

/** Saves a file that was read as a new plan; keeps the file itself where not all of it was taken over. */
export async function openFile({ fileName, text, answers, notices }: ReadFile & { readonly kind: "plan" }): Promise<string> {
  const key = await createPlan(freshState(nameOf(answers, fileName), answers), summaryOf(answers));
  // Where the browser keeps nothing, the original is the person's own file, and they still have it.
  if (notices.some(({ kind }) => kind !== "unasked")) await keepOriginal({ planKey: key, fileName, text }).catch(() => undefined);
  return planHref(key);
}

/** Saves a plan about which nothing is known and returns its address. */
export const openEmptyPlan = (): Promise<string> => openAnswers(NO_ANSWERS, "Plan without a name");

/** "Example AG, Production platform", or the name of the file where the plan says neither. */
export function nameOf({ given }: Answers, fileName: string): string {
  const said = [given["project.customer"], given["project.title"]].filter((part) => typeof part === "string");
  return said.length > 0 ? said.join(", ") : fileName.replace(/\.(ya?ml|json)$/i, "").replace(/\.plan$/i, "") || "Plan without a name";
}
