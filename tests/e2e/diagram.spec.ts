import AxeBuilder from "@axe-core/playwright";
import { goTo, openStarter } from "./app.ts";
import { expect, test } from "./test.ts";

test("a line, a box and the list choose the same firewall rows; the drawing moves by keys and buttons", async ({ page }) => {
  await openStarter(page);
  await goTo(page, "plan/diagram");
  const drawing = page.getByRole("group", { name: /^Network overview: / });
  const connections = page.getByRole("region", { name: "Connections" });
  const rows = page.getByRole("region", { name: "Firewall rows" });

  await connections.getByRole("button", { name: /Users to nodeport-proxy/ }).click();
  await expect(rows.getByRole("cell", { name: "TCP 30000–32767", exact: true })).toBeVisible();

  await drawing.getByRole("button", { name: "LDAP, open" }).press("Enter");
  await expect(rows.getByRole("cell", { name: "TCP 636", exact: true })).toBeVisible();
  await expect(connections.getByRole("button", { pressed: true })).toHaveCount(0);

  await drawing.locator("[data-connection] text").first().click();
  await expect(connections.getByRole("button", { pressed: true })).toHaveCount(1);

  const whole = await drawing.getAttribute("viewBox");
  await page.getByRole("button", { name: "Zoom in" }).click();
  await drawing.press("ArrowRight");
  await expect(drawing).not.toHaveAttribute("viewBox", whole ?? "");
  await drawing.press("0");
  await expect(drawing).toHaveAttribute("viewBox", whole ?? "");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`Mermaid's picture loads when it is opened, in the ${colorScheme} scheme, and bends no policy`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openStarter(page);
    await goTo(page, "plan/diagram");
    expect(asked.filter((url) => /mermaid/.test(url))).toEqual([]);
    await page.getByText("How the Markdown’s diagram looks elsewhere").click();
    const frame = page.frameLocator('iframe[sandbox="allow-scripts"]');
    await expect(frame.locator("svg .node").first()).toBeVisible();
    await expect(frame.getByText("Platform entry").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}
