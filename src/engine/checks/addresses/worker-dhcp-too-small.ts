import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { datacenterDhcp } from "../../rules/addresses/dhcp.ts";
import { leaseMates } from "../../rules/addresses/shared-networks.ts";
import { tooFewLeases } from "./leases.ts";

/** A worker network with more machines than leases. */
export const workerDhcpTooSmall = check({
  severity: "blocker",
  sources: ["kkp.setup-checklist"],
  title: "DHCP ranges of worker networks hold a lease for each machine",
  id: "addresses.worker-dhcp-too-small",
  per: "datacenter",
  examine: (read, datacenter, report) =>
    tooFewLeases(
      read.rule(datacenterDhcp, datacenter),
      leaseMates(read, datacenter).length === 1 ? "Widen the range, or plan fewer nodes." : "Widen the range, plan fewer nodes, or give the datacenters ranges of their own.",
      leaseMates(read, datacenter).flatMap((id) => [network.datacenter.workerDhcp, infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id))),
      report,
    ),
});
