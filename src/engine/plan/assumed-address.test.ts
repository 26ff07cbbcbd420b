import { expect, test } from "vitest";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";
import { changed, type Changes } from "../testing/reference.ts";
import { isAssumedAddress } from "./assumed-address.ts";
import { planFrom } from "./plan-from.ts";
import type { Endpoint } from "./plan.ts";

/** Ends with their addresses that stand in for answers, those with which calls arrive among them. */
function marked(changes: Changes = {}) {
  const plan = planFrom(changed(installationAnswers("kubevirt-in-kubevirt"), changes));
  const all = ({ addresses, leavesAs }: Endpoint) => [...addresses, ...(leavesAs?.addresses ?? [])];
  return plan.firewall.endpoints.flatMap((end) => all(end).filter((address) => isAssumedAddress(plan, end, address)).map((address) => `${end.title}: ${address.kind === "known" ? address.value : ""}`));
}

test("calls of nested workers arrive with addresses of the servers unless somebody says otherwise; those of the servers themselves were told", () => {
  expect(marked()).toEqual(["Workers of vms: 10.26.24.0/24"]);
});

test("nothing is marked once it is said", () => {
  expect(marked({ "network.datacenters.vms.seenAddresses": ["10.26.24.0/24"] })).toEqual([]);
});
