import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import { ownPods } from "../addresses/pods-seen.ts";
import { strategiesOf, strategyOfDatacenter } from "../basics/exposure.ts";
import { clusterName, datacenterName, masterCluster, placeName } from "../basics/platform.ts";
import { issuerInWords, tokenIssuer } from "../identity/token-issuer.ts";
import { suppliedByHub } from "../workloads/supplier.ts";
import { isSeparateSeed, placeOfCluster, placeOfWorkers, seedOf } from "./subjects.ts";

const inWords = (value: Value<boolean>, yes: string, no: string): Value<string> => (value.kind === "known" ? { kind: "known", value: value.value ? yes : no } : value);

/** What must exist between workers and a Seed in another place: a route, and names that resolve. */
const linkToSeed = rule<readonly AccessRow[]>({
  id: "access.link-to-seed",
  title: "Link from the workers to their Seed",
  per: "datacenter",
  sources: ["kkp.setup-checklist", "kkp.expose-strategies"],
  derive: (read, datacenter) => {
    const seed = seedOf(read, datacenter);
    const place = placeOfWorkers(read, datacenter);
    if (read.answer(infrastructure.cluster.place, seed) === place) return [];
    const [workers, seedName, where] = [datacenterName(read, datacenter), clusterName(read, seed), placeName(read, place)];
    const dialled = () => suppliedByHub(read, datacenter);
    const byHub = read.aside(dialled) && dialled();
    const from = read.cell;
    const rows: AccessRow[] = [
      {
        id: `access.route[${datacenter}]`,
        title: `Route from the workers of ${workers} to the virtual addresses of ${seedName}`,
        detail: inWords(read.maybe(network.datacenter.routeToSeed, datacenter), "There is a route", "There is no route yet"),
        team: "network",
        from,
        why: `Workers of ${workers} dial ${seedName} from ${where}; ${byHub ? `${seedName} dials none of them` : "nothing dials back"}, so one direction is enough.`,
      },
    ];
    const strategy = read.rule(strategyOfDatacenter, datacenter);
    if (strategy === "LoadBalancer") return rows;
    read.cite("kkp.code.address");
    rows.push({
      id: `access.resolution[${datacenter}]`,
      title: `Name resolution for the workers of ${workers}`,
      detail: inWords(read.maybe(network.datacenter.resolvesDomain, datacenter), "Names below the base domain resolve there", "Names below the base domain do not resolve there yet"),
      team: "dns",
      from,
      why: `With ${strategy} the workers in ${where} find their API server by a name below ${seedName}.`,
    });
    return rows;
  },
});

/** Seeds that stand at another place than the master. Waits while that is open of one. */
export const seedsElsewhere = rule<readonly string[]>({
  id: "access.seeds-elsewhere",
  title: "Seeds at another place than the master",
  per: "plan",
  sources: [],
  derive: (read) => {
    const apart = read.subjects("cluster").filter((id) => isSeparateSeed(read, id));
    if (apart.length === 0) return [];
    const place = read.answer(infrastructure.cluster.place, read.rule(masterCluster));
    return apart.filter((id) => read.answer(infrastructure.cluster.place, id) !== place);
  },
});

/** What must exist between the master and a Seed in another place: a route both ways, and names that resolve. */
const linkToMaster = rule<readonly AccessRow[]>({
  id: "access.link-to-master",
  title: "Link between the Seed and the master",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.address", "kkp.code.apiserver-policy"],
  derive: (read, cluster) => {
    if (!isSeparateSeed(read, cluster)) return read.notApplicable("The Seed is the master's own cluster, or there is none here.");
    const master = read.rule(masterCluster);
    const place = placeOfCluster(read, cluster);
    if (read.answer(infrastructure.cluster.place, master) === place) return [];
    const [seed, masterName, where] = [clusterName(read, cluster), clusterName(read, master), placeName(read, place)];
    const issuer = issuerInWords(read.rule(tokenIssuer));
    const named = read.rule(strategiesOf, cluster).some((strategy) => strategy !== "LoadBalancer");
    const from = read.cell;
    return [
      {
        id: `access.route-to-master[${cluster}]`,
        title: `Route between ${seed} and ${masterName}, both ways`,
        detail: inWords(read.maybe(network.cluster.routeToMaster, cluster), "There is a route", "There is no route yet"),
        team: "network",
        from,
        why: `${masterName} installs and drives ${seed} in ${where} through its Kubernetes API and reads its user clusters; ${seed} asks ${issuer} whether a login holds.${[master, cluster].map((id) => leadsToPods(read, id)).join("")}`,
      },
      {
        id: `access.resolution-at-seed[${cluster}]`,
        title: `Name resolution for ${seed}`,
        detail: inWords(read.maybe(network.cluster.resolvesDomain, cluster), "Names below the base domain resolve there", "Names below the base domain do not resolve there yet"),
        team: "dns",
        from,
        why: named ? `KKP on ${seed} looks up the names of its own user clusters and finishes none before they resolve in ${where}; it finds ${issuer} by name as well.` : `${seed} finds ${issuer} by name, from ${where}.`,
      },
    ];
  },
});

/** What a route back has to know of pods that call with addresses of their own, as further sentences. */
function leadsToPods(read: Reader, cluster: string): string {
  const pods = ownPods(read, cluster);
  return pods === undefined ? "" : ` Pods of ${clusterName(read, cluster)} call from ${pods}, so routes on the other side lead there as well as to its nodes.`;
}

/** Rows of the access part about links between places. */
export const linkRules: readonly Rule<readonly AccessRow[]>[] = [linkToSeed, linkToMaster];
