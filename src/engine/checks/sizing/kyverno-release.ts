import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { kyvernoReleases } from "../../facts/releases.ts";
import { check } from "../../kernel/check.ts";
import { installFix } from "../../rules/basics/install-fix.ts";

/** Kyverno in a release whose Seeds cannot be told about it. */
export const kyvernoRelease = check({
  id: "sizing.kyverno-release",
  title: "Kyverno can be enforced by the Seed",
  severity: "warning",
  per: "plan",
  sources: ["kkp.code.datacenter"],
  examine: (read, _plan, report) => {
    if (!read.answer(sizing.plan.seedExtras).includes("kyverno")) return;
    const release = read.answer(project.plan.release);
    const known = read.fact(kyvernoReleases);
    const newest = known.at(-1);
    if (newest === undefined || known.includes(release)) return;
    report({
      title: `KKP ${release} has no field for Kyverno in Seeds and datacenters`,
      message: `The fields that switch Kyverno on for all user clusters of a Seed or datacenter came with KKP ${known[0]}; with ${release} someone switches it on in each user cluster.`,
      remedy: `Install KKP ${known[0]} or newer, or plan for switching it on cluster by cluster.`,
      fixes: installFix(read, newest),
      answers: [read.path(project.plan.release), read.path(sizing.plan.seedExtras)],
    });
  },
});
