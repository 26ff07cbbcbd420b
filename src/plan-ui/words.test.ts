import { describe, expect, it } from "vitest";
import { count, countInWords, dashed, day, figure, listed, signed, unitAfter } from "./words.ts";

describe("figures", () => {
  it.each([
    [0, "0"],
    [2768, "2,768"],
    [1048576, "1,048,576"],
    [563.3, "563.3"],
    [-24, "−24"],
    [4294967296n, "4,294,967,296"],
  ])("writes %s as %s", (value, text) => expect(figure(value)).toBe(text));

  it("signs differences", () => expect([signed(1), signed(-24), signed(0)]).toEqual(["+1", "−24", "0"]));
  it("counts", () => expect([count(1, "address", "addresses"), count(0, "address", "addresses"), countInWords(2, "thing stops", "things stop"), countInWords(11, "row")]).toEqual(["1 address", "0 addresses", "Two things stop", "11 rows"]));
});

describe("units", () => {
  it.each([
    [1, "zones", "zone"],
    [2, "zones", "zones"],
    [1, "addresses", "address"],
    [1, "user clusters", "user cluster"],
    [1, "series", "series"],
    [1, "GiB", "GiB"],
    [undefined, "zones", "zones"],
  ])("writes the unit of %s %s as %s", (value, unit, words) => expect(unitAfter(value, unit)).toBe(words));
});

describe("words", () => {
  it("writes days", () => expect([day("2026-12-03"), day("2026-13-03"), day("soon")]).toEqual(["3 Dec 2026", "2026-13-03", "soon"]));
  it("lists", () => expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]));
  it("sets en dashes between figures only", () => expect(dashed("30000-32767, cert-manager")).toBe("30000–32767, cert-manager"));
});
