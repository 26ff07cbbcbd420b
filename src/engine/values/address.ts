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
  if (!text.includes(":")) {
    const number = parseFour(text);
    return number === undefined ? undefined : { family: 4, number: BigInt(number) };
  }
  if (text.includes("%") || !ipaddr.IPv6.isValid(text)) return undefined;
  return { family: 6, number: ipaddr.IPv6.parse(text).toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) };
}

/** The number of an IPv4 address. Plans hold thousands of them, so this is one pass over the characters. */
function parseFour(text: string): number | undefined {
  let sum = 0;
  let part = -1;
  let parts = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const digit = at === text.length ? DOT : text.charCodeAt(at) - ZERO;
    if (digit === DOT) {
      if (part < 0 || parts === 4) return undefined;
      sum = sum * 256 + part;
      parts += 1;
      part = -1;
    } else {
      if (digit < 0 || digit > 9 || part === 0) return undefined;
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return undefined;
    }
  }
  return parts === 4 ? sum : undefined;
}

const ZERO = "0".charCodeAt(0);
const DOT = ".".charCodeAt(0) - ZERO;

/** Canonical text of an address (RFC 5952 for IPv6). */
export function formatAddress({ family, number }: Address): string {
  if (family === 4) {
    const value = Number(number);
    return `${Math.floor(value / 0x1000000)}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
  }
  const bytes: number[] = [];
  for (let rest = number, at = 16; at > 0; at -= 1, rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Ranges that routers of the internet do not carry. Addresses kept for documentation stand for public ones in examples. */
const NOT_ROUTED: readonly string[] = ["unspecified", "broadcast", "multicast", "linkLocal", "loopback", "carrierGradeNat", "private", "uniqueLocal"];

/** Whether an address lies in a private, shared or link-local range, so that the internet cannot reach it. */
export function isPrivate(text: string): boolean {
  return parseAddress(text) !== undefined && NOT_ROUTED.includes(ipaddr.parse(text).range());
}
