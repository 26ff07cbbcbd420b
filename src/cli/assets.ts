import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Assets } from "../renderers/registry.ts";

const TEMPLATES = "templates/documents";
const FONTS = "src/renderers/pdf/fonts";

/** Templates and fonts from the repository's own folders. */
export function nodeAssets(root: string): Assets {
  return {
    template: (name) => readFile(join(root, TEMPLATES, `${name}.md`), "utf8"),
    font: async (name) => new Uint8Array(await readFile(join(root, FONTS, `${name}.ttf`))),
  };
}

/**
 * The repository's folder: the nearest one above this file that holds the templates. Source and bundle lie at different
 * depths.
 * @throws Error when the templates are nowhere above
 */
export function rootAbove(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, TEMPLATES))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`No folder above ${fileURLToPath(moduleUrl)} holds ${TEMPLATES}.`);
    folder = above;
  }
  return folder;
}
