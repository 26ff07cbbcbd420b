import { composeDocument, type Document } from "../document/index.ts";
import { PLAN_FILE_FORMAT, weighDecisions } from "../engine/index.ts";
import type { Assets, ExportInput } from "./exporter.ts";

/** With more alternatives than this, a decision is weighed in the app and left out of the document; fewer for large plans, which take their time. */
const mostFor = (clusters: number): number => (clusters < 10 ? 10 : 2);

/** The handover document that Markdown and PDF are written from. */
export async function handoverOf({ answers, plan, planId }: ExportInput, assets: Assets): Promise<Document> {
  return composeDocument({ plan, planId, format: PLAN_FILE_FORMAT, alternatives: weighDecisions(answers, mostFor(answers.subjects.cluster.length)) }, await assets.template("handover"));
}
