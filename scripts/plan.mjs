import { spawn } from "node:child_process";
import { ensureBuilt, resultOf } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

/** Exit code of the command line for our own faults; a build that fails is one. */
const OUR_BUG = 3;

// Standard output belongs to the artifact: everything said here goes to standard error.
try {
  await ensureInstalled({ quiet: true });
  await ensureBuilt("cli", { quiet: true });
  // npm changes into the repository; file names are meant from where the person stands.
  const cwd = process.env["npm_lifecycle_event"] === "plan" ? process.env["INIT_CWD"] : undefined;
  const child = spawn(process.execPath, [resultOf("cli"), ...process.argv.slice(2)], { stdio: "inherit", cwd });
  child.on("close", (code) => (process.exitCode = code ?? OUR_BUG));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = OUR_BUG;
}
