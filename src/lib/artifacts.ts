import type { Answers } from "../engine/index.ts";
import { renderArtifact, type ExporterId, type ExportStep } from "../renderers/registry.ts";
import { browserAssets } from "./assets.ts";
import { download } from "./download.ts";

/**
 * Writes the answers in one format and hands the file to the browser. Returns the name of the file.
 * @throws Error when an asset cannot be had, or a format breaks
 */
export async function saveArtifact(id: ExporterId, answers: Answers, onProgress?: (step: ExportStep) => void): Promise<string> {
  const { fileName, mediaType, content } = await renderArtifact(id, answers, browserAssets, onProgress);
  download(fileName, mediaType, content);
  return fileName;
}
