import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Titles of the starter plans on the start page. */
export const REFERENCE_SETUP = "vSphere, MetalLB with BGP, one Seed";

/** Opens the start page and a starter plan from it; resolves when the first question is there. */
export async function openStarter(page: Page, title = REFERENCE_SETUP): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Project" })).toBeVisible();
}

/** Address of the open plan, without the page inside it. */
export const planAddress = (page: Page): string => /^[^#]*#\/p\/[^/?]+/.exec(page.url())?.[0] ?? "";

/** Goes to a page inside the open plan: `ask/dns`, `plan/firewall`, `review`. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.goto(`${planAddress(page)}/${place}`);
  await expect(page.locator("main h1")).toBeVisible();
}

/** The card of a question, by its question. */
export const card = (page: Page, question: string): Locator => page.getByRole("region", { name: question, exact: true });

/** What follows, beside the questions. */
export const panel = (page: Page): Locator => page.getByRole("complementary", { name: "What follows" });

/** Waits until one of the figures at the head of what follows has a value: "DNS records" 7. */
export async function expectTotal(page: Page, name: RegExp, value: string): Promise<void> {
  const figure = panel(page).locator("dl > div").filter({ has: page.locator("dt", { hasText: name }) });
  await expect(figure.first().locator("dd")).toHaveText(value);
}

/** Waits until the plan is kept by the browser. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText("Saved on this device")).toBeVisible();
}

/** A file that was downloaded. */
export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

const BUTTONS = { pdf: "Save PDF", markdown: "Save Markdown", plan: "Save the plan file", json: "Save JSON" } as const;

/** Saves the open plan in a format by the export dialog, and leaves the dialog. */
export async function exported(page: Page, format: keyof typeof BUTTONS): Promise<Saved> {
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export the plan" });
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: BUTTONS[format] }).click()]);
  const bytes = await readFile(await download.path());
  await expect(dialog.getByText(download.suggestedFilename())).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), bytes };
}

/** Gives a file to the start page. */
export async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto("./");
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/yaml", buffer: Buffer.from(content) });
}
