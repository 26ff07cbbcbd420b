import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { connectorsInUse, titlesOf } from "../../rules/identity/connectors.ts";

/** EE could bind groups to projects, and the identity source gives none. */
export const noGroups = check({
  id: "identity.no-groups",
  title: "Groups reach the platform",
  severity: "advice",
  per: "plan",
  sources: ["kkp.groups", "dex.connectors"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) !== "EE") return;
    const all = read.rule(connectorsInUse);
    if (all.some(({ groups }) => groups)) return;
    report({
      title: `${titlesOf(all)}: no groups come along`,
      message: "EE binds groups to projects, so that people who join a team get its projects by themselves. This identity source names users only.",
      remedy: "Choose an identity source with groups, or add users to projects one by one.",
      answers: [read.path(authentication.plan.connector), read.path(project.plan.edition)],
    });
  },
});
