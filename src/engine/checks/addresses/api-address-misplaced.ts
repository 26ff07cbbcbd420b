import { apiEndpointOf } from "../../api-endpoints/registry.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { apiAddress } from "../../rules/addresses/assignments.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { overlapOf, parseAny } from "../../values/range.ts";

/** The address in front of a Kubernetes API that something else may use, or that the control planes cannot carry. */
export const apiAddressMisplaced = check({
  id: "addresses.api-address-misplaced",
  title: "Addresses of Kubernetes APIs lie where they may",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kubeone.ha"],
  examine: (read, cluster, report) => {
    const { address, place } = read.rule(apiAddress, cluster);
    const range = address.kind === "known" ? parseAny(address.value) : undefined;
    if (address.kind !== "known" || !range) return;
    const path = read.path(loadBalancer.cluster.apiAddress, cluster);
    const name = clusterName(read, cluster);
    const within = (text: string | undefined) => {
      const other = text === undefined ? undefined : parseAny(text);
      return other && overlapOf(other, range) !== undefined;
    };
    const title = `${address.value} of the Kubernetes API of ${name}`;
    const pool = read.optional(loadBalancer.cluster.pool, cluster);
    if (within(pool)) {
      report({
        key: "pool",
        title: `${title} lies inside the block of virtual addresses`,
        message: `${pool} is given out to Services; this address is moved among the control planes instead, so both would announce it.`,
        remedy: "Take an address of the node network outside the block and outside the DHCP range.",
        answers: [path, read.path(loadBalancer.cluster.pool, cluster)],
      });
    }
    const dhcp = read.optional(network.place.dhcp, place);
    if (within(dhcp)) {
      report({
        key: "dhcp",
        title: `${title} lies inside the DHCP range`,
        message: `${dhcp} is leased out; a worker could get ${address.value}, and the API of ${name} would be away. It belongs to no machine, so nothing can reserve it.`,
        remedy: "Take an address outside the DHCP range, or shorten the range.",
        answers: [path, read.path(network.place.dhcp, place)],
      });
    }
    const segment = read.optional(network.place.nodeNetwork, place);
    if (segment !== undefined && apiEndpointOf(read.answer(loadBalancer.cluster.apiEndpoint, cluster)).addressIn === "node-network" && !within(segment)) {
      report({
        key: "outside",
        title: `${title} lies outside the node network`,
        message: `The address is held by machines of ${segment}; routers look for ${address.value} elsewhere.`,
        remedy: `Take an address of ${segment} outside the DHCP range.`,
        answers: [path, read.path(network.place.nodeNetwork, place)],
      });
    }
  },
});
