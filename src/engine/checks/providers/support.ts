import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Infrastructure for workers that KKP supports with limits: experimental, deprecated, or not confirmed. */
export const limitedSupport = check({
  id: "providers.limited-support",
  title: "Support of the workers' infrastructure",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.providers"],
  examine: (read, datacenter, report) => {
    const { support, title } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!support) return;
    read.cite(...support.sources);
    const production = read.optional(project.plan.purpose) === "production";
    report({
      severity: production ? "warning" : "advice",
      title: `${title} is supported with limits`,
      message: `${support.statement} ${datacenterName(read, datacenter)} relies on it${production ? " in production" : ""}.`,
      remedy: "Agree with Kubermatic in writing what support covers, and try this datacenter out before users depend on it.",
      answers: [read.path(infrastructure.datacenter.provider, datacenter)],
    });
  },
});
