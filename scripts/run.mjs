import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A program that ended with another code than zero; its own output has said why. */
export class ProgramFailed extends Error {
  /**
   * @param {string} what
   * @param {number} code
   */
  constructor(what, code) {
    super(`${what} ended with code ${code}`);
    this.code = code;
  }
}

/**
 * Runs a program in the repository until it ends.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean; env?: Readonly<Record<string, string>>; print?: (text: string) => void }} [options] `quiet`: its
 *   standard output goes to standard error, so that ours stays clean for an artifact. `print`: takes all that it says, once
 *   it has ended, for programs that run side by side.
 * @returns {Promise<void>}
 * @throws {ProgramFailed} when it ends with another code than zero.
 */
export function run(program, args, { quiet = false, env = {}, print } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: print ? ["ignore", "pipe", "pipe"] : ["ignore", quiet ? 2 : 1, 2],
      // npm and npx are scripts on Windows.
      shell: process.platform === "win32" && program !== process.execPath,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (said) print?.(said);
      if (code === 0) resolve();
      else reject(new ProgramFailed([program, ...args].join(" "), code ?? 1));
    });
  });
}

/**
 * Runs a tool of `node_modules` with this very Node.
 * @param {string} file Path of its script inside `node_modules`.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(file, args, options) {
  return run(process.execPath, [join(ROOT, "node_modules", file), ...args], options);
}

/**
 * Runs the main part of a script: a sentence and an exit code instead of a stack, except for faults of our own.
 * @param {() => Promise<void>} main
 * @param {number} failed Exit code when something that the script called has failed.
 */
export async function runMain(main, failed = 1) {
  try {
    await main();
  } catch (problem) {
    console.error(problem instanceof ProgramFailed ? problem.message : problem);
    process.exitCode = failed;
  }
}
