import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { spokenStrategies, strategiesOf } from "../../rules/basics/exposure.ts";
import { listsOfSeed } from "../../rules/basics/api-lists.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { groupRuleCeiling, groupRules, groupRuleUse } from "../../rules/sizing/group-rules.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";

/** More rules for load balancers than the group of the nodes holds. */
export const groupRulesExhausted = check({
  id: "sizing.group-rules-exhausted",
  title: "Rules of the nodes' group suffice",
  severity: "warning",
  also: ["blocker"],
  per: "cluster",
  sources: ["aws.vpc-quotas", "aws.balancer-rules"],
  examine: (read, cluster, report) => {
    const { used, limit, maxUserClusters } = read.rule(groupRuleCeiling, cluster);
    if (used <= limit) return;
    const { holder, quota } = read.rule(groupRules, cluster);
    const { groups, most } = read.fact(quota);
    const name = clusterName(read, cluster);
    const datacenters = reachedBy(read, read.rule(datacentersOf, cluster), ["NodePort", "LoadBalancer"]);
    const ends = used > most;
    const others = Math.floor(most / used);
    const held = used * groups <= most ? "" : `, with ${formatFigure(others)} in place of ${groups} groups for each interface, since the product of both ends at ${formatFigure(most)}`;
    const lists = listsOfSeed(read, cluster);
    const fewer = `${lists.length === 0 ? "" : "name fewer and wider networks, "}choose Tunneling, which takes no rule for a user cluster, or spread user clusters over more Seeds`;
    const many = maxUserClusters === "unlimited" ? "" : `; with that, ${formatCount(maxUserClusters, "user cluster")} ${maxUserClusters === 1 ? "is" : "are"} the most`;
    report({
      severity: ends ? "blocker" : "warning",
      title: `Load balancers of ${name} need more rules than the ${holder} holds`,
      message: `With ${spokenStrategies(read.rule(strategiesOf, cluster))} they take ${formatFigure(used)} rules, and it holds ${formatFigure(limit)} unless more are asked for${many}. What goes beyond is refused: the load balancer is there, and its health checks and callers reach no node.`,
      remedy: ends ? `No quota goes beyond ${formatFigure(most)}: ${fewer}.` : `Before the Services are made, ask for a quota of ${formatFigure(used)} inbound rules for each security group or more${held}; or ${fewer}.`,
      fixes: read.rule(groupRuleUse, cluster).fixed <= (ends ? most : limit) ? strategyFix(read, datacenters, "Choose Tunneling", "Tunneling") : [],
      answers: [...strategyPaths(read, datacenters), ...lists, ...read.rule(datacentersOf, cluster).map((datacenter) => read.path(infrastructure.datacenter.smallClusters, datacenter))],
    });
  },
});
