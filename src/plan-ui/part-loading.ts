/** What browsers and the build's loader say when code of the app cannot be had. */
const NOT_LOADED = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** Whether a part of the app could not be loaded: no connection, or the app was renewed since this page was opened. */
export const isNotLoaded = (error: unknown): boolean => error instanceof Error && NOT_LOADED.test(error.message);

/** A reason in words people can act on. */
export const reasonOf = (error: Error): string =>
  isNotLoaded(error) ? "A part of the app could not be loaded. Check the connection and try again; if the app was renewed meanwhile, load the page again." : error.message;

/**
 * Loads the style sheets again whose first try failed: the build's loader tries each one once only and would go on
 * without it. Its message names one of them; those that failed beside it stand in the page without rules.
 */
export async function loadStylesAgain({ message }: Error): Promise<void> {
  const named = /Unable to preload CSS for (\S+)/.exec(message)?.[1];
  if (named === undefined) return;
  const empty = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(({ sheet }) => sheet === null);
  const addresses = new Set([named, ...empty.map(({ href }) => href)]);
  empty.forEach((link) => link.remove());
  await Promise.all([...addresses].map((address) => loadStyle(address, message)));
}

async function loadStyle(href: string, message: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(message)));
    document.head.append(link);
  });
}
