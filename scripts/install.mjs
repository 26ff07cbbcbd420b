import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./run.mjs";

/** Oldest Node that the tools run on. */
const OLDEST_NODE = [20, 19];

/** Asks for a newer Node in words, before anything else fails in riddles. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(`Groundplan needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Whether every package of the lockfile stands in node_modules in the locked version. Reads the record that npm itself
 * leaves at the end of an installation, so a broken-off installation counts as missing.
 */
export function isInstalled(root = ROOT) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    if (!found) return optional === true;
    return found.version === version && existsSync(join(root, path));
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string; optional?: boolean }>}
 */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

/**
 * Installs what the lockfile names, where anything of it is missing; otherwise does nothing.
 * @param {{ quiet?: boolean }} [options]
 */
export async function ensureInstalled(options = {}) {
  checkNode();
  if (isInstalled()) return;
  console.error("Installing what is missing …");
  await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], options);
}
