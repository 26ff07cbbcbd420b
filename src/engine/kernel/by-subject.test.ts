import { expect, test } from "vitest";
import { BySubject } from "./by-subject.ts";

const [one, other] = [{}, {}];

test("what is kept is found for its subject alone", () => {
  const kept = new BySubject<object, string>();
  kept.set(one, "plan", "one of the plan");
  kept.set(one, "seed", "one of seed");
  kept.set(one, "seed-2", "one of seed-2");
  expect([kept.get(one, "plan"), kept.get(one, "seed"), kept.get(one, "seed-2")]).toEqual(["one of the plan", "one of seed", "one of seed-2"]);
  expect([kept.get(one, "seed-3"), kept.get(other, "plan"), kept.get(other, "seed")]).toEqual([undefined, undefined, undefined]);
});

test("a walk comes by all of them, each as it was last set", () => {
  const kept = new BySubject<object, number>();
  kept.set(one, "seed", 1);
  kept.set(other, "plan", 2);
  kept.set(other, "seed", 3);
  kept.set(other, "seed", 4);
  const seen: number[] = [];
  kept.forEach((number) => seen.push(number));
  expect(seen.toSorted()).toEqual([1, 2, 4]);
});
