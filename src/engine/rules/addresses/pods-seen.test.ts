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

  test("of a cluster that somebody built stand before anybody says where, and wait for what its plug-in does", () => {
    const { firewall } = planOf({ "infrastructure.clusters.geneva.provisioning": "existing", "infrastructure.clusters.geneva.provider": undefined, [SEEN]: undefined });
    expect(firewall.endpoints.find(({ id }) => id === "nodes[geneva]")?.pods).toEqual([{ kind: "open", question: SEEN }]);
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
    // AKS takes addresses for all 110 pods that each of 4 workers may run; one more worker stands there for a while.
    expect(found({ [SEEN]: "node-network", [PLACE]: "10.50.0.0/27" })).toEqual([
      "Pods take addresses of the network of their nodes here. 444 are needed at least, 4 machines (workers of geneva) and 440 pods (as many as workers of geneva may run), and 10.50.0.0/27 has 27: 417 too few. Planned with are 555: 4 workers of geneva and 1 for a while in place of others, each with 111 addresses for itself and all pods that it may run: 5 × 111 = 555.",
    ]);
    expect(found({ [SEEN]: "node-network", [PLACE]: "10.50.0.0/20" })).toEqual([]);
  });

  test("suffice for what runs, and not for what nodes hold ready", () => {
    // 512 - 5 = 507 are enough for 444, and not for 555.
    const [finding] = planOf({ [SEEN]: "node-network", [PLACE]: "10.50.0.0/23" }).findings.filter(({ check }) => check === "addresses.pods-in-node-network");
    expect([finding?.severity, finding?.id]).toEqual(["warning", "addresses.pods-in-node-network[geneva]#ready"]);
  });

  test("end at a number of user clusters", () => {
    const ceiling = (block: string, clusters = 4) => planOf({ [SEEN]: "node-network", [PLACE]: block, "infrastructure.datacenters.geneva-azure.smallClusters": clusters }).sizing.ceilings.find(({ id }) => id === "ceiling.pod-addresses[geneva]");
    expect(ceiling("10.50.0.0/22")).toMatchObject({ used: 555, limit: 1019, unit: "addresses", why: "4 workers of geneva and 1 for a while in place of others, each with 111 addresses for itself and all pods that it may run: 5 × 111 = 555. The 5 addresses that are kept at the ends of the subnet are off the limit." });
    const most = ceiling("10.50.0.0/22")?.maxUserClusters;
    if (typeof most !== "number") throw new Error("no number");
    // One more than the most needs a worker for which there is no room: 9 × 111 = 999 fit, 10 × 111 = 1,110 do not.
    expect(ceiling("10.50.0.0/22", most)?.used).toBe(999);
    expect(ceiling("10.50.0.0/22", most + 1)?.used).toBe(1110);
  });

  test("are counted beside nodes of user clusters in the same network", () => {
    const shop = (changes: Changes) => planFrom(changed(installationAnswers("web-shop-on-aws"), { "network.datacenters.eu-central-1.workersIn": "node-network", "network.datacenters.eu-central-1.workerNetwork": undefined, "network.datacenters.eu-central-1.workerNetwork6": undefined, ...changes }));
    const [datacenter] = shop({}).sizing.ceilings.flatMap(({ id }) => /^ceiling\.network\[(.*)\]$/.exec(id)?.[1] ?? []);
    const rows = shop({}).sizing.ceilings;
    // 9 workers and one more with 58 pods and an address of their own each are 590; 10 clusters of 4 nodes and one more each are 50.
    expect(rows.find(({ id }) => id === "ceiling.pod-addresses[seed]")).toMatchObject({ used: 640, limit: 1019 });
    expect(rows.find(({ id }) => id === `ceiling.network[${datacenter ?? ""}]`)).toMatchObject({ used: 640, limit: 1019 });
    const most = Number(rows.find(({ id }) => id === "ceiling.pod-addresses[seed]")?.maxUserClusters);
    const at = (count: number) => shop({ [`infrastructure.datacenters.${datacenter ?? ""}.smallClusters`]: count }).sizing.ceilings.find(({ id }) => id === "ceiling.pod-addresses[seed]");
    expect(at(most)?.used).toBeLessThanOrEqual(1019);
    expect(at(most + 1)?.used).toBeGreaterThan(1019);
  });

  test("are never fewer with more user clusters or nodes of them", () => {
    const used = (clusters: number, nodes: number) => planOf({ [SEEN]: "node-network", "infrastructure.datacenters.geneva-azure.smallClusters": clusters, "infrastructure.datacenters.geneva-azure.nodesPerCluster": nodes }).sizing.ceilings.find(({ id }) => id === "ceiling.pod-addresses[geneva]")?.used ?? 0;
    const grown = [used(1, 3), used(4, 3), used(4, 9), used(20, 9), used(60, 9), used(200, 9)];
    expect(grown).toEqual(grown.toSorted((a, b) => a - b));
    expect(grown.at(-1)).toBeGreaterThan(grown[0] ?? 0);
  });

  test("are ordered before anybody has chosen the network", () => {
    const item = planOf({ [SEEN]: "node-network", [PLACE]: undefined }).checklist.find(({ id }) => id === "todo.pod-addresses[geneva]");
    // 555 and the 5 that Azure keeps need a /22.
    expect([item?.title, item?.team]).toEqual(["555 addresses in the node network at Geneva, a /22 or larger, for machines and for pods of geneva", "network"]);
    expect(planOf({ [SEEN]: "own" }).checklist.filter(({ id }) => id === "todo.pod-addresses[geneva]")).toEqual([]);
  });

  test.each(["nodes", "own"])("are those of machines alone where pods call as %s", (seen) => {
    expect(found({ [SEEN]: seen, [PLACE]: "10.50.0.0/27" })).toEqual([]);
  });
});

describe("a range of pods that a service cuts for its nodes", () => {
  const found = (changes: Changes) => planOf(changes).findings.filter(({ check }) => check === "addresses.pod-range-too-small").map(({ severity, title, fixes }) => [severity, title, fixes.map((fix) => fix.set[0]?.value)]);
  const PODS = "infrastructure.clusters.master.nodePods";
  const limit = (changes: Changes) => planOf(changes).sizing.ceilings.find(({ id }) => id === "ceiling.pod-ranges[master]")?.limit;

  // At least twice as many addresses as pods: the table of GKE's page.
  test.each<[number, number]>([[8, 64], [9, 32], [16, 32], [17, 16], [32, 16], [33, 8], [64, 8], [65, 4], [110, 4], [128, 4], [129, 2], [256, 2]])("of GKE, with %d pods on a node: a /22 for %d nodes", (pods, nodes) => {
    expect(limit({ [PODS]: pods, [RANGES]: ["10.64.0.0/22"] })).toBe(nodes);
  });

  test("runs out, and is offered wider", () => {
    // 4 workers and one for a while: 3 blocks are too few for certain, 4 for what is planned with, 8 suffice.
    expect(found({ [RANGES]: ["10.64.0.0/23"] })).toEqual([["blocker", "10.64.0.0/23 ends at 2 nodes in master", [["10.64.0.0/21"]]]]);
    expect(found({ [RANGES]: ["10.64.0.0/22"] })).toEqual([["warning", "10.64.0.0/22 ends at 4 nodes in master", [["10.64.0.0/21"]]]]);
    expect(found({ [RANGES]: ["10.64.0.0/21"] })).toEqual([]);
    // What another answer states keeps the wider one away.
    expect(found({ [RANGES]: ["10.64.0.0/23"], "network.places.zrh.otherNetworks": [{ name: "Beside", block: "10.64.4.0/24" }] })).toEqual([["blocker", "10.64.0.0/23 ends at 2 nodes in master", [["10.64.8.0/21"]]]]);
    // Two ranges serve together.
    expect(found({ [RANGES]: ["10.64.0.0/22", "10.65.0.0/24"] })).toEqual([]);
  });

  test("is a subnet for pods alone, from which AKS gives 16 addresses at a time", () => {
    const OWN = "network.clusters.geneva.podRanges";
    // 128 - 5 hold no node of 112 twice; 135 pods run.
    expect(found({ [OWN]: ["10.41.0.0/25"] })).toEqual([["blocker", "10.41.0.0/25 has too few addresses for the pods of geneva", [["10.41.0.0/22"]]]]);
    // 512 - 5 are enough for 135 pods, and for 4 nodes of 112 of 5.
    expect(found({ [OWN]: ["10.41.0.0/23"] })).toEqual([["warning", "10.41.0.0/23 ends at 4 nodes in geneva", [["10.41.0.0/22"]]]]);
    expect(found({ [OWN]: ["10.41.0.0/22"] })).toEqual([]);
  });

  test("is that of the platform under an overlay of AKS, a /24 for each node", () => {
    const overlay = (block: string) => found({ [SEEN]: "nodes", "network.clusters.geneva.podRanges": undefined, "network.platformPods": block }).filter(([, title]) => String(title).includes("geneva"));
    expect(overlay("10.244.0.0/22")).toEqual([["warning", "10.244.0.0/22 ends at 4 nodes in geneva", ["10.244.0.0/20"]]]);
    expect(overlay("10.244.0.0/21")).toEqual([]);
  });
});

describe("pods of a cluster that somebody else built", () => {
  const BUILT: Changes = { "infrastructure.clusters.bern.provisioning": "existing", "infrastructure.clusters.bern.apiHost": "10.30.0.9", "infrastructure.clusters.bern.apiPort": 6443, "infrastructure.clusters.bern.kubernetes": "1.35", "infrastructure.clusters.bern.workersThere": 7 };
  const BERN = "network.clusters.bern.podsSeen";
  const OWN = "network.clusters.bern.podRanges";
  test("call with addresses of their nodes unless somebody says otherwise, which is an assumption", () => {
    const plan = planOf(BUILT);
    expect(plan.firewall.endpoints.find(({ cluster, kind }) => cluster === "bern" && kind === "nodes")?.pods).toEqual([]);
    expect(plan.assumptions.some(({ path }) => path === BERN)).toBe(true);
  });

  test("call with their own once somebody says so, which rows name", () => {
    const said = planOf({ ...BUILT, [BERN]: "own", [OWN]: ["10.77.0.0/16"] });
    expect(said.addresses.ranges.find(({ id }) => id === "range.platform-pods-of-1[bern]")?.text).toBe("10.77.0.0/16");
    expect(said.firewall.endpoints.find(({ cluster, kind }) => cluster === "bern" && kind === "nodes")?.pods).toEqual([{ kind: "known", value: "10.77.0.0/16" }]);
    expect(planOf({ ...BUILT, [BERN]: "own" }).openPoints.some(({ path }) => path === OWN)).toBe(true);
  });

  test("nothing is assumed in a cloud whose plug-in gives pods addresses of the network", () => {
    const plan = planOf({ "infrastructure.clusters.geneva.provisioning": "existing", "infrastructure.clusters.geneva.workersThere": 4, [SEEN]: undefined });
    expect(plan.openPoints.some(({ path }) => path === SEEN)).toBe(true);
    expect(plan.assumptions.some(({ path }) => path === SEEN)).toBe(false);
  });
});

describe("a list of allowed networks while nobody has said how pods of the Seed call", () => {
  const list = "loadBalancer.datacenters.geneva-azure.sourceRanges";
  const said = (changes: Changes) => planOf(changes).findings.filter(({ check, subject }) => check === "exposure.source-ranges-incomplete" && subject === "geneva-azure");
  const named = (changes: Changes) => said({ [list]: ["198.51.100.7/32", "10.40.0.0/22"], ...changes });

  test("waits for it, and blocks nothing", () => {
    const open = named({ [SEEN]: undefined }).find(({ id }) => id.endsWith("#unsaid"));
    expect([open?.severity, open?.message.includes("pods of the Seed geneva"), open?.answers.includes(SEEN)]).toEqual(["warning", true, true]);
    expect(named({ [SEEN]: undefined }).filter(({ severity, message }) => severity === "blocker" && message.includes("ods of the Seed geneva"))).toEqual([]);
  });

  test("waits for their ranges", () => {
    const open = named({ "network.clusters.geneva.podRanges": undefined }).find(({ id }) => id.endsWith("#unsaid"));
    expect([open?.severity, open?.answers.includes("network.clusters.geneva.podRanges")]).toEqual(["warning", true]);
  });
});

test("one list suits every answer about pods of the only cluster: its range is that of the platform", () => {
  const LIST = "loadBalancer.datacenters.azure-weu.sourceRanges";
  const managed: Changes = {
    "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.apiHost": "weu.hcp.westeurope.azmk8s.io", "infrastructure.clusters.seed.apiPort": 443, "infrastructure.clusters.seed.nodePods": 110,
    "network.platformPods": "10.244.0.0/16", "network.platformServices": "10.96.0.0/12",
    "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.departures": ["sources"], [LIST]: ["10.60.0.0/22", "198.51.100.0/24"],
  };
  const unsaid = (changes: Changes) => planFrom(changed(starterAnswers("azure-keycloak"), { ...managed, ...changes })).findings.filter(({ id, message }) => id.startsWith("exposure.source-ranges-incomplete") && message.includes("ods of the Seed"));
  const [finding] = unsaid({});
  expect([finding?.severity, finding?.answers.includes("network.clusters.seed.podsSeen")]).toEqual(["warning", true]);
  const whole = planFrom(changed(starterAnswers("azure-keycloak"), managed)).findings.filter(({ id }) => id.startsWith("exposure.source-ranges-incomplete") && id.endsWith("#unsaid"));
  expect(whole.map(({ remedy }) => remedy.includes("10.244.0.0/16 lets pods in whatever is answered for them"))).toEqual([true]);
  expect(unsaid({ [LIST]: ["10.60.0.0/22", "198.51.100.0/24", "10.244.0.0/16"] })).toEqual([]);
  // Each answer tells for certain.
  expect(unsaid({ "network.clusters.seed.podsSeen": "node-network" })).toEqual([]);
  expect(unsaid({ "network.clusters.seed.podsSeen": "nodes" }).map(({ severity }) => severity)).toEqual(["blocker"]);
});
