import { growth } from "../../answers/chapters/growth.ts";
import { network } from "../../answers/chapters/network.ts";
import { check, type Check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { DhcpUse } from "../../plan/plan.ts";
import { datacenterDhcp, placeDhcp } from "../../rules/addresses/dhcp.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { leaseMates } from "../../rules/addresses/shared-networks.ts";
import { formatFigure } from "../../values/figures.ts";

/** Ranges that hold the machines of the plan, and not those that stand in for them. */
function compare(uses: readonly DhcpUse[], answers: readonly AnswerPath[], report: Parameters<Check["examine"]>[2]): void {
  for (const { leases, capacity, room, range, inUse = 0 } of uses) {
    // Too small for the machines themselves is a fault of its own.
    if (leases > capacity || leases + room <= capacity) continue;
    report({
      title: `DHCP range ${range} has no room for replacements`,
      message: `${formatFigure(leases)} machines hold a lease, and machines that replace others or that autoscaling adds take up to ${formatFigure(room)} more; the range has ${formatFigure(capacity)}${inUse === 0 ? "" : ` beside ${formatFigure(inUse)} in use`}, ${formatFigure(leases + room - capacity)} too few.`,
      remedy: "Widen the range, or update user clusters one after the other and keep lease times short.",
      answers,
    });
  }
}

const shared = { severity: "warning", sources: ["kkp.setup-checklist", "kubeone.machine-deployments"] } as const;

/** A node network without room. */
export const dhcpWithoutRoom = check({
  ...shared,
  title: "DHCP ranges of node networks have room for replacements and autoscaling",
  id: "addresses.dhcp-without-room",
  per: "place",
  examine: (read, place, report) => {
    const grown = read.rule(residentsOf, place).datacenters.map((id) => read.path(growth.datacenter.mostNodesPerCluster, id));
    compare(read.rule(placeDhcp, place), [read.path(network.place.dhcp, place), ...grown], report);
  },
});

/** A worker network without room. */
export const workerDhcpWithoutRoom = check({
  ...shared,
  title: "DHCP ranges of worker networks have room for replacements and autoscaling",
  id: "addresses.worker-dhcp-without-room",
  per: "datacenter",
  examine: (read, datacenter, report) => compare(read.rule(datacenterDhcp, datacenter), leaseMates(read, datacenter).flatMap((id) => [network.datacenter.workerDhcp, growth.datacenter.mostNodesPerCluster].map((question) => read.path(question, id))), report),
});
