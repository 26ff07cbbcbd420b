import { expect, test } from "vitest";
import { clustersWithin, mostClusters } from "./ports.ts";

/** Three user clusters by one strategy and two by another: 3 × 4 + 2 × 5 = 22. */
const MIXED = { perCluster: 5, used: 22, sum: "3 × 4 + 2 × 5" };

test.each([
  ["20 ports for 4 each hold five", 24, 4, 5],
  ["one port less holds four", 23, 4, 4],
  ["less than what is held anyway holds none", 3, 4, 0],
])("%s", (_name, limit, perCluster, most) => {
  expect(clustersWithin(limit, { fixed: 4, perCluster })).toBe(most);
});

test.each([
  ["one strategy alone: what fits", 31, { perCluster: 5, used: 25, sum: "5 × 5" }, 5],
  ["nobody takes a port", 10, { perCluster: 0, used: 0, sum: "5 × 0" }, "unlimited"],
  // 31 - 4 - 22 = 5 is one more of the dearest, 4 is none
  ["mixed, below the limit: those planned and what the rest holds of the dearest", 31, MIXED, 6],
  ["mixed, one port short of a further one", 30, MIXED, 5],
  ["mixed, just full", 26, MIXED, 5],
  // 5 × 21 ÷ 22 = 4.8
  ["mixed, over the limit: the mix is cut down in proportion, and the broken one does not count", 25, MIXED, 4],
  // 5 × 11 ÷ 22 = 2.5
  ["mixed, half of it", 15, MIXED, 2],
  ["mixed, with less than what is held anyway", 3, MIXED, 0],
] as const)("%s", (_name, limit, ports, most) => {
  expect(mostClusters(limit, 4, ports, 5)).toBe(most);
});
