import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { rowAddresses } from "../../plan/row-addresses.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const alps = installationAnswers("alps-on-three-clouds");
const planOf = (changes: Changes = {}) => planFrom(changed(alps, changes));
const RANGES = "network.clusters.master.podRanges";
const SEEN = "network.clusters.geneva.podsSeen";

/** What a row names as its source. */
function sourceOf({ firewall: { endpoints, flows } }: ReturnType<typeof planOf>, id: string): readonly string[] {
  const row = flows.find((one) => one.id === id);
  const end = endpoints.find((one) => one.id === row?.source);
  return row && end ? rowAddresses(row, end).map((value) => (value.kind === "known" ? value.value : value.kind === "open" ? `open ${value.question}` : `later ${value.who}`)) : [`no row ${id}`];
}

describe("rows of a cluster on Google's managed Kubernetes", () => {
  // Private networks see the pods, the internet sees their nodes, and these a gateway.
  test.each<[string, string, readonly string[]]>([
    ["the Kubernetes API of a Seed elsewhere", "flow.P2[bern]", ["10.10.0.0/20", "10.64.0.0/14"]],
    ["a server of which nobody knows where it stands", "flow.E4[master]", ["10.10.0.0/20", "10.64.0.0/14", "198.51.100.7/32"]],
    ["registries on the internet", "flow.E6[master]", ["10.10.0.0/20", "198.51.100.7/32"]],
    ["time servers, which machines ask for themselves", "flow.E10[nodes.master]", ["10.10.0.0/20"]],
  ])("%s", (_name, id, expected) => {
    expect(sourceOf(planOf(), id)).toEqual(expected);
  });

  test("wait for the range, which its owner is asked for", () => {
    const plan = planOf({ [RANGES]: undefined });
    expect(sourceOf(plan, "flow.P2[bern]")).toEqual(["10.10.0.0/20", `open ${RANGES}`]);
    const [point] = plan.openPoints.filter(({ path }) => path === RANGES);
    expect([point?.team, point?.waiting.some((one) => one.startsWith("Firewall rows: "))]).toEqual(["network", true]);
  });

  test("wait while nobody says whose it is", () => {
    expect(sourceOf(planOf({ "infrastructure.clusters.master.provisioning": undefined }), "flow.P2[bern]")).toContain("open infrastructure.clusters.master.provisioning");
  });

  test("name the range of the platform where the cluster is the only one", () => {
    const shops = starterAnswers("edge-from-google-cloud");
    expect(sourceOf(planFrom(shops), "flow.E9[nodes.seed]")).toEqual(["10.60.0.0/20", "10.64.0.0/14"]);
    expect(sourceOf(planFrom(changed(shops, { "network.platformPods": undefined })), "flow.E9[nodes.seed]")).toEqual(["10.60.0.0/20", "open network.platformPods"]);
  });

  test("the end says so", () => {
    const { firewall } = planOf();
    expect(firewall.endpoints.find(({ id }) => id === "nodes[master]")?.why).toMatch(/ Pods on them call private networks with addresses of 10\.64\.0\.0\/14\.$/);
    expect(firewall.endpoints.find(({ id }) => id === "nodes[bern]")?.why).not.toContain("Pods on them");
  });
});

describe("rows of a cluster on Azure's", () => {
  test.each<[string, Changes, string, readonly string[]]>([
    ["with a network of their own", {}, "flow.E6[geneva]", ["10.40.0.0/22", "10.41.0.0/17", "10.41.128.0/17", "198.51.100.17/32"]],
    ["behind their nodes", { [SEEN]: "nodes", "network.clusters.geneva.podRanges": undefined }, "flow.E6[geneva]", ["10.40.0.0/22", "198.51.100.17/32"]],
    ["in the node network", {}, "flow.E6[milan]", ["10.50.0.0/18", "198.51.100.33/32"]],
    ["before anybody has said", { [SEEN]: undefined }, "flow.E6[geneva]", ["10.40.0.0/22", `open ${SEEN}`, "198.51.100.17/32"]],
  ])("%s", (_name, changes, id, expected) => {
    expect(sourceOf(planOf(changes), id)).toEqual(expected);
  });
});

test("a route between places leads back to pods, and is tried from one", () => {
  const { access, checklist } = planOf();
  expect(access.find(({ id }) => id === "access.route-to-master[bern]")?.why).toMatch(/ Pods of master call from 10\.64\.0\.0\/14, so routes on the other side lead there as well as to its nodes\.$/);
  const item = checklist.find(({ id }) => id === "todo.access.route-to-master[geneva]");
  expect(item?.verify).toBe("From a pod of master, whose address is one of 10.64.0.0/14, `nc -vz` reaches a listener in the node network of the Seed, and one beside the platform entry answers from a pod of geneva, whose address is one of 10.41.0.0/17 and 10.41.128.0/17");
  expect(item?.dependsOn).toEqual(expect.arrayContaining(["todo.existing-cluster[master]", "todo.existing-cluster[geneva]"]));
});

test("a list of allowed networks must name them", () => {
  const list = "loadBalancer.datacenters.bern-vsphere.sourceRanges";
  const said = (changes: Changes) => planOf(changes).findings.filter(({ check, severity }) => check === "exposure.source-ranges-incomplete" && severity === "blocker").map(({ message }) => message);
  expect(said({})).toEqual([]);
  expect(said({ [list]: ["10.10.0.0/20", "10.30.0.0/24", "10.31.0.0/22", "10.244.0.0/16"] }).join()).toContain("Pods of the master master (10.64.0.0/14)");
});

test("no proxy stands in their way", () => {
  const proxied: Changes = { "network.places.zrh.internet": "proxy", "network.places.zrh.proxyAddress": "10.1.1.8", "network.places.zrh.proxyPort": 3128 };
  const list = (changes: Changes) => JSON.stringify(planOf({ ...proxied, ...changes }).settings.find(({ field }) => field === "spec.proxy.noProxy")?.value);
  expect(list({})).toContain("10.64.0.0/14");
  expect(list({ [RANGES]: undefined })).not.toContain("10.64.0.0/14");
});

describe("their range", () => {
  const clashes = (changes: Changes) => planOf(changes).findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ severity, answers }) => [severity, answers.includes(RANGES)]);
  test.each<[string, Changes, readonly unknown[]]>([
    ["stands apart", {}, []],
    ["meets a node network elsewhere", { [RANGES]: ["10.40.0.0/20"] }, [["blocker", true]]],
    ["meets pods of other clusters", { [RANGES]: ["10.244.0.0/17"] }, [["blocker", true]]],
    ["is stated as another network as well", { "network.places.zrh.otherNetworks": [{ name: "Pods", block: "10.64.0.0/14" }] }, []],
    ["lies in a larger net", { "network.places.bern.otherNetworks": [{ name: "Cloud", block: "10.64.0.0/12" }] }, []],
    ["holds another network", { "network.places.bern.otherNetworks": [{ name: "Cloud", block: "10.65.0.0/16" }] }, [["blocker", true]]],
  ])("%s", (_name, changes, expected) => {
    expect(clashes(changes)).toEqual(expected);
  });
});

describe("addresses of a node network that pods take as well", () => {
  // Geneva is one of Azure's, whose pods take addresses of its nodes once somebody says so.
  const found = (changes: Changes) => planOf(changes).findings.filter(({ check }) => check === "addresses.pods-in-node-network").map(({ message }) => message);
  const PLACE = "network.places.geneva.nodeNetwork";

  test("are counted with the machines, and run out", () => {
    expect(found({ [SEEN]: "node-network", [PLACE]: "10.50.0.0/27" }).join("")).toMatch(/^Pods take addresses of the network of their nodes here\. \d+ are needed at least, \d+ machines \(workers of .+\) and \d+ pods \(of .+\), and 10\.50\.0\.0\/27 has 27: \d+ too few\./);
    expect(found({ [SEEN]: "node-network", [PLACE]: "10.50.0.0/20" })).toEqual([]);
  });

  test.each(["nodes", "own"])("are those of machines alone where pods call as %s", (seen) => {
    expect(found({ [SEEN]: seen, [PLACE]: "10.50.0.0/27" })).toEqual([]);
  });
});
