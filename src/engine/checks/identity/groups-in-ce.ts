import { authentication } from "../../answers/chapters/authentication.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { connectorsInUse, titlesOf } from "../../rules/identity/connectors.ts";
import { listed } from "../../values/sentence.ts";

/** Tenants whose people come in groups, which CE cannot bind to their projects. What CE does with groups at all, the decision about the edition tells. */
export const groupsInCe = check({
  id: "identity.groups-in-ce",
  title: "Tenants get their projects by group",
  severity: "advice",
  per: "plan",
  sources: ["kkp.groups"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) !== "CE") return;
    const sources = read.rule(connectorsInUse).filter(({ groups }) => groups);
    if (sources.length === 0 || read.optional(infrastructure.plan.severalTenants) !== true) return;
    const tenants = read.optional(infrastructure.plan.tenants) ?? [];
    report({
      title: "Projects of tenants follow no group in CE",
      message: `${titlesOf(sources)} ${sources.length === 1 ? "tells" : "tell"} Dex the groups of each user, and binding groups to projects is EE only. People of ${tenants.length > 0 ? listed(tenants) : "several tenants"} are added to their projects and taken out one by one, and who is forgotten keeps access to another tenant's clusters.`,
      remedy: "Agree with each tenant who adds and removes its people, or install EE.",
      fixes: [{ title: "Install EE", set: [{ path: read.path(project.plan.edition), value: "EE" }] }],
      answers: [read.path(project.plan.edition), read.path(infrastructure.plan.severalTenants), read.path(authentication.plan.connector)],
    });
  },
});
