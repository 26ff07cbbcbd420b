import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, entryIn, goesAtOnce, masterCluster, replacedAt } from "../basics/platform.ts";
import { closedHosts } from "../certificates/closed-hosts.ts";
import { seedInterfaceHosts } from "../certificates/hosts.ts";
import { itemOf, type Draft } from "./item.ts";

/** Hosts that close during an upgrade, told to those who open them. */
const pauses = rule<readonly Draft[]>({
  id: "checklist.pauses",
  title: "Checklist: pauses of an upgrade",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const { hosts, from, until } = read.rule(closedHosts, cluster);
    const former = replacedAt(read, cluster);
    const name = clusterName(read, cluster);
    const whole = former !== undefined && read.rule(masterCluster) === cluster && goesAtOnce(former);
    const tenants = (read.optionalRule(seedInterfaceHosts, cluster) ?? []).length > 0;
    const who = whole ? "Everybody who works with the platform" : `Whoever watches ${name}${tenants ? ", and every owner of user clusters there," : ""}`;
    return [
      itemOf(read, `pause[${cluster}]`, {
        title: `Pause of ${whole ? "the platform" : `${formatCount(hosts.length, "interface")} of ${name}`} announced for the upgrade`,
        team: "platform",
        chapter: "monitoring",
        verify: `${who} knows the day and that ${listed(hosts.map((host) => host.name))} ${hosts.length === 1 ? "opens" : "open"} for nobody from ${from} until ${until}`,
        why: `Routes hang on one entry at a time: ${former?.title ?? "the former entry"} loses those of ${name} to ${entryIn(read, cluster).title}, and a browser that is led to the other one finds nothing.`,
      }),
    ];
  },
});

export const pauseItems: readonly Rule<readonly Draft[]>[] = [pauses];
