import { dns } from "../../answers/chapters/dns.ts";
import { check } from "../../kernel/check.ts";
import { strategiesInUse } from "../../rules/basics/exposure.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { seedDomain, seeds } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** User clusters that get names nobody may enter. */
export const seedWildcard = check({
  id: "dns.seed-wildcard",
  title: "Names of user clusters can be resolved",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.add-seed", "kkp.code.address"],
  examine: (read, _plan, report) => {
    const strategy = listed(read.rule(strategiesInUse).filter((one) => one !== "LoadBalancer"));
    const ids = read.rule(seeds);
    if (strategy === "" || ids.length === 0 || read.answer(dns.plan.seedWildcard)) return;
    const wildcard = read.path(dns.plan.seedWildcard);
    const datacenters = reachedBy(read, read.subjects("datacenter"), ["NodePort", "Tunneling"]);
    const [first = ""] = ids;
    report({
      title: `${strategy} ${strategy.includes(" ") ? "need" : "needs"} a wildcard record for each Seed`,
      message: `With ${strategy}, user clusters are reached as <id>.${read.rule(seedDomain, first)}. Their ids are made when they are created, so without a wildcard record none of these names resolves and no user cluster is finished.`,
      remedy: "Allow a wildcard record below each Seed, or give every user cluster an address of its own by LoadBalancer.",
      running: "Allow a wildcard record below each Seed.",
      fixes: [
        { title: "Allow wildcard records for Seeds", set: [{ path: wildcard, value: true }] },
        ...strategyFix(read, datacenters, "Expose user clusters by LoadBalancer, each with an address of its own", "LoadBalancer"),
      ],
      answers: [wildcard, ...strategyPaths(read, datacenters)],
    });
  },
});
