import { expect, test } from "vitest";
import type { Endpoint } from "../../plan/plan.ts";
import { foldingFor } from "./folding.ts";

const end = (id: string, at: Partial<Endpoint> = {}): Endpoint => ({ id, title: id, kind: "nodes", addresses: [], from: "test", why: "", ...at });

const shown = [
  end("users", { kind: "users" }),
  end("a", { place: "home", cluster: "one" }),
  end("b", { place: "home", cluster: "one" }),
  end("c", { place: "far", cluster: "two" }),
  end("d", { place: "far", cluster: "two" }),
  end("e", { place: "further", datacenter: "three" }),
  end("f", { place: "last", datacenter: "four" }),
  end("s3[one]", { kind: "s3", cluster: "one" }),
  end("lost", { datacenter: "five" }),
];
const places = { master: "home", withClusters: new Set(["home", "far"]) };
const boxes = (limit: number) => shown.map(foldingFor(shown, places, limit));

test.each([
  [9, ["users", "a", "b", "c", "d", "e", "f", "s3[one]", "lost"]],
  [8, ["users", "a", "b", "place[far]", "place[far]", "place[further]", "place[last]", "s3", "unplaced"]],
  [7, ["users", "place[home]", "place[home]", "place[far]", "place[far]", "place[further]", "place[last]", "s3", "unplaced"]],
  [6, ["users", "place[home]", "place[home]", "places[seeds]", "places[seeds]", "places[workers]", "places[workers]", "s3", "unplaced"]],
  [1, ["users", "place[home]", "place[home]", "places[seeds]", "places[seeds]", "places[workers]", "places[workers]", "s3", "unplaced"]],
])("at most %i boxes", (limit, expected) => {
  expect(boxes(limit)).toEqual(expected);
});

test("the master's place stays in full where one box for each other place is too much", () => {
  const many = [...shown, ...Array.from({ length: 9 }, (_, index) => end(`w${index}`, { place: `p${index}`, datacenter: `d${index}` }))];
  expect(many.map(foldingFor(many, places, 8)).slice(0, 3)).toEqual(["users", "a", "b"]);
});

test("without a master every place is one of many", () => {
  expect(shown.map(foldingFor(shown, { ...places, master: undefined }, 5)).slice(1, 5)).toEqual(["places[seeds]", "places[seeds]", "places[seeds]", "places[seeds]"]);
});

test("Git and Vault become one box before any place folds", () => {
  const kept = [...shown, end("git", { kind: "git" }), end("vault", { kind: "secret-store" })];
  expect(kept.map(foldingFor(kept, places, 11)).slice(-2)).toEqual(["git", "vault"]);
  expect(kept.map(foldingFor(kept, places, 10))).toEqual([...shown.map(({ id }) => id), "configuration", "configuration"]);
  expect(kept.map(foldingFor(kept, places, 9)).slice(3, 5)).toEqual(["place[far]", "place[far]"]);
});

test("Git alone keeps its box", () => {
  const kept = [...shown, end("git", { kind: "git" })];
  expect(kept.map(foldingFor(kept, places, 9)).at(-1)).toBe("git");
});
