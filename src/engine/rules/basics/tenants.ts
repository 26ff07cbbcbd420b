import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { workersStandSoFar } from "./made-networks.ts";

/** Names each once; none while they are open. */
const statedOnce = (names: Value<readonly string[]>): readonly string[] => (names.kind === "known" ? [...new Set(names.value)] : []);

/** Names of all tenants; none while the platform serves one owner only. */
export const tenants = rule<readonly string[]>({
  id: "infrastructure.tenants",
  title: "Tenants of the platform",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => (read.answer(infrastructure.plan.severalTenants) ? statedOnce(read.maybe(infrastructure.plan.tenants)) : []),
});

/** Names of the tenants that use a datacenter. */
export const tenantsOf = rule<readonly string[]>({
  id: "infrastructure.tenants-of-datacenter",
  title: "Tenants of the datacenter",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => (read.answer(infrastructure.plan.severalTenants) ? statedOnce(read.maybe(infrastructure.datacenter.tenants, datacenter)) : []),
});

/** A network with the datacenters whose workers stand in it. */
export interface SharedNetwork {
  /** The network in words: its block, or the node network of a place. */
  readonly shown: string;
  readonly datacenters: readonly string[];
}

/** Networks of workers by what they are, in one pass, so that many datacenters stay linear. */
export const workerNetworks = rule<readonly SharedNetwork[]>({
  id: "infrastructure.worker-networks",
  title: "Networks of workers",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const found = new Map<string, { shown: string; datacenters: string[] }>();
    for (const id of read.subjects("datacenter")) {
      const stand = workersStandSoFar(read, id);
      // Each user cluster has a network to itself.
      if (stand === "made-networks") continue;
      const own = stand === "own-network";
      const place = read.optional(infrastructure.datacenter.place, id);
      const block = own ? read.optional(network.datacenter.workerNetwork, id) : place === undefined ? undefined : read.optional(network.place.nodeNetwork, place);
      if (block === undefined) continue;
      const entry = found.get(block) ?? { shown: block, datacenters: [] };
      entry.datacenters.push(id);
      found.set(block, entry);
    }
    return [...found.values()];
  },
});
