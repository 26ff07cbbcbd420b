import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT, runTool } from "./run.mjs";

/** What any build is made of; tests are not. */
const SOURCES = ["src", "public", "templates", "index.html", "package-lock.json", "tsconfig.json", "tsconfig.base.json", "scripts/policies.mjs"];
const IS_TEST = /\.test\.tsx?$/;

/**
 * Everything that can be built: Vite configurations in their order, and a file that exists when it was.
 * @satisfies {Readonly<Record<string, { configs: readonly string[]; result: string }>>}
 */
const TARGETS = {
  app: { configs: ["vite.config.ts", "vite.frame.config.ts"], result: "dist/index.html" },
  cli: { configs: ["vite.cli.config.ts"], result: "build/cli/main.mjs" },
};

/** @typedef {keyof typeof TARGETS} Target */

/** Where each target's result is, as an absolute path. @param {Target} target */
export const resultOf = (target) => join(ROOT, TARGETS[target].result);

/**
 * Builds a target where its sources differ from those of the last build; otherwise does nothing.
 * @param {Target} target
 * @param {{ quiet?: boolean }} [options]
 */
export async function ensureBuilt(target, options = {}) {
  const configs = TARGETS[target].configs.filter((config) => existsSync(join(ROOT, config)));
  const stamp = join(ROOT, "build", `${target}.stamp`);
  const now = fingerprintOf([...SOURCES, ...configs]);
  if (existsSync(resultOf(target)) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  console.error(target === "app" ? "Building the app …" : "Building the command line …");
  for (const config of configs) await runTool("vite/bin/vite.js", ["build", "--config", config, "--logLevel", "warn"], options);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/**
 * One hash over names and contents of files and folders.
 * @param {readonly string[]} paths
 */
function fingerprintOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesOf)) hash.update(path).update("\0").update(readFileSync(join(ROOT, path))).update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  const at = join(ROOT, path);
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return IS_TEST.test(path) ? [] : [path];
  return readdirSync(at)
    .toSorted()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
