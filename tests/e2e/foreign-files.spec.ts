import { readFileSync } from "node:fs";
import { join } from "node:path";
import { card, exported, openFile } from "./app.ts";
import { expect, test } from "./test.ts";

const REFERENCE = readFileSync(join(import.meta.dirname, "../../templates/plans/reference-setup.yaml"), "utf8");

/** Text that would run, break out or break off in each format that a plan is written in. */
const HOSTILE = `<img src=x onerror="document.title='gone'"><script>document.title='gone'</script> | * {{7*7}} \` %% ](javascript:alert(1)) שלום`;

test("what is no plan is refused with the reason", async ({ page }) => {
  for (const [name, content, reason] of [
    ["picture.yaml", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]), /./],
    ["other.yaml", "apiVersion: v1\nkind: Pod\n", /This is no Groundplan plan/],
    ["newer.yaml", "groundplan: 99\n", /format 99; this app reads up to/],
    ["broken.yaml", "groundplan: 1\nproject: [unclosed\n", /./],
    ["empty.yaml", "", /./],
  ] as const) {
    await openFile(page, name, content);
    await expect(page.getByRole("heading", { name: `${name} was not opened` })).toBeFocused();
    await expect(page.getByRole("region", { name: `${name} was not opened` })).toContainText(reason);
  }
  await page.getByRole("button", { name: "Close this note" }).click();
  await expect(page.getByRole("region", { name: "empty.yaml was not opened" })).toBeHidden();
});

test("a file with strange content opens without it, after saying so, and is kept as it was", async ({ page }) => {
  const strange = `${REFERENCE.replace("nodeNetwork: 10.20.0.0/24", "nodeNetwork: 10.20.0.0/33")}\nweather:\n  rain: true\n`;
  await openFile(page, "strange.yaml", strange);
  const report = page.getByRole("region", { name: "2 parts of strange.yaml cannot be taken over" });
  await expect(report).toContainText("network.places.main.nodeNetwork");
  await expect(report).toContainText("is no block: the length ends at 32.");
  await expect(report).toContainText("weather");
  await report.getByRole("button", { name: "Open the rest as a plan" }).click();
  await expect(card(page, "Who is the plan for?").getByRole("textbox")).toHaveValue("Example AG");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the original" }).click()]);
  expect(download.suggestedFilename()).toBe("strange.yaml");
  expect(readFileSync(await download.path(), "utf8")).toBe(strange);
});

test("hostile texts stay texts on every page and in every file", async ({ page }) => {
  test.slow();
  const hostile = REFERENCE.replace("customer: Example AG", `customer: ${JSON.stringify(HOSTILE)}`)
    .replace("name: Frankfurt", `name: ${JSON.stringify(`<b>F</b> ${HOSTILE}`)}`)
    .replace("title: Production platform", `title: ${JSON.stringify(`${HOSTILE} ${"long ".repeat(60)}`)}`);
  expect(hostile).not.toBe(REFERENCE);
  await openFile(page, "hostile.yaml", hostile);
  await expect(card(page, "Who is the plan for?").getByRole("textbox")).toHaveValue(HOSTILE);
  for (const place of ["ask/infrastructure", "ask/network", "plan/summary", "plan/diagram", "plan/firewall", "review"]) {
    await page.goto(`${page.url().replace(/(#\/p\/[^/]+).*/, "$1")}/${place}`);
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page).not.toHaveTitle("gone");
    expect(await page.locator("img[onerror], main script").count()).toBe(0);
  }
  // The front matter is YAML, where a text needs no escape against HTML.
  const markdown = (await exported(page, "markdown")).bytes.toString().replace(/^---\n[\s\S]*?\n---\n/, "");
  expect(markdown).not.toMatch(/(^|[^\\`])<(script|img)/m);
  expect((await exported(page, "pdf")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const { name, bytes } = await exported(page, "plan");
  await openFile(page, name, bytes);
  await expect(card(page, "Who is the plan for?").getByRole("textbox")).toHaveValue(HOSTILE);
});

test("a prototype in a file reaches nothing", async ({ page }) => {
  await openFile(page, "prototype.yaml", "groundplan: 1\n__proto__:\n  polluted: yes\nproject:\n  constructor: x\n  domain: a.example.com\n");
  await page.getByRole("button", { name: "Open the rest as a plan" }).click();
  await expect(card(page, "Under which base domain does the platform appear?").getByRole("textbox")).toHaveValue("a.example.com");
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
});

test("a dropped file opens too", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "dropped.yaml", { type: "application/yaml" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
  }, REFERENCE);
  await expect(card(page, "Who is the plan for?").getByRole("textbox")).toHaveValue("Example AG");
});
