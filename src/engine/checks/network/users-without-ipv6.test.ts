import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { usersWithoutIpv6 } from "./users-without-ipv6.ts";

const USERS = "access.userNetworks";
const DUAL: Changes = {
  "network.ipFamily": "dual",
  "network.platformFamily": "dual",
  "network.places.main.nodeNetwork6": "2001:db8:20::/64",
  "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64",
  "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64",
  "dns.zone": "public",
};
const OUTSIDE: Changes = { ...DUAL, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" };
const found = (changes: Changes) => findingsOf(usersWithoutIpv6, referenceAnswers(changes));

test.each<[string, Changes, number]>([
  ["networks of IPv4 alone", { ...DUAL, [USERS]: ["198.51.100.0/24"] }, 1],
  ["private networks of IPv4 alone", { ...DUAL, [USERS]: ["10.0.0.0/8"] }, 1],
  ["a public network of IPv4, and a private one of IPv6", { ...DUAL, [USERS]: ["198.51.100.0/24", "fd00:90::/48"] }, 1],
  ["a public network of IPv6 as well", { ...DUAL, [USERS]: ["198.51.100.0/24", "2001:db8:90::/48"] }, 0],
  ["private networks of both", { ...DUAL, [USERS]: ["10.0.0.0/8", "fd00:90::/48"] }, 0],
  ["no limit", { ...DUAL, [USERS]: [] }, 0],
  ["an IPv6 block of the inside, which the internet is not shown", { ...DUAL, [USERS]: ["198.51.100.0/24"], "loadBalancer.clusters.seed.pool6": "fd00:20:30::/64" }, 0],
  ["a zone that only the inside sees", { ...DUAL, [USERS]: ["198.51.100.0/24"], "dns.zone": "private" }, 0],
  ["a platform of IPv4", { [USERS]: ["198.51.100.0/24"], "dns.zone": "public" }, 0],
  ["people on the internet beside users inside, who have rows of their own", { ...OUTSIDE, [USERS]: ["10.0.0.0/8"] }, 0],
  ["people on the internet from public networks of IPv4", { ...OUTSIDE, [USERS]: ["10.0.0.0/8", "198.51.100.0/24"] }, 1],
])("%s", (_name, changes, count) => {
  expect(found(changes)).toHaveLength(count);
});

test("names a record, the networks and what happens", () => {
  const [finding] = found({ ...DUAL, [USERS]: ["198.51.100.0/24", "203.0.113.0/24"] });
  expect(finding?.title).toBe("kubermatic.example.com shows the internet an IPv6 address, and users are let in over IPv4 alone");
  expect(finding?.message).toMatch(/^The internet sees \d+ AAAA records of the platform\. Users are let in from 198\.51\.100\.0\/24 and 203\.0\.113\.0\/24 only, no public network of IPv6 among them\./);
  expect(finding?.answers).toEqual([USERS, "network.platformFamily"]);
});
