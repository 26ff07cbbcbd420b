import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runTool } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const FIXED_PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Whether a program is a browser that starts. Some systems put a note in its place that only says what to install. @param {string} program */
function works(program) {
  if (process.platform === "win32") return true;
  try {
    return /\d+\.\d+/.test(execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 }));
  } catch {
    return false;
  }
}

/** The system's own Chromium or a relative of it. */
export function systemChromium() {
  const named = process.env["CHROMIUM"] ? [process.env["CHROMIUM"]] : [];
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...onPath, ...FIXED_PLACES].find((program) => existsSync(program) && works(program));
}

/** The Chromium that Playwright has downloaded earlier. */
async function playwrightChromium() {
  const { chromium } = await import("@playwright/test");
  const program = chromium.executablePath();
  return existsSync(program) && works(program) ? program : undefined;
}

/** The distribution's package, where it may be installed without a question. */
async function debianChromium() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  return systemChromium();
}

/** Playwright's own download, with the libraries it needs where they may be installed. */
async function downloadedChromium() {
  const withLibraries = process.platform === "linux" && process.getuid?.() === 0 ? ["--with-deps"] : [];
  await runTool("@playwright/test/cli.js", ["install", ...withLibraries, "chromium"]);
  return playwrightChromium();
}

const WAYS = [
  { title: "the system's", find: async () => systemChromium(), installs: false },
  { title: "Playwright's", find: playwrightChromium, installs: false },
  { title: "the distribution's package", find: debianChromium, installs: true },
  { title: "Playwright's download", find: downloadedChromium, installs: true },
];

/**
 * The path of a Chromium: the system's if present, the distribution's package where it may be installed, otherwise
 * Playwright's own download.
 * @returns {Promise<string>}
 * @throws Error with a sentence that says what to do when none is possible.
 */
export async function ensureChromium() {
  for (const { title, find, installs } of WAYS) {
    if (installs) console.error(`No Chromium yet. Trying ${title} …`);
    try {
      const program = await find();
      if (program) return program;
    } catch (problem) {
      console.error(`That did not work: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }
  throw new Error(
    "The browser tests need a Chromium, and none could be found or installed. Install one by hand, " +
      "or set CHROMIUM to the path of a Chrome, Chromium or Edge, and run `npm test` again.",
  );
}
