import { expect, test } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { changed } from "../../engine/testing/reference.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText, value } from "./inlines.ts";

const plan = planFrom(changed(starterAnswers("reference-setup"), { "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.datacenters.fra-vsphere.smallClusters": 40 }));
const scope = scopeOf({ plan, planId: "0", format: 1 });

test.each([
  ["who hands it out", { kind: "later", who: "Azure" }, "assigned by Azure at installation"],
  ["where it is read", { kind: "later", who: "the issuer's discovery document", told: true }, "read from the issuer's discovery document at installation"],
  ["what it needs", { kind: "later", who: "a larger block", lacking: true }, "needs a larger block"],
] as const)("a value that nobody knows yet says %s", (_what, source, said) => {
  expect(plainText([value(scope, source)])).toBe(said);
});

test("addresses that a block has no room for need a larger one", () => {
  const short = plan.addresses.assignments.find(({ purpose }) => purpose === "user-clusters");
  expect(short && plainText([value(scope, short.address)])).toBe("needs a larger block");
});
