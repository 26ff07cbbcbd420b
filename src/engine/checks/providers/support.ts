import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Production on infrastructure that KKP supports with limits: experimental, deprecated, or not confirmed. A trial meets them in its decisions. */
export const limitedSupport = check({
  id: "providers.limited-support",
  title: "Production stands on infrastructure with full support",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.providers"],
  examine: (read, datacenter, report) => {
    const { support, title } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (!support) return;
    if (read.answer(project.plan.purpose) !== "production") return;
    read.cite(...support.sources);
    report({
      title: `${title} is supported with limits`,
      message: `${support.statement} ${datacenterName(read, datacenter)} relies on it in production.`,
      remedy: "Agree with Kubermatic in writing what support covers, and try this datacenter out before users depend on it.",
      answers: [read.path(infrastructure.datacenter.provider, datacenter), read.path(project.plan.purpose)],
    });
  },
});
