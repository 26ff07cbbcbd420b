import { describe, expect, it } from "vitest";
import type { AddressRange } from "../../engine/index.ts";
import { scaleOf } from "./range-scale.ts";

const range = (text: string): AddressRange => ({ id: text, from: "addresses.test", why: "", title: text, text, kind: "other", path: text });

describe("the axis of borders", () => {
  const scale = scaleOf([range("172.25.0.0/16"), range("10.20.30.0/28"), range("10.20.0.0/24"), range("10.20.0.50-10.20.0.220"), range("2001:db8::/64")]);
  const at = (text: string) => scale.place(scale.drawn.find(({ row }) => row.text === text)!.range);

  it("puts ranges in order, IPv4 only", () => {
    expect(scale.drawn.map(({ row }) => row.text)).toEqual(["10.20.0.0/24", "10.20.0.50-10.20.0.220", "10.20.30.0/28", "172.25.0.0/16"]);
  });

  it("gives every stretch between two borders the same length", () => {
    // Borders: .0.0, .0.50, .0.221, .1.0, .30.0, .30.16, 172.25, 172.26 – eight, so seven stretches.
    const one = 100 / 7;
    expect(at("10.20.0.0/24").from).toBe(0);
    expect(at("10.20.0.0/24").length).toBeCloseTo(3 * one);
    expect(at("10.20.0.50-10.20.0.220").length).toBeCloseTo(one);
    expect(at("10.20.30.0/28").length).toBeCloseTo(one);
    expect(at("172.25.0.0/16").length).toBeCloseTo(one);
  });

  it("names each beginning once, where it first comes", () => {
    expect(scale.ticks.map(({ text }) => text)).toEqual(["10.20", "172.25"]);
    expect(scale.ticks[0]?.at).toBe(0);
  });

  it("leaves out a name that would touch the one before", () => {
    const many = scaleOf(Array.from({ length: 40 }, (_, at) => range(`10.${at}.0.0/16`)));
    const places = many.ticks.map(({ at: place }) => place);
    expect(places.length).toBeGreaterThan(5);
    expect(places.slice(1).every((place, before) => place - places[before]! >= 11)).toBe(true);
    const uneven = scaleOf([range("10.52.0.0/16"), range("10.53.0.0/16"), ...Array.from({ length: 20 }, (_, at) => range(`10.80.${at}.0/24`))]);
    expect(uneven.ticks.map(({ text }) => text)).toEqual(["10.52", "10.80"]);
  });
});
