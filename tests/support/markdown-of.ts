import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "../../src/engine/index.ts";
import { renderArtifact } from "../../src/renderers/registry.ts";

const handover = readFileSync(join(import.meta.dirname, "../../templates/documents/handover.md"), "utf8");

/** The handover document of a plan as Markdown. */
export const markdownOf = async (answers: Answers): Promise<string> => {
  const { content } = await renderArtifact("markdown", answers, {
    template: () => Promise.resolve(handover),
    font: () => Promise.reject(new Error("Markdown needs no font")),
  });
  return typeof content === "string" ? content : new TextDecoder().decode(content);
};
