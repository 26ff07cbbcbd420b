import { expect, test } from "vitest";
import { listenerName } from "./listener-name.ts";

test("dots become dashes", () => expect(listenerName("Grafana.kkp.example.com")).toBe("grafana-kkp-example-com"));

test("a long name keeps 54 characters and a hash of eight, and stays a label", () => {
  const host = `${"a".repeat(40)}.${"b".repeat(40)}.example.com`;
  const name = listenerName(host);
  expect(name).toMatch(/^a{40}-b{13}-[0-9a-f]{8}$/);
  expect(name).toHaveLength(63);
  expect(listenerName(`${host.slice(0, -1)}x`)).not.toBe(name);
});

test("63 characters still fit", () => expect(listenerName(`${"a".repeat(59)}.com`)).toBe(`${"a".repeat(59)}-com`));
