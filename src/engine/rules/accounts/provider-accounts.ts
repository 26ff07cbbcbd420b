import { infrastructure, providerQuestions } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AccountRow } from "../../plan/plan.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterAnswer } from "../basics/infrastructure.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { tenantsOf } from "../basics/tenants.ts";
import { knownIds } from "../firewall/subjects.ts";

function rowsOf(read: Reader, provider: Provider, subject: string, where: string, use: string): readonly AccountRow[] {
  read.cite(...provider.sources);
  return provider.accounts.map(({ id, title, permissions, fields, sources }) => {
    read.cite(...sources);
    return { id: `account.${id}[${subject}]`, title, where, permissions, fields, team: "infrastructure", from: read.cell, why: use };
  });
}

/** Accounts with which a platform cluster's own machines, volumes and load balancers are created. */
export const clusterAccounts = rule<readonly AccountRow[]>({
  id: "accounts.cluster",
  title: "Accounts of the cluster's infrastructure",
  per: "cluster",
  sources: ["kkp.providers"],
  derive: (read, cluster) => {
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const name = clusterName(read, cluster);
    return rowsOf(read, provider, cluster, `${provider.title}, management of ${name}`, `Machines, volumes and load balancers of ${name} itself are created with it.`);
  },
});

/** Whether tenants share the account of their Seed's own machines. Only possible where both stand on the same provider. */
function usesManagementUser(read: Reader, provider: Provider, datacenter: string): boolean {
  const question = provider.sharedUser && providerQuestions.datacenter[provider.sharedUser.question];
  if (!question || read.answer(question, datacenter) !== true) return false;
  const seed = read.answer(infrastructure.datacenter.seed, datacenter);
  return read.rule(knownIds).clusters.has(seed) && read.answer(infrastructure.cluster.provider, seed) === provider.id;
}

/** Accounts with which a Seed creates the workers of a datacenter. */
export const datacenterAccounts = rule<readonly AccountRow[]>({
  id: "accounts.datacenter",
  title: "Accounts of the datacenter's infrastructure",
  per: "datacenter",
  sources: ["kkp.providers"],
  derive: (read, datacenter) => {
    const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const name = datacenterName(read, datacenter);
    if (usesManagementUser(read, provider, datacenter)) return read.notApplicable(`User clusters of ${name} use the account of the management.`);
    const names = read.rule(tenantsOf, datacenter);
    const within = provider.accountQuestion === undefined ? undefined : datacenterAnswer(read, provider.accountQuestion, datacenter);
    const belongs = within?.kind === "known" ? ` ${within.value}` : "";
    return rowsOf(read, provider, datacenter, `${provider.title}${belongs}, ${names.length === 0 ? "tenants" : names.join(" and ")} in ${name}`, `User clusters of ${name} get their workers and volumes with it; it goes into a Preset.`);
  },
});
