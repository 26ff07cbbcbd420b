import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { REFERENCE_SETUP, card, openStarter, panel, planAddress } from "./app.ts";
import { expect, test } from "./test.ts";

/** Presses Tab until the wanted thing has the focus; the focus must be visible on every stop. */
async function tabTo(page: Page, matches: (focused: { name: string; role: string; leads: string }) => boolean, key = "Tab"): Promise<void> {
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return { name: "", role: "", leads: "", seen: true };
      const labelled = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      const ofLabel = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(" ") : "";
      const name = element.getAttribute("aria-label") ?? labelled ?? (ofLabel || element.innerText);
      const box = element.getBoundingClientRect();
      return { name: name.trim(), role: element.tagName.toLowerCase(), leads: element.getAttribute("href") ?? "", seen: element === document.body || box.bottom > 0 || element.matches("[type=radio], [type=checkbox]") };
    });
    expect(focused.seen, `focus on ${focused.role} “${focused.name}” can be seen`).toBe(true);
    if (matches(focused)) return;
  }
  throw new Error("The focus never came there");
}

test("the whole way with the keyboard alone", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("button", { name: REFERENCE_SETUP })).toBeVisible();
  await tabTo(page, ({ name }) => name === REFERENCE_SETUP);
  await page.keyboard.press("Enter");
  await expect(card(page, "Who is the plan for?")).toBeVisible();

  await test.step("go to a chapter", async () => {
    await tabTo(page, ({ leads }) => /\/ask\/dns\b/.test(leads));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "DNS" })).toBeVisible();
  });

  await test.step("change an answer", async () => {
    await tabTo(page, ({ name }) => name.includes("One record for each name"));
    await page.keyboard.press("ArrowDown");
    await expect(card(page, "How are the platform's names entered?").getByRole("radio", { name: /A wildcard record/ })).toBeChecked();
    await expect(panel(page).getByRole("region", { name: "Changed by your last answer" })).toContainText("*.kubermatic.example.com");
  });

  await test.step("say that an answer is not known, and take it back", async () => {
    await page.keyboard.press("Alt+n");
    await expect(card(page, "How are the platform's names entered?").getByRole("combobox", { name: "Who will know?" })).toBeVisible();
    await tabTo(page, ({ name }) => name === "I know it");
    await page.keyboard.press("Enter");
  });

  await test.step("ask why", async () => {
    await tabTo(page, ({ name }) => /^why/i.test(name));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  await test.step("export", async () => {
    await tabTo(page, ({ name, role }) => role === "button" && name === "Export", "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Export the plan" })).toBeVisible();
    await tabTo(page, ({ name }) => name === "Save Markdown");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(await readFile(await download.path(), "utf8")).toContain("*.kubermatic.example.com");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Export the plan" })).toBeHidden();
    await expect(page.getByRole("banner").getByRole("button", { name: "Export" })).toBeFocused();
  });
});

test("a menu that is opened while its page is on its way stays open", async ({ page }) => {
  await openStarter(page);
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/review-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${planAddress(page)}/review`);
  await page.getByRole("banner").getByRole("button", { name: REFERENCE_SETUP }).click();
  const action = page.getByRole("menuitem", { name: "Duplicate the plan" });
  await expect(action).toBeVisible();
  arrive();
  await expect(page.locator("main h1")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Rename the plan" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(action).toBeHidden();
  await expect(page.getByRole("banner").getByRole("button", { name: REFERENCE_SETUP })).toBeFocused();
});
