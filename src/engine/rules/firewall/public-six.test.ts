import { describe, expect, test } from "vitest";
import { rowAddresses } from "../../plan/row-addresses.ts";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const V4 = "10.20.30.1";
const PUBLIC = "203.0.113.9";
const V6 = "2001:db8:20:30::1";
const PROXY6 = "2001:db8:20:30::2";
const DUAL: Changes = {
  "network.ipFamily": "dual",
  "network.platformFamily": "dual",
  "network.places.main.nodeNetwork6": "2001:db8:20::/64",
  "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64",
  "loadBalancer.clusters.seed.pool6": "2001:db8:20:30::/64",
};
const INSIDE6: Changes = { "loadBalancer.clusters.seed.pool6": "fd00:20:30::/64" };
const OUTSIDE: Changes = { ...DUAL, "dns.zone": "split", "dns.outside": true, "dns.publicEntry": PUBLIC, "loadBalancer.exposeStrategy": "Tunneling" };
const HTTP: Changes = { ...OUTSIDE, "certificates.issuance": "http01", "certificates.publicAddress": PUBLIC, "dns.publicEntry": undefined };
const LIMITED: Changes = { "access.userNetworks": ["10.0.0.0/8"] };
const POOL: Changes = { "loadBalancer.clusters.seed.pool": "203.0.113.0/28", "dns.publicEntry": undefined, "certificates.publicAddress": undefined };

/** Rows that the internet opens: where from, where to with which addresses, and on which ports. */
function rows(changes: Changes, source: string): readonly string[] {
  const plan = referencePlan(changes);
  const ends = new Map(plan.firewall.endpoints.map((end) => [end.id, end]));
  return plan.firewall.flows.filter((row) => row.source === source).map((row) => {
    const end = ends.get(row.destination);
    const shown = end ? rowAddresses(row, end).map((value) => (value.kind === "known" ? value.value : value.kind)) : [];
    return `${row.id.slice(5)}: ${shown.join(" ")} ${row.ports}`;
  });
}

/** Records that somebody on the internet finds below the base domain. */
const seenOutside = (changes: Changes): readonly string[] =>
  referencePlan(changes).dns.records
    .filter(({ seenBy }) => seenBy.kind === "known" && seenBy.value !== "your networks")
    .map(({ name, type, target }) => `${name.replace("kubermatic.example.com", "@")} ${type} ${target.kind === "known" ? target.value : target.kind}`)
    .toSorted();

const found = (changes: Changes, check: string): readonly string[] => referencePlan(changes).findings.filter((finding) => finding.check === check).map(({ severity, title }) => `${severity}: ${title}`);
const USER_CLUSTERS = "exposure.outside-user-clusters";

describe("what the internet sees of IPv6, it reaches", () => {
  test.each<[string, Changes, readonly string[]]>([
    ["an authority comes to the public address and to the IPv6 address", HTTP, [`E1[seed]: ${PUBLIC} 80`, `E1-v6[seed]: ${V6} 80`]],
    ["to the public address alone where the other is of the inside", { ...HTTP, ...INSIDE6 }, [`E1[seed]: ${PUBLIC} 80`]],
    ["to both addresses of an entry that is public in both", { ...HTTP, ...POOL }, ["E1[seed]: 203.0.113.1 2001:db8:20:30::1 80"]],
    ["and to one of an entry that is public in one", { ...HTTP, ...POOL, ...INSIDE6 }, ["E1[seed]: 203.0.113.1 80"]],
  ])("%s", (_name, changes, expected) => {
    expect(rows(changes, "internet")).toEqual(expected);
  });

  test.each<[string, Changes, readonly string[]]>([
    ["people whom no network of users holds have rows to both", { ...OUTSIDE, ...LIMITED }, [`P1-public[seed]: ${PUBLIC} 443`, `E2-public[seed]: ${PUBLIC} 80`, `P1-outside[seed]: ${V6} 443, 80`, `P8-outside[seed]: ${PROXY6} 6443`]],
    ["to the public address alone where IPv6 is of the inside", { ...OUTSIDE, ...LIMITED, ...INSIDE6 }, [`P1-public[seed]: ${PUBLIC} 443`, `E2-public[seed]: ${PUBLIC} 80`]],
    ["to the entry in IPv4 where that alone is public", { ...OUTSIDE, ...LIMITED, ...POOL, ...INSIDE6 }, ["P1-outside[seed]: 203.0.113.1 443, 80", "P8-outside[seed]: 203.0.113.2 6443"]],
  ])("%s", (_name, changes, expected) => {
    expect(rows(changes, "users-outside")).toEqual(expected);
  });

  test("user clusters are said to be reached in IPv6 where they are", () => {
    expect(found(OUTSIDE, USER_CLUSTERS)).toEqual(["warning: kubectl from the internet reaches user clusters of seed over IPv6 alone"]);
    expect(found({ ...OUTSIDE, ...INSIDE6 }, USER_CLUSTERS)).toEqual(["warning: kubectl from the internet reaches no user cluster of seed"]);
    expect(found({ ...OUTSIDE, ...POOL }, USER_CLUSTERS)).toEqual([]);
    const message = referencePlan(OUTSIDE).findings.find(({ check }) => check === USER_CLUSTERS)?.message;
    expect(message).toContain(`dial TCP 6443 of <id>.seed.kubermatic.example.com at 10.20.30.2, an address of the inside, or ${PROXY6}, which the internet reaches`);
    expect(referencePlan({ ...OUTSIDE, ...INSIDE6 }).findings.find(({ check }) => check === USER_CLUSTERS)?.message).toContain("at 10.20.30.2 and fd00:20:30::2, and no row");
  });

  test.each<[string, Changes]>([["people", OUTSIDE], ["an authority", HTTP]])("a wildcard in IPv6 is hidden by no name that %s finds in IPv4", (_name, changes) => {
    const seen = seenOutside({ ...changes, "dns.platformNames": "wildcard" });
    const names = (type: string) => new Set(seen.filter((line) => line.includes(` ${type} `)).map((line) => line.split(" ")[0]));
    for (const name of names("A")) expect(names("AAAA")).toContain(name);
    expect(seen).toContain(`grafana.@ A ${PUBLIC}`);
    expect(seen).toContain(`grafana.@ AAAA ${V6}`);
  });

  test("names one by one have each record once, and a block of the inside shows the internet none", () => {
    const seen = seenOutside({ ...OUTSIDE, "dns.platformNames": "single" });
    expect(seen.filter((line) => line.includes("AAAA")).length).toBe(new Set(seen.filter((line) => line.includes("AAAA"))).size);
    expect(seenOutside({ ...OUTSIDE, ...INSIDE6, "dns.platformNames": "wildcard" }).filter((line) => line.includes("AAAA"))).toEqual([]);
  });

  test("a stated address that is private leaves an authority the IPv6 one", () => {
    expect(found({ ...HTTP, "certificates.publicAddress": "10.9.0.10" }, "certificates.http01-reach")).toEqual(["warning: Let's Encrypt reaches the platform entry over IPv6 alone"]);
    expect(found({ ...HTTP, ...INSIDE6, "certificates.publicAddress": "10.9.0.10" }, "certificates.http01-reach")).toEqual(["blocker: Let's Encrypt cannot reach the platform entry"]);
  });

  test("the forwarding is said to be one of IPv4, and the row of challenges is tried in both", () => {
    const plan = referencePlan(HTTP);
    const item = (start: string) => plan.checklist.find(({ id }) => id.startsWith(start));
    expect(plan.firewall.endpoints.find(({ id }) => id === "public-address[seed]")?.why).toContain("has a private IPv4 address");
    expect(item("todo.public-address")?.why).toBe(`${V4} is private: without the forwarding no challenge gets through that fails over IPv6 and people on the internet reach nothing over IPv4.`);
    expect(plan.checklist.find(({ title }) => title.startsWith("TCP 80 from the internet"))?.verify).toContain("`curl -4 -I` and `curl -6 -I` of http://");
  });
});
