import { card, goTo, openStarter, REFERENCE_SETUP } from "./app.ts";
import { faults } from "./axe.ts";
import { expect, test } from "./test.ts";

const STRATEGY = "How do people and workers reach the API of a user cluster?";

test("a decision is set beside its other ways, and another way is chosen and taken back", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await goTo(page, "ask/loadBalancer/clusters");
  await card(page, STRATEGY).getByRole("link", { name: "Compare the choices" }).click();

  const decision = page.getByRole("region", { name: "Expose strategy" });
  await expect(decision.getByRole("heading", { name: "Expose strategy" })).toBeFocused();
  const table = decision.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["Consequence", "NodePort", "LoadBalancer", "Tunneling"]);
  await expect(table.getByRole("row", { name: /^Virtual addresses/ })).toContainText("14 +12");
  await expect(table.getByRole("row", { name: /^Ports to user-cluster APIs/ })).toContainText("2 −2,766");
  expect(await faults(page)).toEqual([]);

  await decision.getByRole("button", { name: "Choose this LoadBalancer" }).focus();
  await page.keyboard.press("Enter");
  await expect(table.getByRole("columnheader")).toHaveText(["Consequence", "LoadBalancer", "NodePort", "Tunneling"]);
  await expect(decision.getByRole("heading", { name: "Expose strategy" })).toBeFocused();
  await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
  await expect(table.getByRole("columnheader")).toHaveText(["Consequence", "NodePort", "LoadBalancer", "Tunneling"]);
});

test("of many ways three stand side by side, and those that are not possible say why", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await goTo(page, "plan/decisions");
  await page.getByRole("button", { name: "Compare with 7 other ways Load balancer of seed" }).click();
  expect(decodeURIComponent(page.url())).toContain("/plan/decisions/decision.load-balancer[seed]");
  const ways = page.getByRole("group", { name: /Ways to set beside it/ });
  await expect(ways.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await expect(ways.getByRole("checkbox", { name: /^Cloud load balancer/ })).toBeDisabled();
  await ways.getByRole("checkbox", { name: /^KubeLB/ }).uncheck();
  await ways.getByRole("checkbox", { name: /^Cloud load balancer/ }).check();
  await expect(page.getByRole("table").getByRole("row", { name: /^With these answers/ })).toContainText("Not possible: vSphere gives seed no load balancer");
  expect(await faults(page)).toEqual([]);
});

test("the review leads to the comparison", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await goTo(page, "review");
  await page.getByRole("region", { name: "Decisions" }).getByRole("link", { name: "Compare Layout of master and Seeds" }).click();
  const compared = page.getByRole("region", { name: "Layout of master and Seeds" }).getByRole("table");
  await expect(compared).toContainText("A master of its own: one cluster more");
  await expect(compared.getByRole("row", { name: /^Decide/ })).toContainText("Add a cluster with the role Master only");
});

test("a fix says what it sets and what else changes before it is applied", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await goTo(page, "ask/dns/all");
  await card(page, "Is a wildcard record for each Seed allowed?").getByRole("radio", { name: /^Not allowed/ }).check();
  await goTo(page, "review");
  const finding = page.getByRole("region", { name: "Findings" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name: /needs a wildcard record/ }) });
  await expect(finding).toContainText(/Wildcard .*: Not allowed → Allowed/);
  await expect(finding).toContainText(/NodePort → LoadBalancer\. Also: 12 addresses more/);
  expect(await faults(page)).toEqual([]);
  await finding.getByRole("button", { name: "Expose user clusters by LoadBalancer" }).click();
  await expect(page.getByText("Solved:")).toBeVisible();
});

test("the export offers to keep the assigned addresses, in one step that can be undone", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export the plan" });
  await dialog.getByText("Which 2 assignments").click();
  await expect(dialog).toContainText("10.20.30.1");
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Keep these 2 assignments" }).click();
  await expect(dialog.getByText("2 assignments are kept")).toBeVisible();
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog.getByRole("button", { name: "Keep these 2 assignments" })).toBeVisible();
});

test("lead times are changed on the checklist, and the earliest day follows", async ({ page }) => {
  await openStarter(page, REFERENCE_SETUP);
  await goTo(page, "ask/project/all");
  await card(page, "On which day can the preparation begin?").getByRole("textbox").fill("2026-11-30");
  await goTo(page, "plan/checklist");
  const time = page.getByRole("region", { name: "Time until the installation" });
  const before = await time.textContent();
  await page.getByRole("button", { name: /firewall rows opened: 10 working days, a planning value/ }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox").fill("60");
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /firewall rows opened: 60 working days\./ })).toBeVisible();
  await expect(time).not.toHaveText(before ?? "");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme });

    test("the comparison folds and has no fault that axe sees", async ({ page }) => {
      await openStarter(page, REFERENCE_SETUP);
      await goTo(page, "plan/decisions/decision.expose-strategy");
      await expect(page.getByRole("button", { name: "Choose this Tunneling" })).toBeVisible();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
