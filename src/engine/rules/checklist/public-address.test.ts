import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const HTTP01 = { "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.9" };
const itemIn = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.public-address[seed]");

test("a public address in front of a private entry is led on by the network team", () => {
  expect(itemIn(HTTP01)).toMatchObject({
    title: "Forwarding of TCP 80 from 203.0.113.9 to 10.20.30.1",
    team: "network",
    why: "10.20.30.1 is private: without the forwarding no name is proved, and no certificate is issued or renewed.",
    dependsOn: ["todo.address.pool[seed]"],
    blockedBy: [],
  });
});

test("ports of the nodes are named on both sides", () => {
  expect(itemIn({ ...HTTP01, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" })?.title).toBe("Forwarding of TCP 80 from 203.0.113.9 to TCP 32080 of 10.20.0.21");
});

test("people on the internet need both ports", () => {
  expect(itemIn({ "dns.automation": "bind", "dns.externalDns": true, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": "203.0.113.9" })?.title).toBe("Forwarding of TCP 443 and 80 from 203.0.113.9 to 10.20.30.1");
});

test("an address that nobody stated yet blocks the line", () => {
  expect(itemIn({ "certificates.issuance": "http01" })).toMatchObject({ title: "Forwarding of TCP 80 from a public address to 10.20.30.1", blockedBy: ["certificates.publicAddress"] });
});

test.each<[string, Changes]>([
  ["the reference setup", {}],
  ["a public entry", { ...HTTP01, "loadBalancer.clusters.seed.pool": "203.0.113.0/28" }],
  ["an authority inside", { "certificates.issuance": "acme-http01" }],
])("%s needs no forwarding", (_name, changes) => expect(itemIn(changes)).toBeUndefined());
