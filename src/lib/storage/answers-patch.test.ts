import { describe, expect, it } from "vitest";
import { NO_ANSWERS, withAnswer, withOpen, withoutOpen, withSubject, type Answers } from "../../engine/index.ts";
import { joined, NO_CHANGE, patchBetween, patched } from "./answers-patch.ts";

const first = withAnswer(withAnswer(NO_ANSWERS, "project.title", "A"), "dns.zone", "example.com");
const walk: readonly Answers[] = [
  first,
  withAnswer(first, "project.title", "AB"),
  withAnswer(withOpen(first, "dns.zone", { owner: "dns" }), "project.title", undefined),
  withSubject(withoutOpen(withOpen(first, "dns.zone", { owner: "dns" }), "dns.zone"), "place", "place-1"),
  withAnswer(withSubject(first, "place", "place-1"), "dns.seedWildcard", true),
];

describe("a patch", () => {
  it("holds what changed and nothing else", () => {
    expect(patchBetween(first, withAnswer(first, "project.title", "AB"))).toEqual({ given: { "project.title": "AB" }, open: {} });
    expect(patchBetween(first, withAnswer(first, "project.title", undefined))).toEqual({ given: { "project.title": null }, open: {} });
    expect(patchBetween(first, first)).toEqual(NO_CHANGE);
  });

  it("leads from any state on the way to the last one, also as text", () => {
    const last = walk.at(-1)!;
    const whole = walk.slice(1).reduce((patch, state, at) => joined(patch, patchBetween(walk[at]!, state)), NO_CHANGE);
    const read = JSON.parse(JSON.stringify(whole)) as typeof whole;
    for (const state of walk) expect(patched(state, read)).toEqual(last);
  });
});
