import { describe, expect, it } from "vitest";
import { planFrom, withAnswer } from "../engine/index.ts";
import { starterAnswers } from "../../tests/support/starter-plans.ts";
import { apartFrom, asRange, blockMapOf } from "./block-map.ts";

const reference = starterAnswers("reference-setup");
const mapOf = (pool: string, strategy = "NodePort") => {
  const plan = planFrom(withAnswer(withAnswer(reference, "loadBalancer.clusters.seed.pool", pool), "loadBalancer.exposeStrategy", strategy));
  return blockMapOf(plan, plan.addresses.pools[0]!)!;
};

describe("a block of virtual addresses", () => {
  it("has a cell for each address up to a /27", () => {
    const { cells, legend } = mapOf("10.20.30.0/28");
    expect(cells?.map(({ use }) => use)).toEqual(["last", "used", "used", ...Array.from({ length: 12 }, () => "free"), "last"]);
    expect(cells?.[1]).toMatchObject({ address: "10.20.30.1", short: ".1", title: "Platform entry" });
    expect(legend.map(({ text }) => text)).toEqual([".1 Platform entry", ".2 nodeport-proxy of seed", "14 free", ".0 and .15 handed out last"]);
    expect(mapOf("10.20.30.0/27").cells).toHaveLength(32);
  });

  it("leaves each address of a taken range out", () => {
    const plan = planFrom(withAnswer(withAnswer(reference, "loadBalancer.clusters.seed.pool", "10.20.30.0/28"), "network.places.main.usedAddresses", ["10.20.30.4-10.20.30.6", "10.20.99.1"]));
    const { cells, legend } = blockMapOf(plan, plan.addresses.pools[0]!)!;
    expect(cells?.flatMap(({ use, short }) => (use === "excluded" ? [short] : []))).toEqual([".4", ".5", ".6"]);
    expect(legend.at(-1)?.text).toBe("3 addresses left out");
  });

  it("shows a run of addresses as a run", () => {
    const { cells, legend } = mapOf("10.20.30.0/28", "LoadBalancer");
    expect(cells?.filter(({ use }) => use === "used")).toHaveLength(14);
    expect(legend[2]?.text).toBe(".3–.14 12 user clusters of seed");
  });

  it("is a bar alone from a /26, whose parts fill it", () => {
    const { cells, bar } = mapOf("10.20.30.0/26");
    expect(cells).toBeUndefined();
    expect(bar.map(({ use }) => use)).toEqual(["used", "free"]);
    expect(bar[0]).toEqual({ use: "used", from: 0, length: 3.125 });
    expect(bar[1]).toEqual({ use: "free", from: 3.125, length: 96.875 });
  });
});

describe("ranges apart", () => {
  const rangeAt = (path: string, answers = reference) => {
    const plan = planFrom(answers);
    return apartFrom(plan, plan.addresses.ranges.find((range) => range.path === path)!);
  };

  it("counts the others where none is touched", () => expect(rangeAt("network.userClusterPods")).toBeGreaterThan(5));
  it("says nothing where addresses are shared", () => {
    expect(rangeAt("network.userClusterPods", withAnswer(reference, "network.userClusterPods", "10.20.0.0/16"))).toBeUndefined();
  });
});

it("reads blocks, ranges and single addresses as ranges", () => {
  expect(asRange("10.0.0.0/30")).toMatchObject({ first: 167772160n, last: 167772163n });
  expect(asRange("10.0.0.1-10.0.0.2")).toMatchObject({ first: 167772161n, last: 167772162n });
  expect(asRange("10.0.0.1")).toMatchObject({ first: 167772161n, last: 167772161n });
  expect(asRange("nothing")).toBeUndefined();
});
