import { access } from "../../answers/chapters/access.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";

/** A production platform whose configuration lies on somebody's machine. */
export const noRepository = check({
  id: "operations.no-repository",
  title: "The configuration is kept in a repository",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    if (read.optional(project.plan.purpose) !== "production") return;
    if (read.answer(access.plan.repository).toLowerCase() !== "none") return;
    const path = read.path(access.plan.repository);
    report({
      title: "The configuration of a production platform is kept nowhere",
      message: "kubermatic.yaml, the values and the Seeds exist on the installing machine alone; the next upgrade needs exactly these files.",
      remedy: "Name a Git repository that the platform team owns.",
      answers: [path, read.path(project.plan.purpose)],
    });
  },
});
