import type { Derived } from "./derived.ts";

export interface IdentityPlan {
  readonly redirectUris: readonly RedirectUri[];
  /** What the identity team prepares. */
  readonly preparations: readonly (Derived & { readonly title: string; readonly verify: string })[];
}

export interface RedirectUri extends Derived {
  readonly client: string;
  readonly uri: string;
  readonly purpose: string;
  readonly optional: boolean;
  /** Where it is entered: at Dex by us, or at the customer's identity provider. */
  readonly registeredAt: "dex" | "identity-provider";
  /** The issuer of a Seed, where it is that one and not the platform's. */
  readonly issuerHost?: string;
}
