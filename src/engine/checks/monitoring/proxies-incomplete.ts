import { monitoring } from "../../answers/chapters/monitoring.ts";
import { proxiesOfStacks } from "../../facts/monitoring.ts";
import { check } from "../../kernel/check.ts";
import { platformInterfaces, seedInterfaces } from "../../rules/certificates/interfaces.ts";

/** Some interfaces of a stack behind proxies, and not all that the installer asks keys for. */
export const proxiesIncomplete = check({
  id: "monitoring.proxies-incomplete",
  title: "The installer brings the proxies",
  severity: "advice",
  per: "plan",
  sources: ["kkp.code.seed-mla-validation", "kkp.code.user-cluster-mla-validation"],
  examine: (read, _plan, report) => {
    const all = read.fact(proxiesOfStacks);
    const stacks = [
      { key: "platform", wanted: all["seed-mla"], exposed: read.rule(platformInterfaces), question: monitoring.plan.platformUis, title: "master and Seeds" },
      { key: "seeds", wanted: all["usercluster-mla"], exposed: read.rule(seedInterfaces), question: monitoring.plan.seedUis, title: "the user-cluster MLA" },
    ] as const;
    for (const { key, wanted, exposed, question, title } of stacks) {
      const missing = wanted.filter((name) => !exposed.some((own) => own === name));
      if (exposed.length === 0 || missing.length === 0) continue;
      report({
        key,
        title: `Proxies of ${title} are installed by hand`,
        message: `With --mla-include-iap the installer stops unless ${wanted.join(", ")} have an encryption key each; this plan exposes ${exposed.join(", ")} and leaves ${missing.join(" and ")} out.`,
        remedy: `The runbook installs the chart of the proxies by itself. Expose ${missing.join(" and ")} as well to let the installer do it.`,
        answers: [read.path(question)],
      });
    }
  },
});
