import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { connectorsInUse, titlesOf } from "../../rules/identity/connectors.ts";

/** Groups that the identity source gives and that CE cannot bind. */
export const groupsInCe = check({
  id: "identity.groups-in-ce",
  title: "Groups can be bound to projects",
  severity: "advice",
  per: "plan",
  sources: ["kkp.groups"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) !== "CE") return;
    const sources = read.rule(connectorsInUse).filter(({ groups }) => groups);
    if (sources.length === 0) return;
    report({
      title: "Binding groups to projects is EE only",
      message: `${titlesOf(sources)} ${sources.length === 1 ? "tells" : "tell"} Dex the groups of each user. CE binds single users to projects and ignores groups.`,
      remedy: "Add users to projects one by one, or install EE.",
      answers: [read.path(project.plan.edition), read.path(authentication.plan.connector)],
    });
  },
});
