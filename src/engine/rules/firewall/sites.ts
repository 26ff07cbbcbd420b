import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { knownIds } from "./subjects.ts";

/** What stands in one place. */
export interface Site {
  readonly clusters: readonly string[];
  readonly datacenters: readonly string[];
  /** Providers whose APIs are called for machines of this place, in order of appearance. */
  readonly providers: readonly ProviderId[];
  /** Whether the customer's own network serves machines there: someone must name its DNS and time servers. */
  readonly customerNetwork: boolean;
}

/**
 * What stands in each place, in one pass over all subjects, so that many places stay linear. Takes what is answered:
 * a machine without place adds nothing here, and the rules of its own flows wait for the answer.
 */
export const sites = rule<ReadonlyMap<string, Site>>({
  id: "topology.sites",
  title: "What stands in each place",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const found = new Map([...read.rule(knownIds).places].map((id) => [id, { clusters: [] as string[], datacenters: [] as string[], providers: new Set<ProviderId>() }]));
    for (const kind of ["cluster", "datacenter"] as const) {
      const { place, provider } = infrastructure[kind];
      for (const id of read.subjects(kind)) {
        const site = found.get(read.optional(place, id) ?? "");
        if (!site) continue;
        (kind === "cluster" ? site.clusters : site.datacenters).push(id);
        const supplier = read.optional(provider, id);
        if (supplier !== undefined) site.providers.add(supplier);
      }
    }
    return new Map(
      [...found].map(([id, { clusters, datacenters, providers }]) => [
        id,
        {
          clusters,
          datacenters,
          providers: [...providers],
          customerNetwork: [...providers].some((provider) => providerOf(provider).machineAddresses !== "provider"),
        },
      ]),
    );
  },
});
