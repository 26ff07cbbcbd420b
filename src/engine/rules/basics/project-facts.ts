import type { ListedKind } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule } from "../../kernel/rule.ts";
import { releaseOf } from "../../releases/registry.ts";
import type { ProjectFacts } from "../../plan/plan.ts";

/** What the cover says. Never waits: unanswered parts are open values. */
export const projectFacts = rule<ProjectFacts>({
  id: "project.facts",
  title: "Cover of the plan",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const questions = { place: infrastructure.place.name, cluster: infrastructure.cluster.name, datacenter: infrastructure.datacenter.name };
    // By id: a record counts as the same in any order, so its order must not tell which subject came first.
    const namesOf = (kind: ListedKind) =>
      Object.fromEntries(
        read.subjects(kind).toSorted().map((id) => {
          const name = read.maybe(questions[kind], id);
          return [id, name.kind === "known" ? name.value : id] as const;
        }),
      );
    const names = { place: namesOf("place"), cluster: namesOf("cluster"), datacenter: namesOf("datacenter") };
    const release = read.maybe(project.plan.release);
    const from = release.kind === "known" && releaseOf(release.value).upgradesFrom !== undefined ? read.optional(project.plan.upgradeFrom) : undefined;
    return {
      customer: read.maybe(project.plan.customer),
      title: read.maybe(project.plan.title),
      authors: read.maybe(project.plan.authors),
      date: read.maybe(project.plan.date),
      purpose: read.maybe(project.plan.purpose),
      edition: read.maybe(project.plan.edition),
      release,
      ...(from === undefined || from === "none" ? {} : { former: from }),
      domain: read.maybe(project.plan.domain),
      names,
      contacts: read.optional(project.plan.contacts) ?? [],
    };
  },
});
