import { composeDocument, type Document } from "../document/index.ts";
import { PLAN_FILE_FORMAT, weighDecisions } from "../engine/index.ts";
import type { Assets, ExportInput } from "./exporter.ts";

/** The handover document that Markdown and PDF are written from. */
export async function handoverOf({ answers, plan, planId }: ExportInput, assets: Assets): Promise<Document> {
  return composeDocument({ plan, planId, format: PLAN_FILE_FORMAT, alternatives: weighDecisions(answers) }, await assets.template("handover"));
}
