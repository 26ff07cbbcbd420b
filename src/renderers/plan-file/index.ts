import type { ExportInput } from "../exporter.ts";
import { planText } from "./plan-text.ts";

export const render = ({ answers, planId }: ExportInput): Promise<string> => Promise.resolve(planText(answers, planId));
