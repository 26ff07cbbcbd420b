import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { editionLimits } from "../../facts/editions.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, seeds } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** More Seeds than CE allows. */
export const ceSecondSeed = check({
  id: "platform.ce-second-seed",
  title: "CE has one Seed",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.code.seed-ce", "kkp.editions"],
  examine: (read, _plan, report) => {
    if (read.answer(project.plan.edition) !== "CE") return;
    const ids = read.rule(seeds);
    const allowed = read.fact(editionLimits.seeds);
    if (ids.length <= allowed) return;
    const edition = read.path(project.plan.edition);
    const [first = "", ...others] = ids.map((id) => clusterName(read, id));
    report({
      title: `CE allows ${allowed} Seed, this plan has ${ids.length}`,
      message: `Beside ${first}, CE refuses ${listed(others)}.`,
      remedy: `Give the datacenters of ${listed(others)} to ${first}, or install EE.`,
      fixes: [{ title: "Install EE", set: [{ path: edition, value: "EE" }] }],
      answers: [edition, ...ids.map((id) => read.path(infrastructure.cluster.role, id))],
    });
  },
});
