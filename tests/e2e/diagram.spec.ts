import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { goTo, openStarter } from "./app.ts";
import { expect, test } from "./test.ts";

/** Opens Mermaid's view on the diagram's page and gives its picture. */
async function openMermaid(page: Page): Promise<Locator> {
  await page.getByText("How the Markdown’s diagram looks elsewhere").click();
  const picture = page.frameLocator("iframe[title=\"Mermaid's picture of the network overview\"]").locator("#picture svg");
  await expect(picture).toBeVisible({ timeout: 30_000 });
  return picture;
}

test("the overview and its connections are one: each line leads to its firewall rows", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "plan/diagram");
  const rows = page.getByRole("region", { name: "Firewall rows" });
  await page.getByRole("region", { name: "Connections" }).getByRole("button", { name: /Users to nodeport-proxy of seed/ }).click();
  await expect(rows).toContainText("30000–32767");

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as SVG" }).click()]);
  const svg = readFileSync(await download.path(), "utf8");
  expect(svg).toMatch(/^<svg |^<\?xml /);
  expect(svg).toContain("10.20.30.2");
  expect(svg).not.toMatch(/<script|style=|https?:\/\/(?!www\.w3\.org)/);
});

test("Mermaid draws the Markdown's diagram in a frame that reaches nothing", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "plan/diagram");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await expect(await openMermaid(page)).toContainText("10.20.30.1");
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "allow-scripts");
  expect(requests.filter((path) => path.endsWith("/mermaid-frame.js"))).toHaveLength(1);
});

test("what runs in Mermaid's frame reaches neither files nor stores nor the app", async ({ browser, baseURL }) => {
  // A context that nobody watches: what the policy says to the attempts is no fault.
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await openStarter(page);
  await goTo(page, "plan/diagram");
  await openMermaid(page);
  const reached = await page
    .frames()
    .find((each) => each.url().includes("mermaid-frame"))
    ?.evaluate(async () => {
      const ways: readonly (() => unknown)[] = [() => fetch("./index.html"), () => localStorage.length, () => parent.document.title, () => indexedDB.open("groundplan")];
      const outcomes = ways.map(async (way) => {
        try {
          await way();
          return "reached";
        } catch {
          return "nothing";
        }
      });
      return Promise.all(outcomes);
    });
  expect(reached).toEqual(["nothing", "nothing", "nothing", "nothing"]);
  await context.close();
});
