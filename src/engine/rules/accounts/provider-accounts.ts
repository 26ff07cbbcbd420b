import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import type { AccountNeed } from "../../providers/contract/credentials.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { balancersAt } from "../basics/at-place.ts";
import { fileSharesOf } from "../basics/file-shares.ts";
import { datacenterAnswer } from "../basics/infrastructure.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { sharedUserOf, sharersOf } from "../basics/shared-user.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { inKubeOne, rowsOf, within } from "./account-rows.ts";
import { broughtInto } from "./brought.ts";

/** What becomes of a platform cluster by an account. */
function useFor(read: Reader, provider: Provider, { only, ofController }: AccountNeed, name: string, place: Value<string>): string {
  const { accounts, api, nativeLoadBalancer } = provider;
  if (!api) return `KubeOne works on the machines of ${name} with it; it creates none.`;
  if (only === "machines" && accounts.some((other) => other.only === "volumes")) return `KubeOne creates and replaces machines of ${name} itself with it.`;
  if (only === "volumes") return `The storage driver makes volumes of ${name} itself with it.${ofController ? ` Its cloud controller looks machines up in ${provider.title} with it.` : ""}`;
  return `Machines${nativeLoadBalancer && balancersAt(read, provider, place) !== false ? ", volumes and load balancers" : " and volumes"} of ${name} itself are created with it.`;
}

/** What user clusters get by an account; no volumes where no driver comes with KKP. */
const givenTo = ({ userClusters }: Provider, { only }: AccountNeed): string =>
  only === "volumes" ? "volumes" : only === "machines" || userClusters.storageDriver === undefined ? "workers" : "workers and volumes";

/** Accounts with which a platform cluster's own machines, volumes and load balancers are created. */
export const clusterAccounts = rule<readonly AccountRow[]>({
  id: "accounts.cluster",
  title: "Accounts of the cluster's infrastructure",
  per: "cluster",
  sources: ["kkp.providers", "kubeone.creating-clusters"],
  derive: (read, cluster) => {
    const whole: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const provider: Provider = { ...whole, accounts: whole.accounts.filter(({ inKubeOne: way }) => way !== "none") };
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("Whoever runs or has built the cluster holds its accounts.");
    const { kubeone: support } = provider;
    if (!support || (provider.api && support.environment.length === 0)) return read.notApplicable(`No program creates machines of this cluster on ${provider.title}.`);
    read.cite(...support.sources);
    const name = clusterName(read, cluster);
    const stated = read.maybe(infrastructure.cluster.name, cluster);
    const builds = stated.kind === "known" ? stated.value : `<${infrastructure.cluster.name.short}>`;
    const place = read.maybe(infrastructure.cluster.place, cluster);
    const where = `${provider.title}${within(read, provider, place)}, management of ${name}`;
    const sharing = read.rule(sharersOf).get(cluster) ?? [];
    const brought = sharing.length === 0 ? "" : broughtInto(read, provider);
    const also = (account: AccountNeed) => (sharing.length === 0 ? "" : ` User clusters of ${listed(sharing.map((id) => datacenterName(read, id)))} get their ${account.only === "volumes" ? "volumes" : "workers"} with it too. ${brought}`);
    const fieldsOf = (account: AccountNeed) => [...new Set([...inKubeOne(support, account), ...(sharing.length === 0 ? [] : account.fields)])];
    return rowsOf(read, provider, ({ id }) => `account.${id}[${cluster}]`, where, place, (account) => `${useFor(read, provider, account, name, place)}${also(account)}`, fieldsOf, { builds, given: sharing.length > 0, shares: sharing.some((id) => fileSharesOf(read, provider, id) !== undefined) });
  },
});

/** What the account is called or belongs to; asked of tenants alone where the record says so. */
function nameOf(read: Reader, { accountOf, questions }: Provider, datacenter: string): Value<string> | undefined {
  if (!accountOf || (accountOf.question in (questions.tenants ?? {}) && read.optional(infrastructure.plan.severalTenants) !== true)) return undefined;
  return datacenterAnswer(read, accountOf.question, datacenter);
}

/** Id of the row of an account that a datacenter's user clusters use. */
export const tenantAccountId = (account: string, datacenter: string): string => `account.tenants-${account}[${datacenter}]`;

/** Accounts with which a Seed creates the workers of a datacenter. */
export const datacenterAccounts = rule<readonly AccountRow[]>({
  id: "accounts.datacenter",
  title: "Accounts of the datacenter's infrastructure",
  per: "datacenter",
  sources: ["kkp.providers"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const name = datacenterName(read, datacenter);
    if (read.optionalRule(sharedUserOf, datacenter)) return read.notApplicable(`User clusters of ${name} use the account of the management.`);
    const names = read.rule(tenantsOf, datacenter);
    const named = nameOf(read, provider, datacenter);
    const place = read.maybe(infrastructure.datacenter.place, datacenter);
    const belongs = `${named?.kind === "known" ? ` ${named.value}` : ""}${within(read, provider, place)}`;
    const where = `${provider.title}${belongs}, ${names.length === 0 ? "tenants" : listed(names)} in ${name}`;
    const useOf = (account: AccountNeed) => `User clusters of ${name} get their ${givenTo(provider, account)} with it; ${account.inSeed ? `it goes into the datacenter ${name} of the Seed object, since a Preset has no field for it` : "it goes into a Preset"}.${account.only === "machines" ? "" : ` ${broughtInto(read, provider)}`}`;
    return rowsOf(read, provider, ({ id }) => tenantAccountId(id, datacenter), where, place, useOf, ({ fields }) => fields, { builds: undefined, given: true, shares: fileSharesOf(read, provider, datacenter) !== undefined });
  },
});
