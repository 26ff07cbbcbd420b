import { growth } from "../../answers/chapters/growth.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { placeDhcp } from "../../rules/addresses/dhcp.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { noRoom } from "./leases.ts";

/** A node network without room. */
export const dhcpWithoutRoom = check({
  severity: "warning",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  title: "DHCP ranges of node networks have room for replacements and autoscaling",
  id: "addresses.dhcp-without-room",
  per: "place",
  examine: (read, place, report) => {
    const grown = read.rule(residentsOf, place).datacenters.map((id) => read.path(growth.datacenter.mostNodesPerCluster, id));
    noRoom(read.rule(placeDhcp, place), [read.path(network.place.dhcp, place), ...grown], report);
  },
});
