import { backup } from "../../answers/chapters/backup.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Question } from "../../answers/question.ts";
import { check } from "../../kernel/check.ts";
import { listed } from "../../values/sentence.ts";

/** What the Community Edition does not know, by the answers that ask for it. */
const ENTERPRISE: readonly { readonly question: Question<readonly string[]>; readonly values: Readonly<Record<string, string>> }[] = [
  { question: sizing.plan.seedExtras, values: { metering: "Metering", kyverno: "Kyverno" } },
  { question: backup.plan.further, values: { "user-clusters": "Backup of user clusters" } },
];

/** Components of the Enterprise Edition in a plan of the Community Edition. */
export const extrasInCe = check({
  id: "sizing.extras-in-ce",
  title: "Components belong to the edition",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.editions"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) === "EE") return;
    const found = ENTERPRISE.flatMap(({ question, values }) => {
      const chosen = read.optional(question) ?? [];
      const titles = Object.entries(values).flatMap(([value, title]) => (chosen.includes(value) ? [title] : []));
      return titles.length === 0 ? [] : [{ path: read.path(question), titles, rest: chosen.filter((value) => !(value in values)) }];
    });
    if (found.length === 0) return;
    const titles = found.flatMap((each) => each.titles);
    const names = listed(titles);
    const edition = read.path(project.plan.edition);
    report({
      title: `${names} in the Community Edition`,
      message: `${names} ${titles.length === 1 ? "is a feature" : "are features"} of the Enterprise Edition; the operator of the Community Edition does not know ${titles.length === 1 ? "it" : "them"}.`,
      remedy: "Choose the Enterprise Edition, or leave them out.",
      fixes: [
        { title: "Choose the Enterprise Edition", set: [{ path: edition, value: "EE" }] },
        { title: `Leave ${listed(titles)} out`, set: found.map(({ path, rest }) => ({ path, value: rest })) },
      ],
      answers: [edition, ...found.map(({ path }) => path)],
    });
  },
});
