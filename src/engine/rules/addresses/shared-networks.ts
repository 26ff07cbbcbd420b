import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";

/** A datacenter whose workers have a network of their own, or may have one, as far as people have said. */
interface OwnNetwork {
  readonly datacenter: string;
  readonly place?: string;
  readonly block?: string;
  readonly dhcp?: string;
  /** The answer that says whether it takes leases beside another, while it is missing. */
  readonly open?: Question<unknown>;
}

/** One network: a block at a place. The same block at another place is another network with other leases. */
const keyOf = (place: string, block: string): string => `${place} ${block}`;

/** The networks of their own that datacenters have, in one pass, so that many of them stay linear: by place and block, and those of which nobody knows one of both. */
const ownNetworks = rule<ReadonlyMap<string | undefined, readonly OwnNetwork[]>>({
  id: "addresses.own-networks",
  title: "Datacenters whose workers have a network of their own",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const byNetwork = new Map<string | undefined, OwnNetwork[]>();
    for (const datacenter of read.subjects("datacenter")) {
      const stand = workersStandSoFar(read, datacenter);
      if (stand !== undefined && stand !== "own-network") continue;
      const provider = read.optional(infrastructure.datacenter.provider, datacenter);
      const place = read.optional(infrastructure.datacenter.place, datacenter);
      // Where the infrastructure hands out addresses, no range is asked.
      const served = provider === undefined || providerOf(provider).machineAddresses === "dhcp-server";
      const block = stand === undefined ? undefined : read.optional(network.datacenter.workerNetwork, datacenter);
      const dhcp = stand === undefined || !served ? undefined : read.optional(network.datacenter.workerDhcp, datacenter);
      const [open] = [
        ...(provider === undefined ? [infrastructure.datacenter.provider] : []),
        ...(place === undefined ? [infrastructure.datacenter.place] : []),
        ...(stand === undefined ? [network.datacenter.workersIn] : []),
        ...(block === undefined ? [network.datacenter.workerNetwork] : []),
        ...(dhcp === undefined ? [network.datacenter.workerDhcp] : []),
      ];
      const key = place === undefined || block === undefined ? undefined : keyOf(place, block);
      byNetwork.set(key, [...(byNetwork.get(key) ?? []), { datacenter, ...(place === undefined ? {} : { place }), ...(block === undefined ? {} : { block }), ...(dhcp === undefined ? {} : { dhcp }), ...(open && served ? { open } : {}) }]);
    }
    return byNetwork;
  },
});

/** Datacenters whose workers stand in the network of this one, itself among them, as far as people have said. */
export function networkMates(read: Reader, datacenter: string): readonly string[] {
  const place = read.optional(infrastructure.datacenter.place, datacenter);
  const block = read.optional(network.datacenter.workerNetwork, datacenter);
  if (place === undefined || block === undefined) return [datacenter];
  const mates = (read.aside(() => read.rule(ownNetworks)).get(keyOf(place, block)) ?? []).map((one) => one.datacenter);
  for (const id of mates) {
    read.optional(infrastructure.datacenter.place, id);
    read.optional(network.datacenter.workerNetwork, id);
  }
  return mates;
}

/** Datacenters whose workers take leases from the DHCP range of this one, itself among them. Waits while somebody else may take some there. */
export function leaseMates(read: Reader, datacenter: string): readonly string[] {
  const place = read.answer(infrastructure.datacenter.place, datacenter);
  const block = read.optional(network.datacenter.workerNetwork, datacenter);
  const range = read.answer(network.datacenter.workerDhcp, datacenter);
  const byNetwork = read.aside(() => read.rule(ownNetworks));
  const maybe = (one: OwnNetwork) => (one.place === undefined || one.place === place) && (one.block === undefined || block === undefined || one.block === block);
  const near = (block === undefined ? [...byNetwork.values()].flat() : [...(byNetwork.get(keyOf(place, block)) ?? []), ...(byNetwork.get(undefined) ?? [])]).filter(maybe);
  read.need(...near.filter((one) => one.datacenter !== datacenter).flatMap(({ open, datacenter: id }) => (open ? [[open, id] as const] : [])));
  const mates = near.filter(({ dhcp }) => dhcp === range).map((one) => one.datacenter);
  for (const id of mates) {
    read.answer(infrastructure.datacenter.place, id);
    read.answer(network.datacenter.workerDhcp, id);
  }
  return mates;
}
