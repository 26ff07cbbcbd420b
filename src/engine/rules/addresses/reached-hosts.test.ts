import { expect, test } from "vitest";
import { referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { reachedHosts } from "./reached-hosts.ts";

test("servers that were stated as addresses are found once, for ranges, holders and the tunnelling agent alike", () => {
  const { cells } = referencePlan({ "loadBalancer.exposeStrategy": "Tunneling" });
  const readers = ["addresses.overlaps", "addresses.holders", "check.firewall.tunneling-agent-address"];
  expect(readers.filter((id) => !cells.get(id)?.via.includes("addresses.reached-hosts"))).toEqual([]);
});

test("a server is a range of one address, and one that is stated by its name is none", () => {
  const hosts = valueOf(reachedHosts, referenceAnswers({ "network.places.main.ntpServers": ["192.0.2.123", "ntp.example.com"] }));
  expect(hosts.map(({ row: { id, place }, range }) => [id, place, range.first === range.last])).toEqual([
    ["host.ntpServers-1[main]", "main", true],
    ["host.apiAddress[seed]", "main", true],
  ]);
});
