import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { workersStandSoFar } from "../basics/made-networks.ts";

/** A datacenter whose workers have a network of their own, or may have one, as far as people have said. */
interface OwnNetwork {
  readonly datacenter: string;
  readonly block?: string;
  readonly dhcp?: string;
  /** The answer that says whether it takes leases beside another, while it is missing. */
  readonly open?: Question<unknown>;
}

/** The networks of their own that datacenters have, in one pass, so that many of them stay linear: by block, and those of which nobody knows it. */
const ownNetworks = rule<ReadonlyMap<string | undefined, readonly OwnNetwork[]>>({
  id: "addresses.own-networks",
  title: "Datacenters whose workers have a network of their own",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const byBlock = new Map<string | undefined, OwnNetwork[]>();
    for (const datacenter of read.subjects("datacenter")) {
      const stand = workersStandSoFar(read, datacenter);
      if (stand !== undefined && stand !== "own-network") continue;
      const provider = read.optional(infrastructure.datacenter.provider, datacenter);
      // Where the infrastructure hands out addresses, no range is asked.
      const served = provider === undefined || providerOf(provider).machineAddresses === "dhcp-server";
      const block = stand === undefined ? undefined : read.optional(network.datacenter.workerNetwork, datacenter);
      const dhcp = stand === undefined || !served ? undefined : read.optional(network.datacenter.workerDhcp, datacenter);
      const [open] = [
        ...(provider === undefined ? [infrastructure.datacenter.provider] : []),
        ...(stand === undefined ? [network.datacenter.workersIn] : []),
        ...(block === undefined ? [network.datacenter.workerNetwork] : []),
        ...(dhcp === undefined ? [network.datacenter.workerDhcp] : []),
      ];
      byBlock.set(block, [...(byBlock.get(block) ?? []), { datacenter, ...(block === undefined ? {} : { block }), ...(dhcp === undefined ? {} : { dhcp }), ...(open && served ? { open } : {}) }]);
    }
    return byBlock;
  },
});

/** Datacenters whose workers stand in the network of this one, itself among them, as far as people have said. */
export function networkMates(read: Reader, datacenter: string): readonly string[] {
  const block = read.optional(network.datacenter.workerNetwork, datacenter);
  if (block === undefined) return [datacenter];
  const mates = (read.aside(() => read.rule(ownNetworks)).get(block) ?? []).map((one) => one.datacenter);
  for (const id of mates) read.optional(network.datacenter.workerNetwork, id);
  return mates;
}

/** Datacenters whose workers take leases from the DHCP range of this one, itself among them. Waits while somebody else may take some there. */
export function leaseMates(read: Reader, datacenter: string): readonly string[] {
  const block = read.optional(network.datacenter.workerNetwork, datacenter);
  const range = read.answer(network.datacenter.workerDhcp, datacenter);
  const byBlock = read.aside(() => read.rule(ownNetworks));
  const near = block === undefined ? [...byBlock.values()].flat() : [...(byBlock.get(block) ?? []), ...(byBlock.get(undefined) ?? [])];
  read.need(...near.filter((one) => one.datacenter !== datacenter).flatMap(({ open, datacenter: id }) => (open ? [[open, id] as const] : [])));
  const mates = near.filter(({ dhcp }) => dhcp === range).map((one) => one.datacenter);
  for (const id of mates) read.answer(network.datacenter.workerDhcp, id);
  return mates;
}
