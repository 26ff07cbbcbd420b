import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";
import { strategyOfDatacenter } from "../basics/exposure.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { placeOfWorkers, seedOf } from "./subjects.ts";

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
    const from = read.cell;
    const rows: AccessRow[] = [
      {
        id: `access.route[${datacenter}]`,
        title: `Route from the workers of ${workers} to the virtual addresses of ${seedName}`,
        detail: inWords(read.maybe(network.datacenter.routeToSeed, datacenter), "There is a route", "There is no route yet"),
        team: "network",
        from,
        why: `Workers of ${workers} dial ${seedName} from ${where}; nothing dials back, so one direction is enough.`,
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

/** Rows of the access part about links between places. */
export const linkRules: readonly Rule<readonly AccessRow[]>[] = [linkToSeed];
