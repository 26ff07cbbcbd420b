import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

export { run } from "./run.ts";
export type { Io } from "./io.ts";

const program = process.argv[1];

// Runs when started as a program, not when imported.
if (program !== undefined && import.meta.url === pathToFileURL(realpathSync(program)).href) {
  process.stdout.on("error", () => undefined);
  process.exitCode = await run(process.argv.slice(2), nodeIo(import.meta.url));
}
