import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { placeDhcp } from "../../rules/addresses/dhcp.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { workersStandSoFar } from "../../rules/basics/made-networks.ts";
import { tooFewLeases } from "./leases.ts";

/** A node network with more machines than leases. */
export const dhcpTooSmall = check({
  severity: "blocker",
  sources: ["kkp.setup-checklist"],
  title: "DHCP ranges of node networks hold a lease for each machine",
  id: "addresses.dhcp-too-small",
  per: "place",
  examine: (read, place, report) => {
    const use = read.rule(placeDhcp, place);
    // Workers of user clusters that have a network of their own take no lease here.
    const inside = read.rule(residentsOf, place).datacenters.filter((id) => (workersStandSoFar(read, id) ?? "node-network") === "node-network");
    const remedy = inside.length === 0 ? "Widen the range, or plan larger and so fewer workers of the platform." : "Widen the range, give the workers of user clusters a network of their own, or plan fewer nodes.";
    const sizes = inside.flatMap((id) => [infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id)));
    tooFewLeases(use, remedy, [read.path(network.place.dhcp, place), ...sizes], report);
  },
});
