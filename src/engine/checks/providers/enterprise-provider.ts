import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Workers on infrastructure of the Enterprise Edition in a plan of the Community Edition. */
export const enterpriseProvider = check({
  id: "providers.enterprise-provider",
  title: "Edition and the workers' infrastructure",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.editions"],
  examine: (read, datacenter, report) => {
    const { enterprise, title } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!enterprise || read.answer(project.plan.edition) !== "CE") return;
    read.cite(...enterprise.sources);
    const path = read.path(project.plan.edition);
    report({
      title: `${title} belongs to the Enterprise Edition`,
      message: `The editions page lists ${title} under EE only, the list of providers names no edition; whether CE runs workers of ${datacenterName(read, datacenter)} is not confirmed.`,
      remedy: "Use the Enterprise Edition, or have Kubermatic confirm that CE is enough.",
      fixes: [{ title: "Use EE", set: [{ path, value: "EE" }] }],
      answers: [path, read.path(infrastructure.datacenter.provider, datacenter)],
    });
  },
});
