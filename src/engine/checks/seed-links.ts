import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { network } from "../answers/chapters/network.ts";
import { check } from "../kernel/check.ts";
import { strategiesOf } from "../rules/basics/exposure.ts";
import { clusterName, masterCluster, placeName } from "../rules/basics/platform.ts";
import { issuerInWords, tokenIssuer } from "../rules/identity/token-issuer.ts";
import { listed } from "../values/sentence.ts";

/** A Seed in another place than the master, which do not reach or do not find each other. */
export const seedLinks = check({
  id: "topology.seed-links",
  title: "Links between the master and its Seeds",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.address"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) !== "seed") return;
    const master = read.rule(masterCluster);
    const place = read.answer(infrastructure.cluster.place, cluster);
    if (place === read.answer(infrastructure.cluster.place, master)) return;
    const [seed, masterName, where] = [clusterName(read, cluster), clusterName(read, master), placeName(read, place)];
    if (read.optional(network.cluster.routeToMaster, cluster) === false) {
      report({
        key: "route",
        title: `No route between ${masterName} and ${seed}`,
        message: `${masterName} must reach the Kubernetes API of ${seed} in ${where}, and ${seed} the platform entry. Without a route the Seed is never installed.`,
        remedy: `Have the network team build a route between both places, or serve ${where} by a Seed that the master reaches.`,
        answers: [read.path(network.cluster.routeToMaster, cluster), read.path(infrastructure.cluster.place, cluster)],
      });
    }
    if (read.optional(network.cluster.resolvesDomain, cluster) !== false) return;
    const named = read.rule(strategiesOf, cluster).filter((strategy) => strategy !== "LoadBalancer");
    const issuer = issuerInWords(read.rule(tokenIssuer));
    report({
      key: "resolution",
      title: `${seed} does not resolve names below the base domain`,
      message: named.length > 0
        ? `With ${listed(named)} KKP on ${seed} looks up the name of each user cluster and finishes none before it resolves in ${where}; logins fail as well, because ${issuer} is not found.`
        : `API servers of user clusters on ${seed} do not find ${issuer} from ${where}, so nobody logs in to them.`,
      remedy: `Have the DNS servers of ${where} forward the base domain.`,
      answers: [read.path(network.cluster.resolvesDomain, cluster)],
    });
  },
});
