import { PLAN_FILE_FORMAT } from "../../engine/index.ts";
import type { ExportInput } from "../exporter.ts";

/** The derived plan as JSON, in the plan's own order. */
export const render = ({ plan, planId }: ExportInput): Promise<string> => Promise.resolve(`${JSON.stringify({ planId, format: PLAN_FILE_FORMAT, plan }, null, 2)}\n`);
