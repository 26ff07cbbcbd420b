/**
 * What the pages of the app may do. The server of `npm start` sends these policies as headers, and the build writes
 * them into the pages, so that they hold on any other static server too.
 */

/** @typedef {Readonly<Record<string, readonly string[]>>} Policy */

/** The app itself: own files only. No inline script or style, no eval, no other origin. @type {Policy} */
export const appPolicy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "frame-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/**
 * The page that shows Mermaid's picture. Mermaid writes style elements and attributes, so this page alone may have
 * them; in return it is sandboxed, has no origin, reaches nothing and receives only the diagram's source by message.
 * @type {Policy}
 */
export const framePolicy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "font-src": ["'self'"],
  "img-src": ["data:"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'self'"],
  sandbox: ["allow-scripts"],
};

/** Directives that browsers ignore, with a complaint, when they stand in a page. */
const HEADER_ONLY = ["frame-ancestors", "sandbox"];

/**
 * The policy of a page by its file name.
 * @param {string} page
 */
export function policyOf(page) {
  return /frame\.html$/.test(page) ? framePolicy : appPolicy;
}

/**
 * A policy as the value of the header.
 * @param {Policy} policy
 */
export function headerOf(policy) {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}

/**
 * A policy as the content of the page's own meta element.
 * @param {Policy} policy
 */
export function metaOf(policy) {
  return headerOf(Object.fromEntries(Object.entries(policy).filter(([directive]) => !HEADER_ONLY.includes(directive))));
}

/**
 * All headers of one file.
 * @param {string} path Path of the file inside the build.
 * @returns {Readonly<Record<string, string>>}
 */
export function headersFor(path) {
  const page = path.endsWith(".html");
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": /(^|\/)assets\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    ...(page && { "Content-Security-Policy": headerOf(policyOf(path)), "Permissions-Policy": "camera=(), geolocation=(), microphone=()" }),
  };
}
