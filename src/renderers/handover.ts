import { composeDocument, type Document } from "../document/index.ts";
import { PLAN_FILE_FORMAT, weighDecisions } from "../engine/index.ts";
import type { Assets, ExportInput } from "./exporter.ts";

/** With more alternatives than this, a decision of a large plan, which takes its time, is weighed in the app and only named in the document. */
const mostFor = (clusters: number): number => (clusters < 10 ? Infinity : 2);

/** The handover document that Markdown and PDF are written from. */
export async function handoverOf({ answers, plan, planId }: ExportInput, assets: Assets): Promise<Document> {
  return composeDocument({ plan, planId, format: PLAN_FILE_FORMAT, alternatives: weighDecisions(answers, mostFor(answers.subjects.cluster.length)) }, await assets.template("handover"));
}
