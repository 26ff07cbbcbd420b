import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import type { Question } from "../../answers/question.ts";
import { rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "./infrastructure.ts";
import { sharedUserOf } from "./shared-user.ts";

/** The project, account or subscription in which user clusters of a datacenter lie, where it is another than that of the management. Waits for its name. */
export const accountApart = rule<{ readonly title: string; readonly name: string }>({
  id: "infrastructure.account-apart",
  title: "Account of user clusters",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const { accountOf, questions, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    // Keys come from provider records, so the question is a text by the record's own definition.
    const question = accountOf?.apart ? (providerQuestions.datacenter[accountOf.question] as Question<string> | undefined) : undefined;
    if (!accountOf || !question) return read.notApplicable(`Nobody is asked which account of ${title} user clusters have.`);
    if (accountOf.question in (questions.tenants ?? {}) && !read.answer(infrastructure.plan.severalTenants)) return read.notApplicable("One owner has everything.");
    if (read.optionalRule(sharedUserOf, datacenter)) return read.notApplicable("A user of the management makes the workers.");
    const name = read.answer(question, datacenter);
    if (accountOf.ofManagement !== undefined) {
      const management = placeAnswer(read, accountOf.ofManagement, read.answer(infrastructure.datacenter.place, datacenter));
      if (management?.kind === "known" && management.value === name) return read.notApplicable("It is that of the management.");
    }
    return { title: accountOf.title, name };
  },
});
