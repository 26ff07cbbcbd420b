import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check, type Check } from "../../kernel/check.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { spokenStrategies, strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { formatFigure } from "../../values/figures.ts";

/**
 * A check that more user clusters are planned than a ceiling of ports or listeners allows. `spread` says whether a load balancer
 * for each user cluster leaves that ceiling alone.
 */
export const exhausted = (id: string, title: string, source: Rule<Ceiling>, spread: (read: Reader, cluster: string) => boolean): Check =>
  check({
    id,
    title,
    severity: "blocker",
    per: "cluster",
    sources: ["kkp.expose-strategies"],
    examine: (read, cluster, report) => {
      const ceiling = read.rule(source, cluster);
      if (ceiling.used <= ceiling.limit || ceiling.maxUserClusters === "unlimited") return;
      const name = clusterName(read, cluster);
      const datacenters = reachedBy(read, read.rule(datacentersOf, cluster), ["NodePort", "LoadBalancer"]);
      const most = formatFigure(ceiling.maxUserClusters);
      const each = spread(read, cluster);
      report({
        title: `${name} runs out of ${ceiling.unit}`,
        message: `With ${spokenStrategies(read.rule(strategiesOf, cluster))} the user clusters of ${name} take ${formatFigure(ceiling.used)} of ${formatFigure(ceiling.limit)} ${ceiling.unit} (${ceiling.title}); ${most} user clusters are the most.`,
        remedy: `Choose Tunneling, which takes no ${ceiling.unit} for a user cluster${each ? ", LoadBalancer, which gives each of them a load balancer of its own," : ","} or spread the user clusters over more Seeds, at most ${most} on each.`,
        fixes: [...strategyFix(read, datacenters, "Choose Tunneling", "Tunneling"), ...(each ? strategyFix(read, datacenters, "Choose LoadBalancer", "LoadBalancer") : [])],
        running: `Spread further user clusters over more Seeds, at most ${most} on each.`,
        answers: [...strategyPaths(read, datacenters), ...read.rule(datacentersOf, cluster).map((datacenter) => read.path(infrastructure.datacenter.smallClusters, datacenter))],
      });
    },
  });
