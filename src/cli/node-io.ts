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
    out: (text) =>
      new Promise((resolve, reject) => {
        // The reader of a pipe may leave early: what it took was all it wanted.
        process.stdout.write(text, (problem) => (problem && !("code" in problem && problem.code === "EPIPE") ? reject(problem) : resolve()));
      }),
    say: (text) => void process.stderr.write(`${text}\n`),
    assets: nodeAssets(rootAbove(moduleUrl)),
  };
}
