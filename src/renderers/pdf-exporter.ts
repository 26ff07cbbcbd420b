import type { Assets, ExportInput } from "./exporter.ts";
import { handoverOf } from "./handover.ts";
import { renderPdf } from "./pdf/index.ts";

export async function render(input: ExportInput, assets: Assets): Promise<Uint8Array> {
  return renderPdf(await handoverOf(input, assets), input.plan, assets);
}
