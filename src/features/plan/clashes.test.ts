import { expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { listed, planFrom, withAnswer } from "../../engine/index.ts";
import { clashesOf } from "./clashes.ts";

const reference = starterAnswers("reference-setup");

it("finds none where a DHCP range lies in its network on purpose", () => expect(clashesOf(planFrom(reference))).toEqual([]));

it("finds both ends of what is claimed twice", () => {
  const clashes = clashesOf(planFrom(withAnswer(reference, "network.userClusterPods", "10.20.0.0/16")));
  const pairs = clashes.map(({ ranges }) => listed(ranges.map(({ kind }) => kind).toSorted()));
  expect(pairs).toContain("node-network and pods");
  expect(pairs).toContain("pods and pool");
});
