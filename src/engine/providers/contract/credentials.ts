import type { ReleaseId } from "../../facts/source.ts";
import type { SourceId } from "../../kernel/outcome.ts";

/** A right that some releases alone ask for. */
export interface RightOfReleases {
  readonly right: string;
  readonly releases: readonly ReleaseId[];
}

/** An account or role that somebody must prepare; never a secret, only its name and rights. */
export interface AccountNeed {
  readonly id: string;
  readonly title: string;
  readonly permissions: readonly string[];
  /** What it may do besides where KubeOne and its Terraform example build a cluster with it; `{cluster}` stands for the name of that cluster. */
  readonly forKubeOne?: readonly string[];
  /** Further rights, or what to mind, where user clusters get it; nothing of the kind holds for a cluster of the platform alone. */
  readonly inUserClusters?: readonly (string | RightOfReleases)[];
  /** Further rights where user clusters use file shares. */
  readonly forFileShares?: readonly string[];
  /** Where the credential goes in KKP: field names of the Preset or datacenter, never values. */
  readonly fields: readonly string[];
  /** Those among them that say where or how, and that nobody keeps as secrets. */
  readonly plain?: readonly string[];
  /** Those of the permissions that go with load balancers, and fall away at places where the infrastructure creates none. */
  readonly forBalancers?: readonly string[];
  /** Where KubeOne takes it from when it builds a cluster here; environment variables unless said otherwise, `none` where another account does it all. */
  readonly inKubeOne?: "environment" | "credentials-file" | "hosts" | "none";
  /** Set where an infrastructure wants an account for machines and another one for volumes. */
  readonly only?: "machines" | "volumes";
  /** Set where the cloud controller of a cluster signs in with it as well. */
  readonly ofController?: true;
  /** Set where KKP reads it from the datacenter in the Seed object, below the infrastructure's own block; a Preset has no field for it. */
  readonly inSeed?: true;
  readonly sources: readonly SourceId[];
}

/** What the account of the tenants is or belongs to. */
export interface TenantAccount {
  readonly question: string;
  readonly title: string;
  readonly apart: boolean;
  /** Place question that names the one of the platform's machines; absent where no answer does. */
  readonly ofManagement?: string;
  /** Place question that names what all accounts there lie in: a domain. */
  readonly within?: string;
}

/** Who logs in where, and what of it tenants and management share. */
export interface ProviderCredentials {
  readonly accounts: readonly AccountNeed[];
  /** What the account of the tenants is or belongs to, and the datacenter question that names it; `apart` where tenants must not share it. */
  readonly accountOf?: TenantAccount;
  /** Set where tenants' machines may be created with the credentials of the management: the datacenter question that says so. */
  readonly sharedUser?: { readonly question: string; readonly title: string };
}
