import { composeDocument, type Document } from "../document/index.ts";
import { PLAN_FILE_FORMAT } from "../engine/index.ts";
import type { Assets, ExportInput } from "./exporter.ts";

/** The handover document that Markdown and PDF are written from. */
export async function handoverOf({ plan, planId }: ExportInput, assets: Assets): Promise<Document> {
  return composeDocument({ plan, planId, format: PLAN_FILE_FORMAT }, await assets.template("handover"));
}
