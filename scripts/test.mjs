import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { ROOT, ProgramFailed, runTool } from "./run.mjs";

/** @typedef {{ passed: number; failed: number }} Counts */
/** @typedef {{ title: string; run: () => Promise<void>; report?: string; count?: (report: any) => Counts }} Step */

const VITEST_REPORT = "build/reports/vitest.json";
const PLAYWRIGHT_REPORT = "build/reports/playwright.json";

/** Every step in its order; its key is its name for `npm test -- <step> …`. @type {Readonly<Record<string, Step>>} */
const STEPS = {
  types: {
    title: "Types",
    run: async () => {
      for (const project of ["tsconfig.pure.json", "tsconfig.json", "scripts/tsconfig.json"]) await runTool("typescript/bin/tsc", ["-p", project]);
    },
  },
  lint: { title: "Lint", run: () => runTool("eslint/bin/eslint.js", ["--max-warnings", "0", "."]) },
  boundaries: {
    title: "Boundaries",
    run: () => runTool("dependency-cruiser/bin/dependency-cruise.mjs", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "err-long"]),
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

const total = { passed: 0, failed: 0 };
try {
  const wanted = wantedSteps();
  await ensureInstalled();
  for (const name of wanted) {
    const step = STEPS[name];
    if (!step) continue;
    console.log(`\n── ${step.title} (${name})`);
    if (step.report) rmSync(join(ROOT, step.report), { force: true });
    const started = performance.now();
    let succeeded = false;
    try {
      await step.run();
      succeeded = true;
    } finally {
      const counts = countsOf(step, succeeded);
      total.passed += counts.passed;
      total.failed += counts.failed;
      console.log(`── ${step.title}: ${succeeded ? "sound" : "failed"} after ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  }
} catch (problem) {
  console.error(problem instanceof ProgramFailed ? "" : problem instanceof Error ? problem.message : problem);
  total.failed = Math.max(total.failed, 1);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;
