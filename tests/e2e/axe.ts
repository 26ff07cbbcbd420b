import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

interface Check {
  readonly message: string;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly any: readonly Check[]; readonly all: readonly Check[] }[];
}

interface Axe {
  readonly run: (context: object, options: object) => Promise<{ readonly violations: readonly Violation[] }>;
}

/** What follows twenty rows of a table: drawn by the same component, and most of the time that long pages take. */
const MORE_OF_THE_SAME = ["tbody > tr:nth-child(n + 21)"];

/** Rules whose verdict depends on colours; all others say the same in both schemes. */
export const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Faults that a program can see, as one line for each element. The examiner is brought into the page once and stays there
 * while the app goes from page to page, which is most of the time that an examination takes.
 */
export async function faults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await new AxeBuilder({ page }).setLegacyMode().withRules("document-title").analyze();
  // On a phone the bar at the lower edge lies over what scrolls below it, and its links count as neighbours of that.
  const sizes = (page.viewportSize()?.width ?? 0) > 600;
  const violations = await page.evaluate(async ([values, exclude, enabled]) => {
    const { run } = (window as unknown as { readonly axe: Axe }).axe;
    return (await run({ exclude }, { resultTypes: ["violations"], elementRef: false, ...(values ? { runOnly: { type: "rule", values } } : { rules: { "target-size": { enabled } } }) })).violations;
  }, [rules, MORE_OF_THE_SAME, sizes] as const);
  const where = new URL(page.url()).hash.replace(/^#\/p\/[^/]+\//, "") || "start";
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all }) => `${where}: ${id} at ${target.join(" ")}: ${[...any, ...all][0]?.message ?? ""}`));
}
