import { dnsLimits } from "../../facts/dns.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { servedHosts } from "../certificates/hosts.ts";
import { nameLengths } from "../dns/name-lengths.ts";

/** The longest name of a cluster against what DNS holds. */
export const nameLengthCeiling = rule<Ceiling>({
  id: "sizing.name-length",
  title: "Longest name of the cluster",
  per: "cluster",
  sources: ["rfc.1035", "kkp.code.cluster-validation"],
  derive: (read, cluster) => {
    // The longest name is not known before all of them are.
    read.optionalRule(servedHosts, cluster);
    const [first, ...others] = read.rule(nameLengths, cluster);
    if (!first) return read.notApplicable(`${clusterName(read, cluster)} has no name below the base domain.`);
    const longest = others.reduce((so, one) => (one.length > so.length ? one : so), first);
    const limit = read.fact(dnsLimits.nameLength);
    const [generated, most] = [read.fact(dnsLimits.clusterIdLength), read.fact(dnsLimits.ownIdLength)];
    const room = Math.max(0, Math.min(most, generated + limit - longest.length));
    // Ids that people choose may be longer than those of KKP, and so may the names that hold them.
    const grown = first.ofUserCluster && !longest.ofUserCluster ? first.length - generated + most : 0;
    const chosen = grown > longest.length ? ` while KKP makes the ids; with an id of ${most} characters, which people may choose, ${first.shown} has ${grown}${grown > limit ? `, and DNS holds ${limit}` : ""}.` : "; user clusters make none longer.";
    return {
      id: `ceiling.name-length[${cluster}]`,
      cluster,
      title: "Characters of the longest name",
      used: longest.length,
      limit,
      unit: "characters",
      maxUserClusters: "unlimited",
      from: read.cell,
      why: longest.ofUserCluster
        ? `${longest.shown} counts with an id of ${generated} characters, as KKP makes them; an id that people choose ${room === most ? `may have all ${most}` : `may have ${room} of the ${most}`} that KKP takes. More user clusters make no name longer.`
        : `${longest.shown} is the ${others.length === 0 ? "only name" : `longest of ${formatCount(others.length + 1, "name")}`}${chosen}`,
    };
  },
});
