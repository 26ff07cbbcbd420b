import { expect, test as base, type BrowserContext } from "@playwright/test";

/** What a page must never do, gathered while a test runs. */
interface Conduct {
  /** Policy violations, reported by the pages themselves. */
  readonly violations: string[];
  /** Addresses outside the app's own origin that anything asked for. */
  readonly strangers: string[];
  /** Errors that reached the console or nobody caught. */
  readonly errors: string[];
}

/**
 * Watches a context: its pages count their own policy violations, because code that a test evaluates from outside may
 * do what the page itself may not.
 */
export async function watch(context: BrowserContext, origin: string): Promise<Conduct> {
  const conduct: Conduct = { violations: [], strangers: [], errors: [] };
  await context.exposeBinding("reportViolation", (_source, text: string) => conduct.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample} in ${location.href}`);
    });
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "blob:" && url.protocol !== "data:") conduct.strangers.push(request.url());
  });
  context.on("console", (message) => {
    if (message.type() === "error") conduct.errors.push(message.text());
  });
  context.on("weberror", (error) => conduct.errors.push(String(error.error())));
  return conduct;
}

/** Every test runs under watch, and fails when a page misbehaves, whatever else it shows. */
export const test = base.extend<{ conduct: Conduct }>({
  conduct: [
    async ({ context, baseURL }, use) => {
      const conduct = await watch(context, new URL(baseURL ?? "").origin);
      await use(conduct);
      expect(conduct).toEqual({ violations: [], strangers: [], errors: [] });
    },
    { auto: true },
  ],
});

export { expect };
