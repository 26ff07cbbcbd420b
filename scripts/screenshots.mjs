import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureBuilt, resultOf } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./install.mjs";
import { ROOT, runMain } from "./run.mjs";
import { listen, serverFor } from "./serve.mjs";

const OUT = join(ROOT, "docs/images");
const STARTER = "vSphere, MetalLB with BGP, one Seed";

/** Pictures of the README, each from the built app. */
await runMain(async () => {
  await ensureInstalled();
  await ensureBuilt("app");
  const executablePath = await ensureChromium();
  const { chromium } = await import("@playwright/test");
  const server = serverFor({ root: dirname(resultOf("app")) });
  const port = await listen(server, { host: "127.0.0.1", port: 0 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  mkdirSync(OUT, { recursive: true });
  try {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: "reduce", locale: "en-GB" });
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.getByRole("button", { name: STARTER }).click();
      await page.getByRole("heading", { level: 1, name: "Project" }).waitFor();
      const plan = /^[^#]*#\/p\/[^/?]+/.exec(page.url())?.[0] ?? "";
      for (const [name, place] of [
        ["questions", "ask/loadBalancer/clusters"],
        ["diagram", "plan/diagram"],
      ]) {
        await page.goto(`${plan}/${place}`);
        await page.locator("main h1").waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(OUT, `${name}-${colorScheme}.png`) });
      }
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
});
