import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAddress, isPrivate, parseAddress } from "./address.ts";
import {
  contains,
  formatBlock,
  formatRange,
  freeParts,
  joined,
  nearestFreeBlock,
  networkOf,
  nextFreeBlock,
  overlapOf,
  parseAny,
  parseBlock,
  parseRange,
  prefixFor,
  roomierBlock,
  sizeOf,
  takeHighest,
  takeLowest,
  totalSize,
  type Range,
} from "./range.ts";

const block = (text: string) => parseBlock(text)!;
const range = (text: string) => parseAny(text)!;
const texts = (parts: readonly Range[]) => parts.map(formatRange);

describe("blocks", () => {
  test.each([
    ["10.20.30.0/28", "10.20.30.0", "10.20.30.15", 16n],
    ["10.20.30.4/31", "10.20.30.4", "10.20.30.5", 2n],
    ["10.20.30.7/32", "10.20.30.7", "10.20.30.7", 1n],
    ["0.0.0.0/0", "0.0.0.0", "255.255.255.255", 1n << 32n],
    ["fd00::/64", "fd00::", "fd00::ffff:ffff:ffff:ffff", 1n << 64n],
    ["2001:db8::1/128", "2001:db8::1", "2001:db8::1", 1n],
  ])("%s goes from %s to %s", (text, first, last, size) => {
    const parsed = block(text);
    expect(formatAddress({ family: parsed.family, number: parsed.first })).toBe(first);
    expect(formatAddress({ family: parsed.family, number: parsed.last })).toBe(last);
    expect(sizeOf(parsed)).toBe(size);
    expect(formatBlock(parsed)).toBe(text);
  });

  test.each(["10.20.30.1/28", "10.20.30.0/33", "10.20.30.0", "10.20.030.0/28", "fd00::/129", "fd00::1/64", "host/28", ""])("%j is no block", (text) => {
    expect(parseBlock(text)).toBeUndefined();
  });

  test("an address with a length names its network", () => {
    expect(formatBlock(networkOf("10.20.30.9/28")!)).toBe("10.20.30.0/28");
  });
});

describe("ranges", () => {
  test("hyphen and en dash, with and without blanks", () => {
    expect(formatRange(parseRange("10.20.0.50 – 10.20.0.220")!)).toBe("10.20.0.50-10.20.0.220");
    expect(sizeOf(range("10.20.0.50-10.20.0.220"))).toBe(171n);
  });

  test("one address is a range of one", () => {
    expect(formatRange(range("fd00::1"))).toBe("fd00::1");
    expect(sizeOf(range("10.20.0.1"))).toBe(1n);
  });

  test.each(["10.0.0.9-10.0.0.1", "10.0.0.1-fd00::1", "10.0.0.1-10.0.0.2-10.0.0.3", "a-b", "10.0.0.1-", "10.0.0.1-x"])("%s is no range", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  test("ranges of different families never meet", () => {
    expect(overlapOf(range("0.0.0.0/0"), range("::/0"))).toBeUndefined();
    expect(contains(range("::/0"), range("10.0.0.1"))).toBe(false);
  });

  test("what two ranges share", () => {
    expect(formatRange(overlapOf(range("10.20.0.208/28"), range("10.20.0.50-10.20.0.220"))!)).toBe("10.20.0.208-10.20.0.220");
  });
});

describe("free parts", () => {
  test("are what nothing covers, whatever the order and overlap of the taken", () => {
    const taken = ["10.20.0.50-10.20.0.220", "10.20.0.1", "10.20.0.60", "10.20.0.0", "10.9.0.0/16"].map(range);
    expect(texts(freeParts(range("10.20.0.0/24"), taken))).toEqual(["10.20.0.2-10.20.0.49", "10.20.0.221-10.20.0.255"]);
  });

  test("cost the same in a /64 and never enumerate it", () => {
    expect(texts(freeParts(range("fd00::/64"), [range("fd00::")]))).toEqual(["fd00::1-fd00::ffff:ffff:ffff:ffff"]);
  });

  test("are none when everything is taken", () => {
    expect(freeParts(range("10.0.0.0/30"), [range("10.0.0.0/8")])).toEqual([]);
  });
});

describe("free blocks", () => {
  test("are aligned: the first /28 beside gateway and machines", () => {
    const taken = ["10.20.0.0", "10.20.0.1", "10.20.0.10-10.20.0.13", "10.20.0.50-10.20.0.220"].map(range);
    expect(formatBlock(nextFreeBlock(range("10.20.0.0/24"), 28, taken)!)).toBe("10.20.0.16/28");
  });

  test("do not exist where no aligned stretch is left", () => {
    expect(nextFreeBlock(range("10.20.0.0/27"), 28, [range("10.20.0.8"), range("10.20.0.20")])).toBeUndefined();
  });

  test("nearest: below or above, above where both are as near, then in another space", () => {
    const spaces = [range("172.16.0.0/12"), range("192.168.0.0/16")];
    expect(formatBlock(nearestFreeBlock(block("172.25.0.0/16"), spaces, [])!)).toBe("172.26.0.0/16");
    expect(formatBlock(nearestFreeBlock(block("172.31.0.0/16"), spaces, [])!)).toBe("172.30.0.0/16");
    expect(formatBlock(nearestFreeBlock(block("172.25.0.0/16"), spaces, [range("172.26.0.0/15"), range("172.24.128.0/17")])!)).toBe("172.23.0.0/16");
    expect(formatBlock(nearestFreeBlock(block("172.31.0.0/16"), spaces, [range("172.16.0.0/12")])!)).toBe("192.168.0.0/16");
    expect(nearestFreeBlock(block("172.16.0.0/12"), spaces, [])).toBeUndefined();
  });

  test("roomier: widened where that is free, else the nearest of that size", () => {
    const spaces = [range("10.0.0.0/8")];
    expect(formatBlock(roomierBlock(block("10.20.30.16/28"), 27, spaces, [])!)).toBe("10.20.30.0/27");
    expect(formatBlock(roomierBlock(block("10.20.30.16/28"), 27, spaces, [range("10.20.30.3")])!)).toBe("10.20.30.32/27");
    expect(formatBlock(roomierBlock(block("10.20.30.16/28"), 28, spaces, [])!)).toBe("10.20.30.32/28");
    expect(roomierBlock(block("10.255.255.240/28"), 8, spaces, [range("10.0.0.1")])).toBeUndefined();
  });

  test("the nearest free block is free, and no other free block is nearer: compared with all of them", () => {
    const space = range("10.0.0.0/24");
    const part = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 40 })).map(([first, more]): Range => ({ family: 4, first: space.first + BigInt(first), last: space.first + BigInt(Math.min(255, first + more)) }));
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 32 }), fc.nat(255), fc.array(part, { maxLength: 6 }), (prefix, at, taken) => {
        const size = 2 ** (32 - prefix);
        const blockAt = (index: number) => block(`10.0.0.${index * size}/${prefix}`);
        const own = blockAt(Math.floor(at / size));
        const free = Array.from({ length: 256 / size }, (_, index) => blockAt(index)).filter((one) => one.first !== own.first && !taken.some((other) => overlapOf(one, other)));
        const far = (one: Range) => Math.abs(Number(one.first - own.first));
        const found = nearestFreeBlock(own, [space], taken);
        expect(found === undefined).toBe(free.length === 0);
        if (!found) return;
        expect(free.map(formatBlock)).toContain(formatBlock(found));
        expect(far(found)).toBe(Math.min(...free.map(far)));
      }),
    );
  });

  test.each([
    [22n, 4, 27],
    [16n, 4, 28],
    [1n, 4, 32],
    [2n, 6, 127],
  ] as const)("%s addresses of IPv%s need a /%s", (count, family, prefix) => {
    expect(prefixFor(count, family)).toBe(prefix);
  });
});

describe("taking addresses", () => {
  const parts = ["10.0.0.1-10.0.0.3", "10.0.0.6-10.0.0.9"].map(range);

  test("from the bottom", () => {
    expect(texts(takeLowest(parts, 4n))).toEqual(["10.0.0.1-10.0.0.3", "10.0.0.6"]);
    expect(takeLowest(parts, 0n)).toEqual([]);
  });

  test("from the top, in rising order", () => {
    expect(texts(takeHighest(parts, 5n))).toEqual(["10.0.0.3", "10.0.0.6-10.0.0.9"]);
  });

  test("gives what there is when there is less", () => {
    expect(totalSize(takeLowest(parts, 99n))).toBe(7n);
    expect(totalSize(takeHighest(parts, 99n))).toBe(7n);
  });

  test("neighbours are joined", () => {
    expect(texts(joined(["10.0.0.15", "10.0.0.3-10.0.0.14", "10.0.0.0", "10.0.0.4"].map(range)))).toEqual(["10.0.0.0", "10.0.0.3-10.0.0.15"]);
  });
});

test.each(["10.020.0.1", "fe80::1%eth0", "", ".", "10.0.0", "10.0.0.", ".10.0.0.1", "10.0.0.0.1", "10..0.1", "256.0.0.1", "10.0.0.1a", "1e1.0.0.0", "-1.0.0.0", " 10.0.0.1", "::1::"])("%j is no address", (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test.each(["0.0.0.0", "255.255.255.255", "128.0.0.1", "10.20.30.4", "::", "fd00::1"])("%s is read and written alike", (text) => {
  expect(formatAddress(parseAddress(text)!)).toBe(text);
});

test("IPv6 is written in its short form", () => {
  expect(formatAddress(parseAddress("2001:0db8:0:0::1")!)).toBe("2001:db8::1");
});

test.each([
  ["10.20.30.1", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["100.64.30.10", true],
  ["169.254.20.10", true],
  ["fd00::1", true],
  ["203.0.113.9", false],
  ["2001:db8::9", false],
  ["8.8.8.8", false],
  ["no address", false],
])("%s is private: %s", (text, expected) => {
  expect(isPrivate(text)).toBe(expected);
});
