import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { noSharedFamily } from "./no-shared-family.ts";

const DNS = "network.places.main.dnsServers";
const found = (changes: Changes) => findingsOf(noSharedFamily, referenceAnswers(changes)).map(({ title, message }) => `${title} | ${message}`);

test("names the end that has IPv6 alone, those that have IPv4 alone, and the rows between them", () => {
  expect(found({ [DNS]: ["2001:db8:20::53"] })).toEqual([
    "DNS servers, Frankfurt: IPv6 alone, and Nodes of seed and Workers of fra-vsphere with IPv4 alone | 2 firewall rows between them pair an IPv6 address with an IPv4 one, and no packet goes from the one to the other unless something translates in between.",
  ]);
});

test.each<[string, Changes]>([
  ["one family everywhere", {}],
  ["an address of each family", { [DNS]: ["10.20.0.53", "2001:db8:20::53"] }],
  ["servers that nobody has named", { [DNS]: undefined }],
])("says nothing about %s", (_name, changes) => {
  expect(found(changes)).toEqual([]);
});
