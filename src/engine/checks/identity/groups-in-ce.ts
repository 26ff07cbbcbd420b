import { authentication } from "../../answers/chapters/authentication.ts";
import { project } from "../../answers/chapters/project.ts";
import { connectorOf } from "../../connectors/registry.ts";
import { check } from "../../kernel/check.ts";

/** Groups that the identity source gives and that CE cannot bind. */
export const groupsInCe = check({
  id: "identity.groups-in-ce",
  title: "Groups can be bound to projects",
  severity: "advice",
  per: "plan",
  sources: ["kkp.groups"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) !== "CE") return;
    const connector = connectorOf(read.answer(authentication.plan.connector));
    if (!connector.groups) return;
    report({
      title: "Binding groups to projects is EE only",
      message: `${connector.title} tells Dex the groups of each user. CE binds single users to projects and ignores groups.`,
      remedy: "Add users to projects one by one, or install EE.",
      answers: [read.path(project.plan.edition), read.path(authentication.plan.connector)],
    });
  },
});
