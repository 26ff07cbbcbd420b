import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { network } from "../answers/chapters/network.ts";
import { check } from "../kernel/check.ts";
import type { Reader } from "../kernel/rule.ts";
import type { Fix } from "../plan/plan.ts";
import type { Provider } from "../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../providers/registry.ts";
import { clusterName, datacenterName, placeName } from "../rules/basics/platform.ts";
import { sites } from "../rules/firewall/sites.ts";
import { workersStandSoFar } from "../rules/basics/made-networks.ts";

interface Machines {
  readonly kind: "cluster" | "datacenter";
  readonly id: string;
  readonly name: string;
  readonly provider: Provider & { readonly id: ProviderId };
}

/** Machines of a cloud that are planned into the node network of another infrastructure. */
export const foreignCloud = check({
  id: "topology.foreign-cloud",
  title: "Machines of a cloud stand in networks of that cloud",
  severity: "blocker",
  per: "place",
  sources: ["kkp.setup-checklist", "kkp.providers"],
  examine: (read, place, report) => {
    const [owner, ...others] = inNodeNetwork(read, place);
    if (!owner) return;
    const block = read.optional(network.place.nodeNetwork, place);
    const where = placeName(read, place);
    for (const { kind, id, name, provider } of others) {
      if (provider.id === owner.provider.id || !(provider.vendorCloud || owner.provider.vendorCloud)) continue;
      read.cite(...provider.sources, ...owner.provider.sources);
      const workers = kind === "datacenter";
      const movable = workers && provider.soleNetwork === undefined;
      const placed = read.path(infrastructure[kind].place, id);
      report({
        key: `${kind}-${id}`,
        title: `${workers ? "Workers" : "Machines"} of ${name} cannot stand in the node network of ${where}`,
        message: `${block ?? `The node network of ${where}`} is where ${owner.kind === "cluster" ? "the machines" : "workers"} of ${owner.name} stand on ${owner.provider.title}; ${provider.title} puts ${workers ? "the workers" : "the machines"} of ${name} into networks of its own, and no route makes the two one.`,
        remedy: movable ? "Give the workers a network of their own, or put the datacenter in a place of its own." : `Put the ${workers ? "datacenter" : "cluster"} in a place of its own.`,
        fixes: [...homes(read, place, provider.id, name, placed), ...(movable ? [{ title: `Give the workers of ${name} a network of their own`, set: [{ path: read.path(network.datacenter.workersIn, id), value: "own-network" }] }] : [])],
        answers: [placed, read.path(infrastructure[kind].provider, id), ...(workers ? [read.path(network.datacenter.workersIn, id)] : [])],
      });
    }
  },
});

/** Machine groups that the node network of a place holds, platform clusters first; without those that may stand on machines of anybody. */
function inNodeNetwork(read: Reader, place: string): readonly Machines[] {
  const site = read.rule(sites).get(place);
  const group = (kind: Machines["kind"], id: string): readonly Machines[] => {
    const answered = read.optional(infrastructure[kind].provider, id);
    const provider: Machines["provider"] | undefined = answered === undefined ? undefined : providerOf(answered);
    // Without an API, machines are brought from anywhere; nested ones take addresses of the cluster that carries them.
    if (!provider?.api || provider.nested) return [];
    return [{ kind, id, name: kind === "cluster" ? clusterName(read, id) : datacenterName(read, id), provider }];
  };
  return [
    ...(site?.clusters ?? []).flatMap((id) => group("cluster", id)),
    ...(site?.datacenters ?? []).filter((id) => workersStandSoFar(read, id) === "node-network").flatMap((id) => group("datacenter", id)),
  ];
}

/** The other place of that cloud, where there is exactly one. */
function homes(read: Reader, place: string, provider: ProviderId, name: string, path: Fix["set"][number]["path"]): readonly Fix[] {
  const [home, ...more] = [...read.rule(sites)].filter(([id, { providers }]) => id !== place && providers.length === 1 && providers[0] === provider);
  return !home || more.length > 0 ? [] : [{ title: `Put ${name} in ${placeName(read, home[0])}`, set: [{ path, value: home[0] }] }];
}
