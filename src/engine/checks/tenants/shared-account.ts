import { listed, withArticle } from "../../values/sentence.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { tenantsOf } from "../../rules/basics/tenants.ts";

interface Shared {
  readonly title: string;
  readonly name: string;
  readonly datacenters: string[];
  readonly tenants: Set<string>;
  readonly paths: AnswerPath[];
}

/** Datacenters of different tenants whose machines are made with one technical user, or in one project. */
export const sharedAccount = check({
  id: "tenants.shared-account",
  title: "A technical user or project for each tenant",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    const accounts = new Map<string, Shared>();
    for (const id of read.subjects("datacenter")) {
      const names = read.rule(tenantsOf, id);
      const chosen = read.optional(infrastructure.datacenter.provider, id);
      if (names.length === 0 || chosen === undefined) continue;
      const { accountOf }: Provider = providerOf(chosen);
      // Keys come from provider records, so the question is a text by the record's own definition.
      const question = accountOf?.apart === true ? (providerQuestions.datacenter[accountOf.question] as Question<string> | undefined) : undefined;
      const name = question && read.optional(question, id);
      if (!accountOf || !question || name === undefined) continue;
      const key = `${chosen} ${name}`;
      const found: Shared = accounts.get(key) ?? { title: accountOf.title, name, datacenters: [], tenants: new Set(), paths: [] };
      found.datacenters.push(id);
      for (const tenant of names) found.tenants.add(tenant);
      found.paths.push(read.path(question, id));
      accounts.set(key, found);
    }
    for (const { title, name, datacenters, tenants, paths } of accounts.values()) {
      const [first] = datacenters;
      if (first === undefined || datacenters.length < 2 || tenants.size < 2) continue;
      const all = listed([...tenants]);
      report({
        key: first,
        title: `${tenants.size} tenants share the ${title} ${name}`,
        message: `${listed(datacenters.map((id) => datacenterName(read, id)))} use the ${title} ${name}: whoever holds its credential reaches machines and volumes of ${all}, and one of them can use up the quota of all.`,
        remedy: `Prepare ${withArticle(title)} for each tenant and name it at each datacenter.`,
        answers: paths,
      });
    }
  },
});
