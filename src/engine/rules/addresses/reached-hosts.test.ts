import { expect, test } from "vitest";
import { referenceAnswers, referencePlan, valueOf, type Changes } from "../../testing/reference.ts";
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

test("the verdict on a range of Services depends on who dials what lies in it, for user clusters as for master and Seeds", () => {
  const verdicts = (changes: Changes) => referencePlan({ "network.userClusterServices": "10.240.16.0/20", "network.platformServices": "10.96.0.0/12", ...changes }).findings
    .filter(({ check }) => check === "addresses.ranges-overlap").map(({ severity, message }) => `${severity}: ${/Services of (?:user clusters|master and Seeds)/.exec(message)?.[0] ?? message}`);
  const [users, platform] = ["Services of user clusters", "Services of master and Seeds"];
  for (const [address, whose] of [["10.240.17.1", users], ["10.100.0.1", platform]] as const) {
    expect(verdicts({ "network.places.main.ntpServers": [address] })).toEqual([`warning: ${whose}`]);
    expect(verdicts({ "network.places.main.dnsServers": [address] })).toEqual([`blocker: ${whose}`]);
    expect(verdicts({ "network.places.main.otherNetworks": [{ name: "Corporate", block: `${address}/32` }] })).toEqual([`warning: ${whose}`]);
  }
  // Nodes reach nothing in a range of pods either.
  expect(verdicts({ "network.userClusterPods": "172.25.0.0/16", "network.places.main.ntpServers": ["172.25.0.1"] }).map((verdict) => verdict.split(":")[0])).toEqual(["blocker"]);
});
