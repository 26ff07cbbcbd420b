import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { ROOT, ProgramFailed, runTool } from "./run.mjs";

/** @typedef {{ passed: number; failed: number }} Counts */
/** @typedef {{ title: string; run: (options?: { print?: (text: string) => void }) => Promise<void>; report?: string; count?: (report: any) => Counts }} Step */

const VITEST_REPORT = "build/reports/vitest.json";
const PLAYWRIGHT_REPORT = "build/reports/playwright.json";

/** Every step in its order; its key is its name for `npm test -- <step> …`. @type {Readonly<Record<string, Step>>} */
const STEPS = {
  types: {
    title: "Types of what knows no browser",
    // The linter checks all other types, and these with the browser's beside them.
    run: (options) => runTool("typescript/bin/tsc", ["-p", "tsconfig.pure.json"], options),
  },
  lint: { title: "Lint and types", run: (options) => runTool("oxlint/bin/oxlint", ["."], options) },
  boundaries: {
    title: "Boundaries",
    run: (options) => runTool("dependency-cruiser/bin/dependency-cruise.mjs", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long"], options),
  },
  unit: {
    title: "Unit tables, golden files, properties, registries",
    run: () => runTool("vitest/vitest.mjs", ["run", "--reporter", "dot", "--reporter", "json", `--outputFile.json=${VITEST_REPORT}`]),
    report: VITEST_REPORT,
    count: ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
      passed: numPassedTests,
      // A file that cannot even be loaded holds no test that could fail.
      failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites,
    }),
  },
  build: {
    title: "Build",
    run: async () => {
      await ensureBuilt("app");
      await ensureBuilt("cli");
    },
  },
  browser: {
    title: "Browser",
    run: async () => {
      const env = { CHROMIUM: await ensureChromium() };
      await runTool("@playwright/test/cli.js", ["test"], { env });
    },
    report: PLAYWRIGHT_REPORT,
    count: ({ stats: { expected, flaky, unexpected } }) => ({ passed: expected + flaky, failed: unexpected }),
  },
};

/** Steps that keep only one processor busy: they run side by side, before the others, each of which uses what there is. */
const SIDE_BY_SIDE = ["lint", "types", "boundaries"];

/**
 * What a step counted: the numbers of its report, or itself where it has none.
 * @param {Step} step
 * @param {boolean} succeeded
 * @returns {Counts}
 */
function countsOf({ report, count }, succeeded) {
  if (report && count && existsSync(join(ROOT, report))) {
    const { passed, failed } = count(JSON.parse(readFileSync(join(ROOT, report), "utf8")));
    return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
  }
  return { passed: 0, failed: succeeded ? 0 : 1 };
}

/** The steps to run: those named, or all. */
function wantedSteps() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(", ")}. The steps are ${Object.keys(STEPS).join(", ")}.`);
    process.exit(2);
  }
  return names.length > 0 ? names : Object.keys(STEPS);
}

/** @type {Counts} */
const total = { passed: 0, failed: 0 };

/**
 * Runs one step and says how it went.
 * @param {string} name
 * @param {boolean} alone Whether it may write as it goes; side by side with others its words come at once, under its title.
 * @throws whatever ended it.
 */
async function runStep(name, alone) {
  const step = STEPS[name];
  if (!step) return;
  const title = `\n── ${step.title} (${name})`;
  if (alone) console.log(title);
  if (step.report) rmSync(join(ROOT, step.report), { force: true });
  const started = performance.now();
  let said = "";
  let succeeded = false;
  try {
    await step.run(alone ? {} : { print: (text) => (said += text) });
    succeeded = true;
  } finally {
    const counts = countsOf(step, succeeded);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (!alone) console.log(said ? `${title}\n${said.trimEnd()}` : title);
    console.log(`── ${step.title}: ${succeeded ? "sound" : "failed"} after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/**
 * Runs steps at once and waits for all of them, so that one run tells every fault.
 * @param {readonly string[]} names
 * @throws what ended the first that failed.
 */
async function runSideBySide(names) {
  const outcomes = await Promise.allSettled(names.map((name) => runStep(name, names.length === 1)));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

try {
  const wanted = wantedSteps();
  await ensureInstalled();
  await runSideBySide(SIDE_BY_SIDE.filter((name) => wanted.includes(name)));
  for (const name of wanted) if (!SIDE_BY_SIDE.includes(name)) await runStep(name, true);
} catch (problem) {
  console.error(problem instanceof ProgramFailed ? "" : problem instanceof Error ? problem.message : problem);
  total.failed = Math.max(total.failed, 1);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;
