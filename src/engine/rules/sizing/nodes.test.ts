import { describe, expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { mostNodes, nodesOf, nodesOfRange, podRangeCeiling } from "./nodes.ts";

const DATACENTER = "fra-vsphere";
const sized = (clusters: number, nodes: number) =>
  referenceAnswers({ [`infrastructure.datacenters.${DATACENTER}.smallClusters`]: clusters, [`infrastructure.datacenters.${DATACENTER}.nodesPerCluster`]: nodes });

test.each([
  [24, 24, 0],
  [25, 24, 0],
  [23, 24, 2],
  [16, 24, 256],
  // As many as a number holds exactly.
  [0, 64, 2 ** 52],
])("a /%i gives shares of a /%i to %i nodes", (prefix, mask, nodes) => expect(nodesOfRange(prefix, mask)).toBe(nodes));

describe("nodes of user clusters", () => {
  test.each([
    [1, 5, 5, 5],
    [12, 5, 60, 5],
    [0, 5, 0, 0],
  ])("%i user clusters of %i nodes have %i, the largest %i", (clusters, nodes, all, most) => {
    expect(valueOf(nodesOf, sized(clusters, nodes), DATACENTER)).toBe(all);
    expect(valueOf(mostNodes, sized(clusters, nodes), DATACENTER)).toBe(most);
  });

  test("without user clusters the pod range ends nowhere", () => {
    expect(cellOf(podRangeCeiling, sized(0, 5), DATACENTER).outcome).toEqual({ kind: "not-applicable", why: "No user cluster is planned here." });
    expect(valueOf(podRangeCeiling, sized(1, 5), DATACENTER)).toMatchObject({ used: 5 });
  });
});
