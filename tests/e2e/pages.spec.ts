import type { Page } from "@playwright/test";
import { askPages } from "../../src/plan-ui/layout.ts";
import { PLAN_PARTS } from "../../src/plan-ui/links.ts";
import { COLOURS, faults } from "./axe.ts";
import { card, goTo, openFile, openStarter, REFERENCE_SETUP } from "./app.ts";
import { expect, test } from "./test.ts";

/** Every page inside a plan. */
const PLACES = [...askPages.map(({ chapter, section }) => `ask/${chapter}/${section}`), ...PLAN_PARTS.map(([part]) => `plan/${part}`), "review"];

/** Faults of the page in both schemes; only colours can be at fault in one of them alone. */
async function faultsInBothSchemes(page: Page): Promise<readonly string[]> {
  const light = await faults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await faults(page, COLOURS);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((fault) => `in the dark, ${fault}`)];
}

test("no chapter, part, review or start page has a fault that axe sees, light or dark", async ({ page }) => {
  test.setTimeout(900_000);
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const found = [...(await faultsInBothSchemes(page))];
  await openStarter(page, "vSphere, with a Seed in Azure");
  for (const place of PLACES) {
    await goTo(page, place);
    found.push(...(await faultsInBothSchemes(page)));
  }
  expect(found).toEqual([]);
});

test("a part of the plan opens at its top, also the one that loads its drawing first", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "plan/summary");
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await page.getByRole("link", { name: /^Diagram/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Network overview" })).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test("no dialog, popover, error or open answer has a fault that axe sees, light or dark", async ({ page }) => {
  test.slow();
  await openStarter(page);
  const found: string[] = [];
  await card(page, "Who is the plan for?").getByRole("button", { name: "Not known yet" }).click();
  await card(page, "Which date does it bear?").getByRole("textbox").fill("");
  found.push(...(await faultsInBothSchemes(page)));
  await goTo(page, "ask/network/places");
  await card(page, "Which network do the machines stand in?").getByRole("textbox").fill("10.20.0.5/24");
  await card(page, "Which network do the machines stand in?").getByRole("textbox").blur();
  await expect(page.getByText("lies inside")).toBeVisible();
  found.push(...(await faultsInBothSchemes(page)));
  await page.getByRole("button", { name: /^Why: / }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  found.push(...(await faultsInBothSchemes(page)));
  await page.keyboard.press("Escape");
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("dialog", { name: "Export the plan" })).toBeVisible();
  found.push(...(await faultsInBothSchemes(page)));
  await openFile(page, "other.yaml", "kind: Pod\n");
  await expect(page.getByRole("heading", { name: "other.yaml was not opened" })).toBeVisible();
  found.push(...(await faultsInBothSchemes(page)));
  expect(found).toEqual([]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("no page has a fault that axe sees", async ({ page }) => {
    test.setTimeout(900_000);
    const found: string[] = [];
    await openStarter(page);
    for (const place of PLACES) {
      await goTo(page, place);
      found.push(...(await faults(page)));
    }
    await page.goto("./");
    found.push(...(await faults(page)));
    expect(found).toEqual([]);
  });
});

/** Widths between phone and desktop; each layout once near both of its ends. */
const WIDTHS = [320, 390, 600, 760, 1024];

test("no page scrolls sideways, however wide it is", async ({ page }) => {
  test.setTimeout(300_000);
  const found: string[] = [];
  const check = async (place: string) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      // Media queries tell of their change in the next frame. Chromium without a screen may skip a frame that it
      // finds nothing to draw in, and would then keep the test waiting for good.
      await page.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
            setTimeout(done, 1000);
          }),
      );
      // The page draws itself anew for its width; what is too wide only until then is not.
      for (let wait = 0; wait < 10 && (await tooWide(page)).length > 0; wait += 1) await page.waitForTimeout(500);
      found.push(...(await tooWide(page)).map((what) => `${place} at ${width}: ${what}`));
    }
  };
  for (const plan of [REFERENCE_SETUP, "vSphere, with a Seed in Azure"]) {
    await openStarter(page, plan);
    for (const place of PLACES) {
      await goTo(page, place);
      await check(place);
    }
  }
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check("start");
  expect(found).toEqual([]);
});

/** How wide the page is where it is wider than the screen, and what reaches out of it furthest. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const ends = [...document.querySelectorAll("main *, header *")].map((element) => ({ element, end: element.getBoundingClientRect().right }));
    const [furthest] = ends.toSorted((a, b) => b.end - a.end);
    return [`${root.scrollWidth} wide, by <${furthest?.element.tagName.toLowerCase()} class="${furthest?.element.getAttribute("class") ?? ""}"> ${furthest?.element.textContent.slice(0, 60) ?? ""}`];
  });
}

test("an empty plan has every page too", async ({ page }) => {
  test.slow();
  await page.goto("./");
  await page.getByRole("button", { name: "Start an empty plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Project" })).toBeVisible();
  for (const place of PLACES) {
    await goTo(page, place);
    await expect(page.locator("main h1")).not.toBeEmpty();
  }
});

test("an address that leads nowhere says so", async ({ page }) => {
  await page.goto("./#/weather");
  await expect(page.getByText("Nothing in this app has this address.")).toBeVisible();
  await page.goto("./#/p/no-such-plan/review");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /start/i }).first()).toBeVisible();
  await openStarter(page);
  for (const place of ["ask/nowhere", "ask/__proto__", "plan/nowhere", "plan/constructor", "review/x"]) {
    await goTo(page, place);
    await expect(page.getByText("This plan has no page with this address.")).toBeVisible();
    await expect(page).toHaveTitle(/^Nothing here · /);
  }
});

test("every page of a plan has a title of its own", async ({ page }) => {
  await openStarter(page);
  for (const [place, title] of [["ask/dns/all", "DNS"], ["plan/firewall", "Firewall"], ["review", "Review"]] as const) {
    await goTo(page, place);
    await expect(page).toHaveTitle(`${title} · ${REFERENCE_SETUP} · Groundplan`);
  }
});
