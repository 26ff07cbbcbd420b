import { PLAN_FILE_FORMAT } from "../../engine/index.ts";
import type { ExportInput } from "../exporter.ts";

/** The derived plan as JSON, in the plan's own order. */
export function render({ plan, planId }: ExportInput): Promise<string> {
  const cells = Object.fromEntries(plan.cells);
  return Promise.resolve(`${JSON.stringify({ planId, format: PLAN_FILE_FORMAT, plan: { ...plan, cells } }, null, 2)}\n`);
}
