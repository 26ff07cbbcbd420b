import { project } from "../../answers/chapters/project.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { rule } from "../../kernel/rule.ts";
import type { CertificatePlan } from "../../plan/plan.ts";

/** Names that older checklists ask for and that nothing serves any more. */
export const leftOut = rule<CertificatePlan["leftOut"]>({
  id: "certificates.left-out",
  title: "Names left out of certificates",
  per: "plan",
  sources: ["kkp.changelog-2.16"],
  derive: (read) => {
    const domain = read.answer(project.plan.domain);
    return read.fact(certificateNames.removedHosts).map(({ label, title, removedIn }) => ({
      id: `left-out.${label}`,
      name: `${label}.${domain}`,
      from: read.cell,
      why: `KKP removed ${title} in ${removedIn}, so nothing serves this name, although the setup checklist still lists it.`,
    }));
  },
});
