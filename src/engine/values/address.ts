import ipaddr from "ipaddr.js";

/** IP version. */
export type Family = 4 | 6;

/** One IP address as a number with its family, so that ranges are plain comparisons. */
export interface Address {
  readonly family: Family;
  readonly number: bigint;
}

/**
 * Reads an address in strict form: four decimal parts without leading zeros, or IPv6 without zone.
 * @returns undefined when the text is no address.
 */
export function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text) && !/(^|\.)0\d/.test(text)) {
    return { family: 4, number: toNumber(ipaddr.IPv4.parse(text).toByteArray()) };
  }
  if (text.includes(":") && !text.includes("%") && ipaddr.IPv6.isValid(text)) {
    return { family: 6, number: toNumber(ipaddr.IPv6.parse(text).toByteArray()) };
  }
  return undefined;
}

/** Canonical text of an address (RFC 5952 for IPv6). */
export function formatAddress({ family, number }: Address): string {
  const bytes: number[] = [];
  for (let rest = number, i = family === 4 ? 4 : 16; i > 0; i -= 1, rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Ranges that routers of the internet do not carry. Addresses kept for documentation stand for public ones in examples. */
const NOT_ROUTED: readonly string[] = ["unspecified", "broadcast", "multicast", "linkLocal", "loopback", "carrierGradeNat", "private", "uniqueLocal"];

/** Whether an address lies in a private, shared or link-local range, so that the internet cannot reach it. */
export function isPrivate(text: string): boolean {
  return parseAddress(text) !== undefined && NOT_ROUTED.includes(ipaddr.parse(text).range());
}

function toNumber(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
