import type { Derived } from "./derived.ts";

export interface CertificatePlan {
  readonly hosts: readonly ServedHost[];
  readonly requests: readonly CertificateRequest[];
  readonly coverage: readonly CoverageRow[];
  readonly leftOut: readonly (Derived & { readonly name: string })[];
}

/** A host name that browsers ask for over TLS. */
export interface ServedHost extends Derived {
  readonly name: string;
  readonly service: string;
  readonly cluster: string;
}

export interface CertificateRequest extends Derived {
  readonly cluster: string;
  readonly names: readonly string[];
  /** Id of the issuer's record. */
  readonly issuance: string;
  /** Who signs. */
  readonly issuer: string;
  /** The way, in words: "Let's Encrypt, HTTP-01". */
  readonly method: string;
  /** TLS Secrets that must hold it, each with the names it must cover. */
  readonly secrets: readonly CertificateSecret[];
  /** Set on an upgrade that keeps the entry: it is presented already, and nobody asks for another. */
  readonly inUse?: true;
}

/** One TLS Secret. */
export interface CertificateSecret {
  readonly namespace: string;
  readonly name: string;
  /** Names that it must cover. */
  readonly covers: readonly string[];
  /** Listeners of KKP's Gateway that present it; absent where none of KKP's making does. */
  readonly listeners?: readonly string[];
  /** Set on an upgrade where it is there already with a certificate for these names. */
  readonly inUse?: true;
}

/** Proof for one host: which names would cover it, and what follows. */
export interface CoverageRow extends Derived {
  readonly host: string;
  /** Id of the request that covers it, or undefined. */
  readonly coveredBy?: string;
  /** Name in that request which matches. */
  readonly match?: string;
  /** Whether a certificate for `*.<base domain>` alone would cover it. */
  readonly byPlatformWildcard: boolean;
}
