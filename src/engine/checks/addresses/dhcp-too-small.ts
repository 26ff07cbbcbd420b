import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { check, type Check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { DhcpUse } from "../../plan/plan.ts";
import { datacenterDhcp, placeDhcp } from "../../rules/addresses/dhcp.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { formatFigure } from "../../values/figures.ts";

type ReportFault = Parameters<Check["examine"]>[2];

function compare(uses: readonly DhcpUse[], answers: readonly AnswerPath[], report: ReportFault): void {
  for (const { leases, capacity, range, lines } of uses) {
    if (leases <= capacity) continue;
    report({
      title: `DHCP range ${range} is too small`,
      message: `${formatFigure(leases)} machines need a lease (${lines.map((line) => `${formatFigure(line.leases)} for ${line.title}`).join(", ")}), and the range has ${formatFigure(capacity)}: ${formatFigure(leases - capacity)} too few.`,
      remedy: "Widen the range, give the workers a network of their own, or plan fewer nodes.",
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
    const sizes = read.rule(residentsOf, place).datacenters.flatMap((id) => [infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, id)));
    compare(use, [read.path(network.place.dhcp, place), ...sizes], report);
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
      [network.datacenter.workerDhcp, infrastructure.datacenter.smallClusters, infrastructure.datacenter.nodesPerCluster].map((question) => read.path(question, datacenter)),
      report,
    ),
});
