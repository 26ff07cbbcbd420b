import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { poolOf } from "../addresses/assignments.ts";
import { spokenStrategies, strategiesOf } from "../basics/exposure.ts";

/** Addresses of a Seed's block, and the number of user clusters at which they end. */
export const addressCeiling = rule<Ceiling>({
  id: "sizing.addresses",
  title: "Virtual addresses of the Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const { block, needed, usable, maxUserClusters, assuming } = read.rule(poolOf, cluster);
    const strategy = spokenStrategies(read.rule(strategiesOf, cluster));
    return {
      id: `ceiling.addresses[${cluster}]`,
      cluster,
      title: "Virtual addresses",
      used: needed,
      limit: usable,
      unit: "addresses",
      maxUserClusters,
      from: read.cell,
      why:
        maxUserClusters === "unlimited"
          ? `With ${strategy} no user cluster takes an address of ${block}.`
          : strategy === "LoadBalancer"
            ? `With ${strategy} every user cluster takes an address of ${block}.`
            : `User clusters or API servers with an address of their own take it from ${block}${assuming === undefined ? "" : `; counted is that ${assuming}`}.`,
    };
  },
});
