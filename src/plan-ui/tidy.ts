const NETMASKS = new Map(Array.from({ length: 33 }, (_, prefix) => [maskOf(prefix), prefix] as const));

/**
 * A pasted block in CIDR notation: blanks go, `a.b.c.d 255.255.255.0` and `a.b.c.d/255.255.255.0` get their length,
 * and a first-to-last range that is exactly one block becomes that block. Everything else stays as it was typed.
 */
export function tidyBlock(text: string): string {
  const [, address = "", mask = ""] = /^(\S+?)(?:\s*\/\s*|\s+)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const prefix = NETMASKS.get(mask);
  if (prefix !== undefined) return `${address}/${prefix}`;
  return blockOfRange(text) ?? text.replace(/\s+/g, "");
}

/** A pasted range as `first-last`; "to" and dashes of any kind between the ends. */
export function tidyRange(text: string): string {
  return text.replace(/\s*(?:–|—|−|\bto\b)\s*/i, "-").replace(/\s+/g, "");
}

/** Pasted ranges, each as `first-last`, and what stands between them as it was typed. */
export function tidyRanges(text: string): string {
  return text.replace(/[^\S\n]*(?:-|–|—|−|\bto\b)[^\S\n]*/gi, "-");
}

function blockOfRange(text: string): string | undefined {
  const [first, last] = tidyRange(text).split("-").map(numberOf);
  if (first === undefined || last === undefined || last < first) return undefined;
  const size = last - first + 1;
  const bits = Math.log2(size);
  return Number.isInteger(bits) && first % size === 0 ? `${tidyRange(text).split("-")[0]}/${32 - bits}` : undefined;
}

function numberOf(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts && parts.every((part) => part < 256) ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}

function maskOf(prefix: number): string {
  const number = 2 ** 32 - 2 ** (32 - prefix);
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
