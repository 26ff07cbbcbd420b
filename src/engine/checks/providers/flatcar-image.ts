import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { datacenterName } from "../../rules/basics/platform.ts";

/** Flatcar images that are too new for the operating-system-manager of the release. */
export const flatcarImage = check({
  id: "providers.flatcar-image",
  title: "Flatcar that the release can configure",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.known-issues"],
  examine: (read, datacenter, report) => {
    const chosen = read.optional(infrastructure.datacenter.operatingSystems, datacenter) ?? [];
    const tooNewFrom = chosen.map((id) => operatingSystemOf(id).tooNewFrom).find((fact) => fact !== undefined);
    if (!tooNewFrom) return;
    const release = read.answer(project.plan.release);
    const broken = read.fact(tooNewFrom)[release];
    if (broken === undefined) return;
    report({
      title: `Flatcar of today does not join under KKP ${release}`,
      message: `Workers of ${datacenterName(read, datacenter)} are to run Flatcar; from Flatcar Stable ${broken} on, machines start and never join a user cluster of KKP ${release}.`,
      remedy: `Pin an image below ${broken} and switch its updates off, or plan with KKP 2.30 or newer.`,
      answers: [read.path(infrastructure.datacenter.operatingSystems, datacenter), read.path(project.plan.release)],
    });
  },
});
