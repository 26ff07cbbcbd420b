import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, type Answers } from "../../answers/answers.ts";
import { unaskedAnswers } from "../../answers/unasked.ts";
import { privateInPublic } from "../../checks/dns/private-in-public.ts";
import { viewsApart } from "../../checks/dns/views-apart.ts";
import { sourceRangesIncomplete } from "../../checks/exposure/source-ranges-incomplete.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import type { Value } from "../../kernel/outcome.ts";
import { changed, findingsOf, type Changes } from "../../testing/reference.ts";

const shown = (value: Value<string>): string => (value.kind === "known" ? value.value : value.kind === "open" ? `open ${value.question}` : `later ${value.who}`);
const openPaths = (answers: Answers): readonly string[] => planFrom(answers).openPoints.map(({ path }) => path);

/** With which addresses the source of a row arrives. */
function arrivesAs(answers: Answers, id: string): readonly string[] {
  const { endpoints, flows } = planFrom(answers).firewall;
  const row = flows.find((one) => one.id === id);
  const end = endpoints.find((one) => one.id === row?.source);
  return row && end ? rowAddresses(row, end).map(shown) : [`no row ${id}`];
}

describe("one OpenStack whose external network is public or not", () => {
  const REACH = "infrastructure.places.berlin.floatingReach";
  const OPEN: Changes = { "dns.zone": "public", [REACH]: "public" };
  const HTTP: Changes = { ...OPEN, "certificates.issuance": "http01", "certificates.publicAddress": "203.0.113.20" };
  const berlin = (changes: Changes) => changed(starterAnswers("openstack-two-tenants"), changes);

  test("a public one answers Let's Encrypt itself: no second view, no address beside it, nothing led on", () => {
    expect(findingsOf(viewsApart, berlin(HTTP))).toEqual([]);
    const { openPoints, checklist, runbook, dns } = planFrom(berlin({ ...HTTP, "certificates.publicAddress": undefined }));
    expect(openPoints.map(({ path }) => path)).not.toContain("certificates.publicAddress");
    expect(checklist.filter(({ id }) => id.includes("forward")).map(({ title }) => title)).toEqual([]);
    expect(runbook.filter(({ id }) => id.includes("forward")).map(({ title }) => title)).toEqual([]);
    expect(dns.records.filter(({ view }) => view === "public")).toEqual([]);
  });

  test("a private one needs an address beside it and a second view, which no other answer about the cloud spares", () => {
    const [finding] = findingsOf(viewsApart, berlin({ ...HTTP, [REACH]: "private" }));
    expect(finding?.title).toBe("kubermatic.example.com cannot be inside and on the internet with one view");
    expect(finding?.fixes.flatMap(({ set }) => set.map(({ path }) => path))).not.toContain(REACH);
    expect(openPaths(berlin({ ...HTTP, [REACH]: "private", "certificates.publicAddress": undefined }))).toContain("certificates.publicAddress");
  });

  test("while nobody has said, it is an open point of the network team, and nothing is found", () => {
    const unsaid = berlin({ ...HTTP, [REACH]: undefined });
    expect(planFrom(unsaid).openPoints.find(({ path }) => path === REACH)).toMatchObject({ team: "network" });
    expect(findingsOf(viewsApart, unsaid)).toEqual([]);
    expect(findingsOf(privateInPublic, berlin({ ...OPEN, [REACH]: undefined }))).toEqual([]);
  });

  test("a public zone names private addresses where it is private alone", () => {
    expect(findingsOf(privateInPublic, berlin(OPEN))).toEqual([]);
    expect(findingsOf(privateInPublic, berlin({ ...OPEN, [REACH]: "private" })).map(({ title }) => title)).toEqual(["The public zone shows private addresses of kubermatic.example.com"]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ["for load balancers of Services", {}, [REACH]],
    ["not where a pool of the customer gives addresses and nobody elsewhere dials the Kubernetes API", { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.70.0.192/28" }, []],
    ["not of another infrastructure", { "infrastructure.clusters.seed.provider": "kubevirt" }, []],
    ["not of Cloud Director, which makes no load balancers", { "infrastructure.clusters.seed.provider": "vmware-cloud-director" }, []],
  ])("it is asked %s", (_name, changes, expected) => {
    expect(openPaths(berlin({ "dns.zone": "public", ...changes, [REACH]: undefined })).filter((path) => path.endsWith("floatingReach"))).toEqual(expected);
  });
});

describe("a master elsewhere and its Seed on OpenStack", () => {
  const REACH = "infrastructure.places.azure.floatingReach";
  const AS = "network.places.main.seenAs";
  const RANGES = ["10.20.0.0/24", "10.50.0.0/24", "203.0.113.21/32", "10.244.0.0/16", "10.40.0.0/16"];
  const abroad = (changes: Changes) =>
    changed(starterAnswers("vsphere-plus-azure-seed"), {
      "infrastructure.clusters.azure-seed.provider": "openstack",
      "infrastructure.datacenters.azure-weu.provider": "openstack",
      "loadBalancer.exposeStrategy": "LoadBalancer",
      "loadBalancer.departures": ["sources"],
      "loadBalancer.datacenters.azure-weu.sourceRanges": RANGES,
      "loadBalancer.datacenters.fra-vsphere.sourceRanges": ["0.0.0.0/0"],
      ...changes,
    });
  const titles = (changes: Changes) => findingsOf(sourceRangesIncomplete, abroad(changes)).map(({ severity, title }) => `${severity}: ${title}`);
  const lockedOut = (list: readonly string[]) => titles({ [REACH]: "public", "loadBalancer.datacenters.azure-weu.sourceRanges": list });

  test("load balancers that are public see the master come from its gateway, which the list must name", () => {
    expect(lockedOut(RANGES)).toEqual(["blocker: Source ranges of azure-westeurope lock the platform out"]);
    expect(lockedOut([...RANGES, "198.51.100.22/32"])).toEqual([]);
    expect(titles({ [REACH]: "private" })).toEqual([]);
    expect(titles({ [REACH]: undefined })).toEqual([]);
  });

  test("what runs at the load balancers comes to them as it is: a list without it is found before anybody says how far they reach", () => {
    const list = RANGES.filter((block) => block !== "10.244.0.0/16");
    for (const reach of ["public", "private", undefined]) {
      const [finding, ...more] = findingsOf(sourceRangesIncomplete, abroad({ [REACH]: reach, "loadBalancer.datacenters.azure-weu.sourceRanges": [...list, "198.51.100.22/32"] }));
      expect(more, reach).toEqual([]);
      expect(finding, reach).toMatchObject({ severity: "blocker", fixes: [{ title: "Add 10.244.0.0/16" }] });
    }
    // The master comes with another address to public ones.
    expect(findingsOf(sourceRangesIncomplete, abroad({ [REACH]: undefined, "loadBalancer.datacenters.azure-weu.sourceRanges": RANGES.slice(1) }))).toEqual([]);
  });

  test("users whom both leave out are told of as well, and private networks of users only once somebody says", () => {
    const left = (users: readonly string[]) => titles({ [REACH]: undefined, "access.userNetworks": users });
    expect(left(["192.0.2.0/24"])).toEqual(["warning: Source ranges of azure-westeurope leave users out"]);
    expect(left(["10.99.0.0/24"])).toEqual([]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ["public", { [REACH]: "public" }, ["10.20.0.0/24", "198.51.100.22/32"]],
    ["private", { [REACH]: "private" }, ["10.20.0.0/24"]],
    ["unsaid", { [REACH]: undefined }, ["10.20.0.0/24", `open ${REACH}`]],
  ])("rows of the master to its Kubernetes API and nodeport-proxy: %s", (_name, changes, expected) => {
    const answers = abroad(changes);
    for (const id of ["flow.P2[azure-seed]", "flow.P4[azure-seed]"]) expect(arrivesAs(answers, id), id).toEqual(expected);
  });

  test("with which addresses the master leaves is asked for while they are public, its Kubernetes API among them", () => {
    const unseen: Changes = { [AS]: undefined, "network.places.main.seenAddresses": undefined };
    const asks = (changes: Changes) => openPaths(abroad({ ...unseen, ...changes })).includes(AS);
    expect([asks({ [REACH]: "public" }), asks({ [REACH]: "private" })]).toEqual([true, false]);
    // A pool of private addresses for Services leaves the floating address of the API alone.
    const pool: Changes = { "loadBalancer.clusters.azure-seed.kind": "metallb-l2", "loadBalancer.clusters.azure-seed.pool": "10.50.0.192/28" };
    expect([asks({ ...pool, [REACH]: "public" }), asks({ ...pool, [REACH]: "private" })]).toEqual([true, false]);
    expect(openPaths(abroad({ ...pool, [REACH]: undefined }))).toContain(REACH);
  });

  test("an answer that does not count while they are private waits for nothing that is far from them", () => {
    const told = unaskedAnswers(abroad({ [REACH]: "private", "infrastructure.places.azure.openstackOctavia": true })).find(({ path }) => path === AS);
    expect(told?.text).toBe("Addresses that others see: It is not asked with the other answers, and does not count. Change what it hangs on, or take this answer away.");
    expect(unaskedAnswers(abroad({ [REACH]: "public" })).map(({ path }) => path)).not.toContain(AS);
  });

  test("nobody is asked of a plan without answers", () => {
    expect(openPaths(NO_ANSWERS).filter((path) => path.endsWith("floatingReach"))).toEqual([]);
  });
});
