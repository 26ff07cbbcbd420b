import { card, expectTotal, exported, goTo, openFile, openStarter, panel, saved } from "./app.ts";
import { plan } from "./command-line.ts";
import { pdfText, solid } from "./pdf-text.ts";
import { expect, test } from "./test.ts";

const SINGLE_NAMES = ["kubermatic", "grafana.kubermatic", "prometheus.kubermatic", "alertmanager.kubermatic"].map((name) => `${name}.example.com`);
const SEED_NAMES = ["*.seed", "grafana.seed", "alertmanager.seed"].map((name) => `${name}.kubermatic.example.com`);

test("from the starter plan to printed files that are right, and back", async ({ page }) => {
  test.slow();
  await openStarter(page);
  await expectTotal(page, /DNS record/, "7");
  await expectTotal(page, /blocker/, "0");

  await test.step("a changed answer shows at once what follows", async () => {
    await goTo(page, "ask/dns");
    await card(page, "How are the platform's names entered?").getByRole("radio", { name: /A wildcard record/ }).check();
    const changed = panel(page).getByRole("region", { name: "Changed by your last answer" });
    await expect(changed).toContainText("*.kubermatic.example.com");
    await expectTotal(page, /DNS record/, "5");
    await changed.getByRole("button", { name: "Undo" }).click();
    await expectTotal(page, /DNS record/, "7");
  });

  await test.step("a customer's own name", async () => {
    await goTo(page, "ask/project");
    await card(page, "Who is the plan for?").getByRole("textbox").fill("Muster & Söhne");
    await saved(page);
  });

  const pdf = await test.step("PDF", async () => {
    const { name, bytes } = await exported(page, "pdf");
    expect(name).toMatch(/^groundplan-[0-9a-f]{12}\.pdf$/);
    return { bytes, text: await pdfText(bytes), id: name.slice("groundplan-".length, -".pdf".length) };
  });
  const markdown = (await exported(page, "markdown")).bytes.toString();
  const file = (await exported(page, "plan")).bytes.toString();
  const json = (await exported(page, "json")).bytes.toString();

  await test.step("the PDF says what the plan says, on every page which plan it is", () => {
    const everything = solid(pdf.text.pages.join("\n"));
    for (const name of [...SINGLE_NAMES, ...SEED_NAMES]) expect(everything).toContain(solid(name));
    for (const address of ["10.20.30.1", "10.20.30.2", "10.20.0.10", "10.20.0.11"]) expect(everything).toContain(address);
    expect(everything).toContain(solid("Muster & Söhne"));
    expect(solid(pdf.text.pages[0] ?? "")).toContain(pdf.id);
    for (const page of pdf.text.pages.slice(1)) expect(solid(page)).toContain(pdf.id);
    expect(pdf.text.outline.length).toBeGreaterThan(8);
    expect(pdf.text.title).toContain("Production platform");
  });

  await test.step("the Markdown says the same", () => {
    expect(markdown).toMatch(/^---\n/);
    expect(markdown).toContain(pdf.id);
    expect(markdown).toContain("```mermaid\n");
    for (const name of [...SINGLE_NAMES, "10.20.30.1", "10.20.30.2"]) expect(markdown).toContain(name);
    expect(markdown).toContain("Muster & Söhne");
  });

  await test.step("the command line writes the same bytes, in another time zone and language", () => {
    const { code, messages, files } = plan(file, "md,pdf,json,plan");
    expect(messages).toContain("groundplan-");
    expect(code).toBe(0);
    expect(files[`groundplan-${pdf.id}.md`]?.toString()).toBe(markdown);
    expect(files[`groundplan-${pdf.id}.json`]?.toString()).toBe(json);
    expect(files[`groundplan-${pdf.id}.yaml`]?.toString()).toBe(file);
    expect(files[`groundplan-${pdf.id}.pdf`]?.equals(pdf.bytes)).toBe(true);
  });

  await test.step("the plan file opens as the same plan", async () => {
    await openFile(page, "from-mail.yaml", file);
    await expect(page.getByRole("heading", { level: 1, name: "Project" })).toBeVisible();
    await expect(card(page, "Who is the plan for?").getByRole("textbox")).toHaveValue("Muster & Söhne");
    expect((await exported(page, "plan")).name).toBe(`groundplan-${pdf.id}.yaml`);
  });
});

test.describe("anywhere", () => {
  for (const [zone, locale] of [
    ["Pacific/Auckland", "ar-EG"],
    ["America/Los_Angeles", "tr-TR"],
  ] as const) {
    test.describe(`in ${zone} with ${locale}`, () => {
      test.use({ timezoneId: zone, locale });
      test("the files are the same", async ({ page }) => {
        await openStarter(page);
        const file = (await exported(page, "plan")).bytes.toString();
        const { files } = plan(file, "md,pdf,json");
        for (const format of ["pdf", "markdown", "json"] as const) {
          const { name, bytes } = await exported(page, format);
          expect(files[name]?.equals(bytes), name).toBe(true);
        }
      });
    });
  }
});
