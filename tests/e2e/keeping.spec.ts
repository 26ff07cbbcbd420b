import { card, expectTotal, exported, goTo, openFile, openStarter, planAddress, saved } from "./app.ts";
import { expect, test } from "./test.ts";

const CUSTOMER = "Who is the plan for?";
const POOL = "Which block holds the virtual addresses?";

test("a reload loses nothing, nor does a tab that goes away", async ({ page, context }) => {
  await openStarter(page);
  await card(page, CUSTOMER).getByRole("textbox").fill("Kept AG");
  await saved(page);
  const address = page.url();
  await page.reload();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Kept AG");
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(card(again, CUSTOMER).getByRole("textbox")).toHaveValue("Kept AG");
});

test("undo and redo walk through the answers, also after a reload", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/dns");
  const names = card(page, "How are the platform's names entered?");
  await names.getByRole("radio", { name: /A wildcard record/ }).check();
  await expectTotal(page, /DNS record/, "5");
  await saved(page);
  await page.reload();
  await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
  await expect(names.getByRole("radio", { name: /One record for each name/ })).toBeChecked();
  await expectTotal(page, /DNS record/, "7");
  await page.getByRole("banner").getByRole("button", { name: "Redo" }).click();
  await expect(names.getByRole("radio", { name: /A wildcard record/ })).toBeChecked();
  await names.getByRole("radio", { name: /A wildcard record/ }).focus();
  await page.keyboard.press("Control+z");
  await expectTotal(page, /DNS record/, "7");
});

test("a second tab reads until it takes over, and nothing is lost between the two", async ({ page, context }) => {
  await openStarter(page);
  await card(page, CUSTOMER).getByRole("textbox").fill("First tab AG");
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText("Open in another tab. Read here, or take over.")).toBeVisible();
  await expect(card(second, CUSTOMER).getByRole("textbox")).toHaveValue("First tab AG");
  await expect(card(second, CUSTOMER).getByRole("textbox")).not.toBeEditable();

  await second.getByRole("button", { name: "Take over" }).click();
  await expect(card(second, CUSTOMER).getByRole("textbox")).toBeEditable();
  await expect(page.getByText("Open in another tab. Read here, or take over.")).toBeVisible();
  await card(second, CUSTOMER).getByRole("textbox").fill("Second tab AG");
  await saved(second);
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Second tab AG");
});

test("malformed text comes back with its error and is in no export", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/loadBalancer/clusters");
  const pool = card(page, POOL);
  await pool.getByRole("textbox").fill("10.20.30.0/33");
  await pool.getByRole("textbox").blur();
  const error = pool.getByText("is no block: the length ends at 32.");
  await expect(error).toBeVisible();
  await expect(pool.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await saved(page);

  await page.reload();
  await expect(pool.getByRole("textbox")).toHaveValue("10.20.30.0/33");
  await expect(error).toBeVisible();
  for (const format of ["plan", "markdown", "json"] as const) {
    const text = (await exported(page, format)).bytes.toString();
    expect(text).not.toContain("10.20.30.0/33");
    expect(text).toContain("10.20.30.0/28");
  }
});

test("malformed text outlives a reload that comes before the complaint", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/loadBalancer/clusters");
  const pool = card(page, POOL).getByRole("textbox");
  await pool.fill("10.99.30.0/33");
  await page.reload();
  await expect(pool).toHaveValue("10.99.30.0/33");
  await expect(pool).toHaveAttribute("aria-invalid", "true");
});

test("undo takes the draft of what it changes back for good", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/loadBalancer/clusters");
  const pool = card(page, POOL).getByRole("textbox");
  for (const text of ["10.20.31.0/28", "10.20.31.0/99"]) {
    await pool.fill(text);
    await pool.blur();
  }
  await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
  await expect(pool).toHaveValue("10.20.30.0/28");
  await saved(page);
  await page.reload();
  await expect(pool).toHaveValue("10.20.30.0/28");
  await expect(pool).not.toHaveAttribute("aria-invalid", "true");
});

test("a new name from the start page reaches the tab that has the plan open, and stays", async ({ page, context }) => {
  await openStarter(page);
  await card(page, CUSTOMER).getByRole("textbox").fill("Before AG");
  await saved(page);
  const second = await context.newPage();
  await second.goto("./");
  await second.getByRole("button", { name: /^Rename/ }).click();
  const dialog = second.getByRole("dialog", { name: "Rename the plan" });
  await dialog.getByRole("textbox").fill("Renamed next door");
  await dialog.getByRole("button", { name: "Rename the plan" }).click();
  await expect(second.getByRole("link", { name: "Renamed next door", exact: true })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("button", { name: "Renamed next door" })).toBeVisible();
  await card(page, CUSTOMER).getByRole("textbox").fill("After AG");
  await saved(page);
  await second.reload();
  await expect(second.getByRole("link", { name: "Renamed next door", exact: true })).toBeVisible();
});

test("a plan that is deleted next door is not written back, but can be kept as a new one", async ({ page, context }) => {
  await openStarter(page);
  await card(page, CUSTOMER).getByRole("textbox").fill("Deleted AG");
  await saved(page);
  const before = planAddress(page);
  const second = await context.newPage();
  await second.goto("./");
  const plans = second.getByRole("region", { name: "Plans on this device" });
  await second.getByRole("button", { name: /^Delete/ }).click();
  const note = page.getByRole("alert").filter({ hasText: "was deleted in another tab" });
  await expect(note).toBeVisible();
  await second.reload();
  await expect(plans).toBeHidden();
  await note.getByRole("button", { name: "Keep it as a new plan" }).click();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Deleted AG");
  expect(planAddress(page)).not.toBe(before);
  await expect(plans.getByRole("listitem")).toHaveCount(1);
});

test("a text that looks like a secret is refused and kept nowhere", async ({ page }) => {
  const secret = `ghp_${"a1B2".repeat(10)}`;
  await openStarter(page);
  const title = card(page, "What is the plan called?");
  await title.getByRole("textbox").fill(secret);
  await title.getByRole("textbox").blur();
  await expect(title.getByText("This looks like a secret. It was not kept. Write where it is stored instead.")).toBeVisible();
  await card(page, CUSTOMER).getByRole("textbox").fill("After AG");
  await saved(page);
  await page.reload();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("After AG");
  await expect(title.getByRole("textbox")).not.toHaveValue(secret);
  expect((await exported(page, "plan")).bytes.toString()).not.toContain("ghp_");
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    const texts = await Promise.all(
      names.map(
        (name) =>
          new Promise<string>((resolve) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => {
              const stores = [...request.result.objectStoreNames];
              const found: unknown[] = [];
              const transaction = request.result.transaction(stores);
              for (const store of stores) transaction.objectStore(store).getAll().onsuccess = (event) => found.push((event.target as IDBRequest).result);
              transaction.oncomplete = () => resolve(JSON.stringify(found));
            };
          }),
      ),
    );
    return texts.join("") + JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
  });
  expect(kept).toContain("After AG");
  expect(kept).not.toContain("ghp_");
});

test("saved plans can be renamed, duplicated and deleted, and a deleted one comes back", async ({ page }) => {
  await openStarter(page);
  const address = planAddress(page);
  await goTo(page, "ask/monitoring");
  await saved(page);
  await page.goto("./");
  const plans = page.getByRole("region", { name: "Plans on this device" });
  await expect(plans.getByRole("listitem")).toHaveCount(1);

  await plans.getByRole("button", { name: /^Rename/ }).click();
  const dialog = page.getByRole("dialog", { name: "Rename the plan" });
  await dialog.getByRole("textbox", { name: "Name on this device" }).fill("Frankfurt, second try");
  await dialog.getByRole("button", { name: "Rename the plan" }).click();
  await expect(plans.getByRole("link", { name: "Frankfurt, second try" })).toBeVisible();

  await plans.getByRole("button", { name: /^Duplicate/ }).click();
  await expect(plans.getByRole("listitem")).toHaveCount(2);

  await plans.getByRole("button", { name: "Delete Frankfurt, second try", exact: true }).click();
  await expect(plans.getByRole("link", { name: "Frankfurt, second try", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plans.getByRole("link", { name: "Frankfurt, second try", exact: true })).toBeVisible();
  await plans.getByRole("link", { name: "Frankfurt, second try", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${address.slice(address.indexOf("#"))}/ask/monitoring$`));
});

test("a copy has the file that was kept with the plan", async ({ page }) => {
  await openFile(page, "older.yaml", "groundplan: 1\nstrange: 1\nproject:\n  customer: Example AG\n");
  await page.getByRole("button", { name: "Open the rest as a plan" }).click();
  await expect(page.getByText(/Part of older.yaml was not taken over/)).toBeVisible();
  const address = planAddress(page);
  await page.getByRole("banner").getByRole("button", { name: "Example AG" }).click();
  await page.getByRole("menuitem", { name: "Duplicate the plan" }).click();
  await expect.poll(() => planAddress(page)).not.toBe(address);
  await expect(page.getByText(/Part of older.yaml was not taken over/)).toBeVisible();
});

test("the start page leads back to where the person was", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/monitoring");
  // Whoever leaves before the page is there was never on it.
  await expect(page.getByRole("heading", { level: 1, name: "Monitoring" })).toBeVisible();
  await saved(page);
  await page.goto("./");
  await page.getByRole("link", { name: /^Continue with/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Monitoring" })).toBeVisible();
});

test("each half of a plan leads back to where it was left, also after a reload", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "ask/monitoring");
  await goTo(page, "plan/firewall");
  await page.reload();
  const halves = page.getByRole("navigation", { name: "Half of the plan" });
  await halves.getByRole("link", { name: "Questions" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Monitoring" })).toBeVisible();
  await page.reload();
  await halves.getByRole("link", { name: "Plan" }).click();
  await expect(page).toHaveURL(/plan\/firewall$/);
});

test("an answer marked as not known keeps its value for the day someone knows it", async ({ page }) => {
  await openStarter(page);
  const customer = card(page, CUSTOMER);
  await customer.getByRole("button", { name: "Not known yet" }).click();
  await customer.getByRole("combobox", { name: "Who will know?" }).selectOption({ label: "Security team" });
  await customer.getByLabel("By when?").fill("2026-12-03");
  await saved(page);
  await page.reload();
  await expect(customer.getByLabel("By when?")).toHaveValue("2026-12-03");
  const file = (await exported(page, "plan")).bytes.toString();
  expect(file).toContain("owner: security");
  expect(file).toContain("due: 2026-12-03");
  await customer.getByRole("button", { name: "I know it" }).click();
  await expect(customer.getByRole("textbox")).toHaveValue("Example AG");
});
