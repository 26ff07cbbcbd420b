import { growth } from "../../answers/chapters/growth.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { datacenterDhcp } from "../../rules/addresses/dhcp.ts";
import { leaseMates } from "../../rules/addresses/shared-networks.ts";
import { noRoom } from "./leases.ts";

/** A worker network without room. */
export const workerDhcpWithoutRoom = check({
  severity: "warning",
  sources: ["kkp.setup-checklist", "kubeone.machine-deployments"],
  title: "DHCP ranges of worker networks have room for replacements and autoscaling",
  id: "addresses.worker-dhcp-without-room",
  per: "datacenter",
  examine: (read, datacenter, report) => noRoom(read.rule(datacenterDhcp, datacenter), leaseMates(read, datacenter).flatMap((id) => [network.datacenter.workerDhcp, growth.datacenter.mostNodesPerCluster].map((question) => read.path(question, id))), report),
});
