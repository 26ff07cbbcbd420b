import type { Issuer } from "./issuer.ts";
import { acmeDns01 } from "./acme-dns01.ts";
import { acmeHttp01 } from "./acme-http01.ts";
import { ca } from "./ca.ts";
import { externalIssuer } from "./external.ts";
import { letsEncryptDns01 } from "./letsencrypt-dns01.ts";
import { letsEncryptHttp01 } from "./letsencrypt-http01.ts";
import { selfSigned } from "./self-signed.ts";
import { supplied } from "./supplied.ts";
import { vault } from "./vault.ts";
import { venafi } from "./venafi.ts";

const records = [supplied, letsEncryptHttp01, letsEncryptDns01, acmeHttp01, acmeDns01, ca, vault, venafi, externalIssuer, selfSigned] as const satisfies readonly Issuer[];

/** Ids of all issuers. */
export type IssuerId = (typeof records)[number]["id"];

/** All issuers, in the order the form offers them. Adding one is a file and a word above. */
export const issuers: readonly (Issuer & { readonly id: IssuerId })[] = records;

/** The record of an issuer. */
export function issuerOf(id: IssuerId): Issuer {
  const found = issuers.find((issuer) => issuer.id === id);
  if (!found) throw new Error(`Issuer ${id} is not in the registry`);
  return found;
}
