import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Question } from "../../answers/question.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";

/** Who stands in a place, and whether a DHCP server of the customer serves machines there, or could serve them. */
export interface Residents {
  readonly clusters: readonly string[];
  readonly datacenters: readonly string[];
  readonly dhcp: boolean;
  readonly couldBeServed: boolean;
}

const NOBODY: Residents = { clusters: [], datacenters: [], dhcp: false, couldBeServed: false };

/** Residents of all places in one pass, so that many places stay linear. Those without a place yet are left out. */
export const residents = rule<ReadonlyMap<string, Residents>>({
  id: "addresses.residents",
  title: "Clusters and datacenters of each place",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const byPlace = new Map<string, { clusters: string[]; datacenters: string[]; dhcp: boolean; couldBeServed: boolean }>();
    const at = (place: string) => {
      const entry = byPlace.get(place) ?? { clusters: [], datacenters: [], dhcp: false, couldBeServed: false };
      byPlace.set(place, entry);
      return entry;
    };
    const served = (provider: Parameters<typeof providerOf>[0] | undefined) =>
      provider !== undefined && providerOf(provider).machineAddresses === "dhcp-server";
    for (const id of read.subjects("cluster")) {
      const place = read.optional(infrastructure.cluster.place, id);
      if (place === undefined) continue;
      const entry = at(place);
      entry.clusters.push(id);
      const could = served(read.optional(infrastructure.cluster.provider, id));
      entry.couldBeServed ||= could;
      entry.dhcp ||= could && !isFixed(read.maybe(infrastructure.cluster.workerAddressing, id));
    }
    for (const id of read.subjects("datacenter")) {
      const place = read.optional(infrastructure.datacenter.place, id);
      if (place === undefined) continue;
      const entry = at(place);
      entry.datacenters.push(id);
      const could = served(read.optional(infrastructure.datacenter.provider, id));
      entry.couldBeServed ||= could;
      entry.dhcp ||= could && (workersStandSoFar(read, id) ?? "node-network") === "node-network";
    }
    return byPlace;
  },
});

const isFixed = (addressing: Value<string>): boolean => addressing.kind === "known" && addressing.value === "fixed";

/** Residents of one place. */
export const residentsOf = rule<Residents>({
  id: "addresses.residents-of-place",
  title: "Clusters and datacenters of the place",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    const found = read.aside(() => read.rule(residents)).get(place) ?? NOBODY;
    for (const id of found.clusters) read.optional(infrastructure.cluster.place, id);
    for (const id of found.datacenters) read.optional(infrastructure.datacenter.place, id);
    return found;
  },
});

/** Answers that would add a resident to some place: clusters and datacenters whose place is not known yet. */
export const unplaced = rule<readonly (readonly [question: Question<unknown>, subject: string])[]>({
  id: "addresses.unplaced",
  title: "Clusters and datacenters without a place",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => [
    ...read.subjects("cluster").map((id) => [infrastructure.cluster.place, id] as const),
    ...read.subjects("datacenter").map((id) => [infrastructure.datacenter.place, id] as const),
  ].filter(([question, id]) => read.optional(question, id) === undefined),
});
