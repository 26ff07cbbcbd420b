import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { certificateNames } from "../../facts/certificates.ts";
import { rule } from "../../kernel/rule.ts";
import type { CertificatePlan } from "../../plan/plan.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { seedDomain } from "../basics/platform.ts";

/** Names of user clusters of a Seed: their records lead to servers with a CA of their own. */
export const ownAuthority = rule<CertificatePlan["leftOut"]>({
  id: "certificates.own-authority",
  title: "Names with a CA of their own",
  per: "cluster",
  sources: ["kkp.code.tls-serving", "kkp.code.konnectivity-tls"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master runs no user clusters.");
    const strategies = read.rule(strategiesOf, cluster);
    if (strategies.every((strategy) => strategy === "LoadBalancer")) return read.notApplicable("User clusters are reached by address, so none of their names is asked for.");
    const below = read.rule(seedDomain, cluster);
    const tunnelled = strategies.includes("Tunneling");
    return [
      {
        id: `left-out.user-clusters[${cluster}]`,
        name: `<id>.${below}`,
        from: read.cell,
        why: `KKP makes a CA for each user cluster and signs its API server${tunnelled ? " and its konnectivity-server" : ""} with it; kubeconfigs and workers carry that CA, so neither a name nor a wildcard for *.${below} is asked for on their behalf.`,
      },
    ];
  },
});

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
