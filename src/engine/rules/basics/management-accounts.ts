import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";

/** An account that holds machines of the platform, with the clusters whose machines it holds. */
interface ManagementAccount {
  readonly clusters: readonly string[];
  readonly paths: readonly AnswerPath[];
}

const keyOf = (provider: Provider, name: string): string => `${provider.id} ${name}`;

/** Accounts that hold machines of the platform, by provider and name, in one pass; those alone that an answer names. */
const managementAccounts = rule<ReadonlyMap<string, ManagementAccount>>({
  id: "infrastructure.management-accounts",
  title: "Accounts of the management by name",
  per: "plan",
  sources: [],
  derive: (read) => {
    const found = new Map<string, { clusters: string[]; paths: AnswerPath[] }>();
    for (const cluster of read.subjects("cluster")) {
      const [chosen, place] = [read.optional(infrastructure.cluster.provider, cluster), read.optional(infrastructure.cluster.place, cluster)];
      if (chosen === undefined || place === undefined) continue;
      const provider: Provider = providerOf(chosen);
      const key = provider.accountOf?.ofManagement;
      // Keys come from provider records, so the question is a text by the record's own definition.
      const question = key === undefined ? undefined : (providerQuestions.place[key] as Question<string> | undefined);
      const name = question && read.optional(question, place);
      if (!question || name === undefined) continue;
      const entry = found.get(keyOf(provider, name)) ?? { clusters: [], paths: [] };
      entry.clusters.push(cluster);
      const path = read.path(question, place);
      if (!entry.paths.includes(path)) entry.paths.push(path);
      found.set(keyOf(provider, name), entry);
    }
    return found;
  },
});

/** The account of a datacenter's tenants where it holds machines of the platform as well; undefined where one of both names is missing. */
export function accountOfManagement(read: Reader, provider: Provider, datacenter: string): (ManagementAccount & { readonly title: string; readonly name: string; readonly path: AnswerPath }) | undefined {
  const { accountOf } = provider;
  if (accountOf?.ofManagement === undefined) return undefined;
  const question = providerQuestions.datacenter[accountOf.question] as Question<string> | undefined;
  const name = question && read.optional(question, datacenter);
  const account = name === undefined ? undefined : read.rule(managementAccounts).get(keyOf(provider, name));
  return account && question && name !== undefined ? { ...account, title: accountOf.title, name, path: read.path(question, datacenter) } : undefined;
}
