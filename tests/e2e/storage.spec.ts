import { card, openStarter, saved } from "./app.ts";
import { expect, test } from "./test.ts";

const CUSTOMER = "Who is the plan for?";
const ELSEWHERE = "Open in another tab. Read here, or take over.";

test("a browser that keeps nothing says so, and the plan file can be saved", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Refused", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { value: { open: refuse } });
    Storage.prototype.setItem = refuse;
  });
  await openStarter(page);
  await expect(page.getByText("This browser does not keep data. Save the plan file before you close.")).toBeVisible();
  await card(page, CUSTOMER).getByRole("textbox").fill("Unkept AG");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the plan file" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^groundplan-[0-9a-f]{12}\.yaml$/);

  // Inside the page nothing is lost: not on the way to the start page and back, nor in a copy.
  await page.getByRole("link", { name: "Groundplan, start page" }).click();
  const plans = page.getByRole("region", { name: "Plans on this device" });
  await expect(plans.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("This browser does not keep data.")).toBeVisible();
  await page.goBack();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Unkept AG");
  await page.getByRole("link", { name: "Groundplan, start page" }).click();
  await plans.getByRole("button", { name: /^Duplicate/ }).click();
  await expect(plans.getByRole("listitem")).toHaveCount(2);
  await plans.getByRole("link", { name: /, copy$/ }).click();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Unkept AG");
  await page.getByRole("link", { name: "Groundplan, start page" }).click();
  await plans.getByRole("button", { name: /^Delete .*, copy$/ }).click();
  await expect(plans.getByRole("listitem")).toHaveCount(1);
});

test("a change that a crash kept from the database is there after a reload", async ({ page }) => {
  await openStarter(page);
  await saved(page);
  await page.evaluate(() => {
    // From here on the database takes nothing, as if the page died in the middle of the write.
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Gone", "AbortError");
    };
  });
  await card(page, CUSTOMER).getByRole("textbox").fill("Ahead AG");
  await expect(page.getByText("Not kept by this browser")).toBeVisible();
  await page.reload();
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Ahead AG");
});

test("tabs settle who writes without the locks that plain http lacks", async ({ page, context }) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, "locks");
    Reflect.deleteProperty(Crypto.prototype, "randomUUID");
    Reflect.deleteProperty(Crypto.prototype, "subtle");
  });
  await openStarter(page);
  await card(page, CUSTOMER).getByRole("textbox").fill("First tab AG");
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText(ELSEWHERE)).toBeVisible();
  await second.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByText(ELSEWHERE)).toBeVisible();
  await expect(second.getByText(ELSEWHERE)).toBeHidden();
  await card(second, CUSTOMER).getByRole("textbox").fill("Second tab AG");
  await expect(card(page, CUSTOMER).getByRole("textbox")).toHaveValue("Second tab AG");
  await second.close();
  await expect(page.getByText(ELSEWHERE)).toBeHidden();
});
