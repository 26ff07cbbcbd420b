import { defineConfig } from "@playwright/test";
import { systemChromium } from "./scripts/chromium.mjs";

/** Port of the server under test; another one can be named where this one is taken. */
const PORT = Number(process.env["PORT"] ?? 4390);
const address = `http://127.0.0.1:${PORT}/`;
const chromium = process.env["CHROMIUM"] ?? systemChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/global-setup.ts",
  outputDir: "build/test-results",
  reporter: [["list"], ["json", { outputFile: "build/reports/playwright.json" }]],
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    acceptDownloads: true,
    actionTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    // Tracing every test takes a third of their time; `npx playwright test --trace on <file>` shows one step by step.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      // Chromium refuses its own sandbox to root, as whom containers run.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${PORT}`,
    url: address,
    reuseExistingServer: !process.env["CI"],
    timeout: 180_000,
  },
});
