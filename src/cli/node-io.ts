import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeAssets, rootAbove } from "./assets.ts";
import type { Io } from "./io.ts";

/** The real world of a terminal. */
export function nodeIo(moduleUrl: string): Io {
  return {
    read: (path) => readFile(path, "utf8"),
    write: async (folder, name, content) => {
      await mkdir(folder, { recursive: true });
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    out: (text) => new Promise((resolve, reject) => process.stdout.write(text, (problem) => (problem ? reject(problem) : resolve()))),
    say: (text) => void process.stderr.write(`${text}\n`),
    assets: nodeAssets(rootAbove(moduleUrl)),
  };
}
