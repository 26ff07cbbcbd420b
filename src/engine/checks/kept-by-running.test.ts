import { expect, test } from "vitest";
import { minimalPlans } from "../../../tests/support/minimal-plans.ts";
import { withAnswer } from "../answers/answers.ts";
import { planFrom } from "../plan/plan-from.ts";

/** What a minimal plan says of its fault, new or as an upgrade. */
const said = (check: string, upgradeFrom: string) => {
  const answers = minimalPlans.get(check);
  if (!answers) throw new Error(`No minimal plan of ${check}`);
  return planFrom(withAnswer(withAnswer(answers, "project.release", "2.31"), "project.upgradeFrom", upgradeFrom))
    .findings.filter((finding) => finding.check === check)
    .map(({ remedy, fixes }) => ({ remedy, fixes: fixes.map(({ title }) => title) }));
};

test.each([
  ["sizing.node-ports-exhausted", ["Choose Tunneling"], [], "User clusters that run keep their expose strategy. Spread further user clusters over more Seeds, at most "],
  ["network.platform-pod-range-nodes", ["Use "], [], "Master and Seeds that run keep their ranges for pods and Services. Take larger machines, or more Seeds."],
  ["network.pod-range-nodes", ["Use "], [], "User clusters that run keep their ranges for pods and Services. Plan user clusters of at most "],
  ["workloads.shares-exhausted", ["Use "], [], "An address pool that exists keeps its block and how it is cut. Let further user clusters run in another datacenter, "],
  ["dns.seed-wildcard", ["Allow wildcard records for Seeds", "Expose user clusters by LoadBalancer, each with an address of its own"], ["Allow wildcard records for Seeds"], "User clusters that run keep their expose strategy. Allow a wildcard record below each Seed."],
  ["addresses.pool-overlaps-dhcp", ["Use 10.20.0.224/28"], [], "Services that run keep their addresses while the block holds them. Shorten the DHCP range "],
  ["addresses.pool-outside-node-network", ["Use 10.20.0.16/28"], [], "Services that run keep their addresses while the block holds them. Announce "],
] as const)("%s offers a running platform no answer that it keeps", (check, fresh, running, remedy) => {
  const [first] = said(check, "none");
  expect(first?.fixes).toEqual(fresh.map((title) => expect.stringContaining(title) as unknown));
  expect(said(check, "2.30")[0]).toEqual({ fixes: running, remedy: expect.stringContaining(remedy) as unknown });
});

test("a range of the customer's that meets one of running clusters is the one to be changed", () => {
  expect(said("addresses.ranges-overlap", "2.30")).toEqual([{ fixes: [], remedy: "User clusters that run keep their ranges for pods and Services. Change Plant at main where nothing keeps it, or move to new clusters with 172.26.0.0/16." }]);
});
