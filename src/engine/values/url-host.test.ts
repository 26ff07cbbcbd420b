import { expect, test } from "vitest";
import { hostPort, urlHost } from "./url-host.ts";

test.each([
  ["2001:db8:58::1", "[2001:db8:58::1]"],
  ["::1", "[::1]"],
  ["10.20.30.1", "10.20.30.1"],
  ["s3.example.com", "s3.example.com"],
])("%s stands in a URL as %s", (host, expected) => {
  expect(urlHost(host)).toBe(expected);
});

test.each([
  ["2001:db8:58::1", "[2001:db8:58::1]:53"],
  ["10.20.30.1", "10.20.30.1:53"],
  ["ns1.example.com", "ns1.example.com:53"],
])("%s with a port is %s", (host, expected) => {
  expect(hostPort(host, 53)).toBe(expected);
});
