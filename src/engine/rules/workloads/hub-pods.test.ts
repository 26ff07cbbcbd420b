import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed, valueOf } from "../../testing/reference.ts";
import { hubPods } from "./hub-pods.ts";

// 110 pods on a worker, of which 70 % are planned for, are 77; each tenant has two pods of Envoy.
test.each([
  [1, 2, 2],
  [38, 76, 2],
  [77, 154, 2],
  [78, 156, 3],
])("%i tenants have %i pods of Envoy on %i workers, and never fewer workers than one tenant has pods", (count, pods, workers) => {
  const answers = changed(starterAnswers("managed-service-kubelb"), { "infrastructure.datacenters.tenants.smallClusters": count });
  expect(valueOf(hubPods, answers)).toMatchObject({ tenants: count, each: 2, pods, perWorker: 77, workers });
});
