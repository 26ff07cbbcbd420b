import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { tenantAccountId } from "../accounts/provider-accounts.ts";
import { sharersOf } from "../basics/shared-user.ts";

/*
 * Rows whose items a proof takes in hand: accounts, keys, stores. None of these waits for an answer, and a row that is on no
 * list is left out of what an item waits for, so that all may be named that could be meant.
 *
 * Where an account has rights on something that is an item itself, that comes first: whoever brings it shows it with an access
 * of their own, and the account is tried on it.
 */

/** Where credentials are kept, and what a proof takes that looks into it. */
export const SECRET_STORE = "access.secret-store";

/** The repository of the configuration. */
export const REPOSITORY = "access.repository";

/** Rows of the firewalls between networks: of all of them, and whatever dials from one of them to another takes these. */
export const FIREWALL = "firewall-flows";

/** Hosts of the internet that filters let through. */
export const ALLOW_LIST = "external-hosts";

/** The proxy of a place, where it has one. */
export const proxyRow = (place: string): string => `proxy[${place}]`;

/** Accounts with which machines of a platform cluster are made. */
export const accountsOfCluster = ({ accounts }: Provider, cluster: string): readonly string[] => accounts.map(({ id }) => `account.${id}[${cluster}]`);

/** The key by which the machines of a cluster are entered. */
export const sshKeyRow = (cluster: string): string => `account.ssh-key[${cluster}]`;

/** Accounts with which workers of a datacenter are made: those of its tenants, or of the management where these share it. */
export function accountsOfDatacenter(read: Reader, provider: Provider, datacenter: string): readonly string[] {
  const sharing = read.aside(() => [...read.rule(sharersOf)].flatMap(([cluster, datacenters]) => (datacenters.includes(datacenter) ? [cluster] : [])));
  return [...provider.accounts.map(({ id }) => tenantAccountId(id, datacenter)), ...sharing.flatMap((cluster) => accountsOfCluster(provider, cluster))];
}

/** Accounts at an infrastructure in a place, of clusters and datacenters. */
export function accountsAt(read: Reader, provider: Provider, place: string): readonly string[] {
  const { cluster, datacenter } = infrastructure;
  return read.aside(() => [
    ...read.subjects("cluster").filter((id) => read.optional(cluster.place, id) === place && read.optional(cluster.provider, id) === provider.id).flatMap((id) => accountsOfCluster(provider, id)),
    ...read.subjects("datacenter").filter((id) => read.optional(datacenter.place, id) === place && read.optional(datacenter.provider, id) === provider.id).flatMap((id) => accountsOfDatacenter(read, provider, id)),
  ]);
}

/** What is prepared at a place for an account to have its rights on, or to be made of. */
export const ofRights = ({ prepare }: Provider, place: string | undefined): readonly string[] => (place === undefined ? [] : prepare.flatMap(({ id, rightsOn }) => (rightsOn === undefined ? [] : [`${id}[${place}]`])));

/** Clusters of a place on an infrastructure, as far as anybody said. */
export const clustersAt = (read: Reader, place: string, provider?: string): readonly string[] =>
  read.aside(() => read.subjects("cluster").filter((id) => read.optional(infrastructure.cluster.place, id) === place && (provider === undefined || read.optional(infrastructure.cluster.provider, id) === provider)));

/** Accounts with which the platform's machines of several clusters are made. */
export const accountsOfClusters = (read: Reader, clusters: readonly string[]): readonly string[] =>
  clusters.flatMap((id) => {
    const provider = read.aside(() => read.optional(infrastructure.cluster.provider, id));
    return provider === undefined ? [] : accountsOfCluster(providerOf(provider), id);
  });

/** Bastions, wherever one stands. */
export const bastionRows = (read: Reader): readonly string[] => read.subjects("place").map((place) => `access.bastion[${place}]`);
