import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nodeAssets, rootAbove } from "./assets.ts";
import type { Io } from "./io.ts";

/** The real world of a terminal. */
export function nodeIo(moduleUrl: string): Io {
  return {
    read: async (path) => new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)),
    write: async (folder, name, content) => {
      await makeFolder(folder);
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

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never returns where the folder above is
 * there and yet takes none, as in /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  try {
    await mkdir(folder);
  } catch (problem) {
    // Somebody else may have made it meanwhile.
    if (await isFolder(folder)) return;
    const above = dirname(folder);
    if (codeOf(problem) !== "ENOENT" || (await isFolder(above))) throw problem;
    await makeFolder(above);
    await makeFolder(folder);
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

const codeOf = (problem: unknown): unknown => (problem instanceof Error && "code" in problem ? problem.code : undefined);
