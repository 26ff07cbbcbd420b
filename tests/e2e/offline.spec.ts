import { readFile } from "node:fs/promises";
// Not under watch: a browser without connection logs errors of its own.
import { expect, test } from "@playwright/test";
import { openStarter, planAddress } from "./app.ts";

test("without a connection the app says what is missing, saves, and goes on when it is back", async ({ page, context }) => {
  await openStarter(page);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  expect(await readFile(await download.path(), "utf8")).toContain("groundplan: 1");
  await page.goto(`${planAddress(page)}/plan/firewall`);
  await expect(page.getByRole("heading", { level: 1, name: "This part could not be loaded" })).toBeVisible();
  await expect(page.getByText("The fault is ours", { exact: false })).toHaveCount(0);
  await context.setOffline(false);
  await page.getByRole("main").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Firewall" })).toBeVisible();
  // The style sheets came too.
  await expect(page.locator("main table").first()).toHaveCSS("border-collapse", "collapse");
});
