import { backup } from "../../answers/chapters/backup.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { check } from "../../kernel/check.ts";

/** Components of the Enterprise Edition in a plan of the Community Edition. */
export const extrasInCe = check({
  id: "sizing.extras-in-ce",
  title: "Components belong to the edition",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.editions"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) === "EE") return;
    const extras: readonly string[] = read.optional(sizing.plan.seedExtras) ?? [];
    const further: readonly string[] = read.optional(backup.plan.further) ?? [];
    const found = [
      ...(extras.includes("metering") ? [["Metering", sizing.plan.seedExtras] as const] : []),
      ...(extras.includes("kyverno") ? [["Kyverno", sizing.plan.seedExtras] as const] : []),
      ...(further.includes("user-clusters") ? [["Backup of user clusters", backup.plan.further] as const] : []),
    ];
    if (found.length === 0) return;
    const names = found.map(([name]) => name).join(", ");
    const edition = read.path(project.plan.edition);
    report({
      title: `${names} in the Community Edition`,
      message: `${names} ${found.length === 1 ? "is a feature" : "are features"} of the Enterprise Edition; the operator of the Community Edition does not know ${found.length === 1 ? "it" : "them"}.`,
      remedy: "Choose the Enterprise Edition, or leave them out.",
      fixes: [{ title: "Choose the Enterprise Edition", set: [{ path: edition, value: "EE" }] }],
      answers: [edition, ...new Set(found.map(([, question]) => read.path(question)))],
    });
  },
});
