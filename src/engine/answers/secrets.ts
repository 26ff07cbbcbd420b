/** Shapes of texts that nobody should type into a plan. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  /\bhv[sb]\.[A-Za-z0-9_-]{24,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\b/,
  /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/,
  /\b(?:password|passwd|secret|token|api[_-]?key)\s*[:=]\s*\S{6,}/i,
];

/** Whether a text looks like a private key, token or password. Such text is refused and never kept. */
export function looksLikeSecret(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text));
}
