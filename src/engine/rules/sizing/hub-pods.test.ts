import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, valueOf, type Changes } from "../../testing/reference.ts";
import { hubPodCeiling } from "./hub-pods.ts";

const ceiling = (changes: Changes) => valueOf(hubPodCeiling, changed(starterAnswers("managed-service-kubelb"), changes));
const count = "infrastructure.datacenters.tenants.smallClusters";

test("an odd room ends with the last whole pair of pods", () => {
  // 3 workers of 77 pods are 231, of which 230 are pairs.
  expect(ceiling({ [count]: 78 })).toMatchObject({ used: 156, limit: 231, maxUserClusters: 115 });
});

test("of a worker whole pods count alone", () => {
  // 111 × 70 % = 77.7
  expect(ceiling({ [count]: 78, "infrastructure.planningValues": "own", "infrastructure.podsPerNode": 111 })).toMatchObject({ limit: 231 });
});

test("where it serves the platform alone, no number of user clusters fills it", () => {
  const answers = installationAnswers("kubevirt-in-kubevirt");
  const alone = changed(answers, Object.fromEntries(answers.subjects.datacenter.map((id) => [`loadBalancer.datacenters.${id}.workloads`, undefined])));
  expect(valueOf(hubPodCeiling, alone)).toMatchObject({ maxUserClusters: "unlimited" });
});
