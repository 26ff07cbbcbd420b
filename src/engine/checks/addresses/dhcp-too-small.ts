import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check, type Check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { DhcpUse } from "../../plan/plan.ts";
import { datacenterDhcp, placeDhcp } from "../../rules/addresses/dhcp.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { leaseMates } from "../../rules/addresses/shared-networks.ts";
import { formatFigure } from "../../values/figures.ts";
import { workersStandSoFar } from "../../rules/basics/made-networks.ts";

type ReportFault = Parameters<Check["examine"]>[2];

function compare(uses: readonly DhcpUse[], remedy: string, answers: readonly AnswerPath[], report: ReportFault): void {
  for (const { leases, capacity, range, lines, inUse = 0 } of uses) {
    if (leases <= capacity) continue;
    report({
      title: `DHCP range ${range} is too small`,
      message: `${formatFigure(leases)} machines need a lease (${lines.map((line) => `${formatFigure(line.leases)} for ${line.title}`).join(", ")}), and the range has ${formatFigure(capacity)}${inUse === 0 ? "" : ` beside ${formatFigure(inUse)} in use`}: ${formatFigure(leases - capacity)} too few.`,
      remedy,
      answers,
    });
  }
}

const shared = { severity: "blocker", sources: ["kkp.setup-checklist"] } as const;

/** A node network with more machines than leases. */
export const dhcpTooSmall = check({
  ...shared,
  title: "DHCP ranges of node networks hold a lease for each machine",
  id: "addresses.dhcp-too-small",
  per: "place",
  examine: (read, place, report) => {
    const use = read.rule(placeDhcp, place);
    // Workers of user clusters that have a network of their own take no lease here.
    const inside = read.rule(residentsOf, place).datacenters.filter((id) => (workersStandSoFar(read, id) ?? "node-network") === "node-network");
    const remedy = inside.length === 0 ? "Widen the range, or plan larger and so fewer workers of the platform." : "Widen the range, give the workers of user clusters a network of their own, or plan fewer nodes.";
    const sizes = inside.flatMap((id) => [infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id)));
    compare(use, remedy, [read.path(network.place.dhcp, place), ...sizes], report);
  },
});

/** A worker network with more machines than leases. */
export const workerDhcpTooSmall = check({
  ...shared,
  title: "DHCP ranges of worker networks hold a lease for each machine",
  id: "addresses.worker-dhcp-too-small",
  per: "datacenter",
  examine: (read, datacenter, report) =>
    compare(
      read.rule(datacenterDhcp, datacenter),
      leaseMates(read, datacenter).length === 1 ? "Widen the range, or plan fewer nodes." : "Widen the range, plan fewer nodes, or give the datacenters ranges of their own.",
      leaseMates(read, datacenter).flatMap((id) => [network.datacenter.workerDhcp, infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id))),
      report,
    ),
});
