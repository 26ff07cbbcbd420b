import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Longest name of a listener, and what remains of a long one before its hash of eight characters. */
const LONGEST = 63;
const HASH = 8;

/**
 * Name that KKP gives the listener of a host on its Gateway: dots become dashes, and a long name ends in a hash.
 * @example listenerName("grafana.kkp.example.com") // "grafana-kkp-example-com"
 */
export function listenerName(host: string): string {
  const plain = host.toLowerCase().replace(/^\*\./, "w-").replaceAll(".", "-");
  if (plain.length <= LONGEST) return plain;
  const start = plain.slice(0, LONGEST - 1 - HASH).replace(/-+$/, "");
  return `${start}-${bytesToHex(sha256(utf8ToBytes(host))).slice(0, HASH)}`;
}
