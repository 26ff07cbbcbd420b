import { describe, expect, it } from "vitest";
import { countInWords, formatMinutes, formatNumber, withDashes } from "./numbers.ts";

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [2768, "2,768"],
    [21863, "21,863"],
    [1234567, "1,234,567"],
    [563.3, "563.3"],
    [22220.8, "22,220.8"],
    [-1500, "−1,500"],
  ])("%s reads %s", (value, text) => expect(formatNumber(value)).toBe(text));
});

describe("countInWords", () => {
  it.each([
    [0, "no"],
    [7, "seven"],
    [12, "twelve"],
    [13, "13"],
    [2768, "2,768"],
  ])("%s reads %s", (value, text) => expect(countInWords(value)).toBe(text));
});

describe("withDashes", () => {
  it.each([
    ["ports", "30000-32767", "30000–32767"],
    ["several ports", "6443, 30000-32767", "6443, 30000–32767"],
    ["addresses", "10.20.30.3-10.20.30.14", "10.20.30.3–10.20.30.14"],
    ["IPv6 addresses", "fd00::1-fd00::f", "fd00::1–fd00::f"],
    ["a date stays", "2026-12-03", "2026-12-03"],
    ["a name stays", "fra-vsphere", "fra-vsphere"],
    ["a host name stays", "ntp-1.example.com", "ntp-1.example.com"],
  ])("%s", (_case, text, expected) => expect(withDashes(text)).toBe(expected));
});

describe("formatMinutes", () => {
  it.each([
    [20, "20 min"],
    [400, "6 h 40 min"],
    [1440, "1 day"],
    [2880, "2 days"],
    [0, "0 min"],
  ])("%s reads %s", (minutes, text) => expect(formatMinutes(minutes)).toBe(text));
});
