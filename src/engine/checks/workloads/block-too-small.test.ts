import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { blockTooSmall } from "./block-too-small.ts";

const BLOCK = "loadBalancer.datacenters.fra-vsphere.workloadBlock";
const found = (block: string) => findingsOf(blockTooSmall, referenceAnswers({ [BLOCK]: block }));

test("twelve user clusters do not fit into four addresses; the fix does hold them", () => {
  const [finding] = found("10.20.31.0/30");
  expect(finding).toMatchObject({ severity: "blocker", title: "The block for workloads of fra-vsphere is too small" });
  expect(finding?.message).toContain("10.20.31.0/30 has 4 addresses, and Services in the user clusters of fra-vsphere need at least 12.");
  expect(finding?.fixes.length).toBe(1);
  for (const { set } of finding?.fixes ?? []) {
    expect(findingsOf(blockTooSmall, changed(referenceAnswers(), Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
  }
});

test("a /28 holds twelve, and nothing is said before a block is stated", () => {
  expect(found("10.20.31.0/28")).toEqual([]);
  expect(findingsOf(blockTooSmall, referenceAnswers())).toEqual([]);
});
