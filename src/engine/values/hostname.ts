const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a text is one DNS label in lower case (RFC 1123), at most 63 characters. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Whether a text is a host name of at least two labels and at most 253 characters, without trailing dot. */
export function isHostname(text: string): boolean {
  const labels = text.split(".");
  return text.length <= 253 && labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? "");
}

/**
 * Whether a host is a name or stands below it; both in lower case.
 * @example isAtOrBelow("s3.example.com", "example.com") // true
 */
export const isAtOrBelow = (host: string, name: string): boolean => host === name || host.endsWith(`.${name}`);

/**
 * Whether a certificate name covers a host. A `*` stands for exactly one leftmost label (RFC 9525).
 * @example certificateNameCovers("*.example.com", "a.b.example.com") // false
 */
export function certificateNameCovers(name: string, host: string): boolean {
  if (!name.startsWith("*.")) return name === host;
  const dot = host.indexOf(".");
  return dot > 0 && host.slice(dot + 1) === name.slice(2);
}
