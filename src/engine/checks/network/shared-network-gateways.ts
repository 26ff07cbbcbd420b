import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { ownGateways } from "../../rules/addresses/gateways.ts";
import { networkMates } from "../../rules/addresses/shared-networks.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Datacenters whose workers stand in one network and that name different gateways of it. */
export const sharedNetworkGateways = check({
  id: "network.shared-network-gateways",
  title: "Datacenters in one worker network name the same gateways",
  severity: "warning",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  examine: (read, datacenter, report) => {
    const own = ownGateways(read, datacenter);
    if (own.length === 0) return;
    const named = networkMates(read, datacenter).flatMap((id) => {
      const gateways = ownGateways(read, id);
      return gateways.length === 0 ? [] : [{ id, gateways }];
    });
    // Told once for each network, at the first of its datacenters.
    if (named[0]?.id !== datacenter) return;
    const all = [...new Set(named.flatMap(({ gateways }) => gateways))];
    const lacking = named.filter(({ gateways }) => all.some((gateway) => !gateways.includes(gateway)));
    if (lacking.length === 0) return;
    const block = read.optional(network.datacenter.workerNetwork, datacenter) ?? "";
    const names = listed(named.map(({ id }) => datacenterName(read, id)));
    const path = (id: string) => read.path(network.datacenter.workerGateways, id);
    report({
      title: `${names} name different gateways of ${block}`,
      message: `Their workers stand in one network, and ${listed(named.map(({ id, gateways }) => `${datacenterName(read, id)} has ${listed(gateways)}`))}. What gives out addresses for one of them could give the gateway of another away.`,
      remedy: "Name all gateways of the network at each of them, or give each datacenter a network of its own.",
      fixes: [{ title: `Name ${listed(all)} for ${listed(lacking.map(({ id }) => datacenterName(read, id)))}`, set: lacking.map(({ id }) => ({ path: path(id), value: all })) }],
      answers: named.flatMap(({ id }) => [path(id), read.path(network.datacenter.workerNetwork, id)]),
    });
  },
});
