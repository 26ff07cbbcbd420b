import type { Assets, ExportInput } from "../exporter.ts";
import { handoverOf } from "../handover.ts";
import { markdownOf } from "./markdown-of.ts";

export async function render(input: ExportInput, assets: Assets): Promise<string> {
  return markdownOf(await handoverOf(input, assets), input.plan);
}
