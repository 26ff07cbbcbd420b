import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, cellOf, changed, referenceAnswers, referencePlan, valueOf, type Changes } from "../../testing/reference.ts";
import { controlPlaneSizing } from "./control-planes.ts";
import { listenerCeiling } from "./listeners.ts";
import { networkCeiling } from "./networks.ts";
import { nodePortCeiling } from "./node-ports.ts";
import { podCeiling } from "./pods.ts";
import { clusterSizing, workersOf } from "./workers.ts";

const strategy = "loadBalancer.exposeStrategy";
const userClusterMla = "monitoring.userClusterMla";
const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";

test("the reference setup needs 6 workers and says why", () => {
  const sizing = valueOf(clusterSizing, referenceAnswers(), "seed");
  expect(sizing).toMatchObject({ cpu: 21653, memory: 57728, pods: 336, workers: 6, boundBy: "pods" });
  expect(sizing.lines.map(({ title, cpu, memory, pods }) => [title, cpu, memory, pods])).toEqual([
    ["Components of the master", 900, 748, 7],
    ["Platform entry, NGINX Ingress", 150, 384, 3],
    ["Dex", 400, 64, 2],
    ["Proxy of the master to the Seed", 10, 24, 1],
    ["Components of the Seed", 250, 164, 1],
    ["nodeport-proxy", 350, 224, 4],
    ["MinIO for backups", 150, 64, 1],
    ["S3 exporter", 50, 24, 1],
    ["Master and Seed MLA", 3173, 7088, 11],
    ["Services of the cluster itself", 0, 0, 25],
    ["User-cluster MLA", 2000, 14336, 40],
    ["Control planes of small user clusters", 14220, 34608, 240],
  ]);
  expect(sizing.why).toBe("CPU and pods decide together with machines of 8 vCPU and 32 GiB: a node runs 110 pods at most, so larger machines would save no worker of seed with 12 small user clusters.");
  // ((6 - 1) × 77 - 96) ÷ 20 = 14.4
  expect(sizing.arithmetic.at(-1)).toBe("6 workers carry up to 14 small user clusters.");
});

test("the reason names all that decide", () => {
  const why = (vcpu: number, memory: number) => valueOf(clusterSizing, referenceAnswers({ "infrastructure.clusters.seed.workerCpu": vcpu, "infrastructure.clusters.seed.workerMemory": memory }), "seed").why;
  // 336 ÷ 77 gives 5; 21,653 ÷ 10,850 gives 3 of 16 vCPU, ÷ 2,450 gives 9 of 4 vCPU; 57,728 ÷ 10,752 gives 6 of 16 GiB, ÷ 5,017.6 gives 12 of 8 GiB
  expect(why(16, 64)).toMatch(/^Pods decide with/);
  expect(why(4, 32)).toMatch(/^CPU decides with/);
  expect(why(8, 8)).toMatch(/^Memory decides with/);
  // 57,728 ÷ 14,336 gives 5 of 21 GiB
  expect(why(16, 21)).toMatch(/^Memory and pods decide together with/);
  expect(why(8, 21)).toMatch(/^CPU, memory and pods decide together with/);
  // 21,653 ÷ 3,850 gives 6 of 6 vCPU, 57,728 ÷ 10,752 gives 6 of 16 GiB
  expect(why(6, 16)).toBe("CPU and memory decide together with machines of 6 vCPU and 16 GiB: more of one alone would save no worker of seed with 12 small user clusters.");
});

test("the table of workers has their root disk, planned or as the answers say", () => {
  const workers = (changes: Parameters<typeof referenceAnswers>[0] = {}) => planFrom(referenceAnswers(changes)).sizing.workers;
  expect(workers()).toMatchObject([{ cluster: "seed", machines: 6, cpu: 8, memory: 32, disk: 100 }]);
  expect(workers({ "infrastructure.planningValues": "own", "infrastructure.workerDisk": 160 })).toMatchObject([{ disk: 160 }]);
  expect(workers({ "infrastructure.clusters.seed.workerCpu": undefined })).toEqual([]);
});

test("only what is installed is counted: the sums of the formula hold where everything is", () => {
  const of = (changes: Parameters<typeof referenceAnswers>[0]) => {
    const { cpu, memory, pods } = valueOf(clusterSizing, referenceAnswers(changes), "seed");
    return [cpu, memory, pods];
  };
  const [issued, outside, none] = [{ "certificates.issuance": "vault" }, { "storage.clusters.seed.backupTarget": "s3" }, { "storage.clusters.seed.backupTarget": "none" }];
  // 1,670 + 800 + 3,173 + 2,000 + 12 × 1,185; 1,346 + 476 + 7,088 + 14,336 + 12 × 2,884; 16 + 7 + 11 + 25 + 40 + 12 × 20
  expect(of(issued)).toEqual([21863, 57854, 339]);
  expect(of({ ...issued, ...outside })).toEqual([21863 - 150, 57854 - 64, 339 - 1]);
  expect(of({ ...issued, ...none })).toEqual([21863 - 200, 57854 - 88, 339 - 2]);
  expect(of({ ...issued, "loadBalancer.clusters.seed.kind": "none" })).toEqual([21863 - 350, 57854 - 224, 339 - 4]);
});

test("numbers of workers are known before it is said what runs, where that makes no difference to them", () => {
  const unsaid = { "certificates.issuance": undefined, "storage.clusters.seed.backupTarget": undefined, "authentication.connector": undefined };
  expect(valueOf(workersOf, referenceAnswers(unsaid), "seed")).toBe(6);
  expect(cellOf(clusterSizing, referenceAnswers(unsaid), "seed").outcome).toEqual({ kind: "waiting", missing: Object.keys(unsaid).toSorted() });
});

test("numbers of workers of a Seed apart are known before it is said which interfaces it serves, where its entry makes no difference to them", () => {
  const apart = (changes: Parameters<typeof referenceAnswers>[0]) =>
    referenceAnswers({ "infrastructure.clusters.master.name": "master", "infrastructure.clusters.seed.role": "seed", "monitoring.userClusterMla": true, "monitoring.seedUis": undefined, ...changes });
  const waits = { kind: "waiting", missing: ["monitoring.seedUis"] };
  expect(cellOf(clusterSizing, apart({}), "seed").outcome).toEqual(waits);
  expect(valueOf(workersOf, apart({}), "seed")).toBe(valueOf(workersOf, apart({ "monitoring.seedUis": ["grafana"] }), "seed"));
  expect(valueOf(workersOf, apart({}), "seed")).toBe(valueOf(workersOf, apart({ "monitoring.seedUis": [] }), "seed"));
  // One interface of its own monitoring brings the entry already.
  expect(cellOf(clusterSizing, apart({ "monitoring.clusters.seed.ownUis": ["prometheus"] }), "seed").outcome.kind).toBe("known");
});

test("2.31 brings its own figures of the master", () => {
  const sizing = valueOf(clusterSizing, referenceAnswers({ "project.release": "2.31", "project.upgradeFrom": "none" }), "seed");
  expect(sizing).toMatchObject({ cpu: 21653 - 1460 + 1590, memory: 57728 - 1220 + 1572, workers: 6 });
});

test("an own Gateway and an issuer in place of Dex leave the master less to run, and Dex is counted only when it is known", () => {
  const own = { "project.release": "2.31", "loadBalancer.entry": "own", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
  const sizing = (changes: Parameters<typeof referenceAnswers>[0]) => valueOf(clusterSizing, referenceAnswers({ "project.upgradeFrom": "none", ...own, ...changes }), "seed");
  expect(sizing({})).toMatchObject({ cpu: 21653 - 150, memory: 57728 - 384, pods: 336 - 3 });
  expect(sizing({ "authentication.connector": "external-issuer" })).toMatchObject({ cpu: 21653 - 150 - 400, memory: 57728 - 384 - 64, pods: 336 - 3 - 2 });
  expect(cellOf(clusterSizing, referenceAnswers({ "authentication.connector": undefined }), "seed").outcome).toEqual({ kind: "waiting", missing: ["authentication.connector"] });
});

test("the fronts of the strategy LoadBalancer are counted", () => {
  const sizing = valueOf(clusterSizing, referenceAnswers({ [strategy]: "LoadBalancer" }), "seed");
  expect(sizing).toMatchObject({ cpu: 21653 + 12 * 130, memory: 57728 + 12 * 160, pods: 336 + 12 * 3 });
});

test("where datacenters differ, only user clusters with LoadBalancer have a front", () => {
  const departures = { "loadBalancer.departures": ["datacenters"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "LoadBalancer", "loadBalancer.datacenters.azure-weu.exposeStrategy": "NodePort" };
  const answers = changed(starterAnswers("vsphere-plus-azure"), departures);
  const sizing = valueOf(clusterSizing, answers, "seed");
  // 12 of 16 user clusters have a front: 13 + 7 + 11 + 25 + 40 + 16 × 20 + 12 × 3 = 452 pods, ⌈452 ÷ 77⌉ + 1 = 7 workers
  expect(sizing.lines.at(-1)).toMatchObject({ title: "Fronts of user clusters", pods: 36 });
  expect(sizing).toMatchObject({ pods: 452, workers: 7 });
  // 6 × 77 = 462 pods: 7 are left, too few for another one of 23
  expect(sizing.arithmetic.at(-1)).toBe("7 workers carry up to 16 small user clusters.");
  expect(valueOf(podCeiling, answers, "seed")).toMatchObject({ used: 452, maxUserClusters: 16 + Math.floor((150000 - 452) / 23), why: "452 pods of the platform on seed and of 16 user clusters; one more takes up to 23." });
});

test("an additional Seed is sized on its own", () => {
  const answers = starterAnswers("vsphere-plus-azure-seed");
  // NGINX of its own interfaces, without cert-manager since certificates are supplied, then its components, both stacks and user clusters:
  // 150 + 800 + 3173 + 2000 + 4 × 1185; 384 + 476 + 7088 + 14336 + 4 × 2884; 3 + 8 + 11 + 25 + 40 + 4 × 20
  expect(valueOf(clusterSizing, answers, "azure-seed")).toMatchObject({ cpu: 10863, memory: 33820, pods: 167, workers: 4 });
  expect(valueOf(workersOf, answers, "seed")).toBe(6);
});

test("cert-manager is counted on a Seed apart only where a step installs it", () => {
  const of = (issuance: string) => {
    const plan = planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), { "certificates.issuance": issuance, "certificates.names": "listed" }));
    const counted = plan.sizing.clusters.find(({ id }) => id.includes("azure-seed"))?.lines.some(({ title }) => title === "cert-manager");
    const installed = plan.runbook.some(({ commands }) => commands.some((line) => line.includes("azure-seed/values-seed.yaml cert-manager ")));
    return [counted, installed];
  };
  expect(of("supplied")).toEqual([false, false]);
  expect(of("ca")).toEqual([true, true]);
});

test("a dedicated master needs no number of user clusters", () => {
  const answers = answersOf({
    "infrastructure.clusters.m.role": "master",
    "infrastructure.clusters.m.provider": "vsphere",
    "infrastructure.clusters.m.provisioning": "kubeone",
    "infrastructure.clusters.m.workerCpu": 4,
    "infrastructure.clusters.m.workerMemory": 16,
    "project.release": "2.31",
    "monitoring.mla": false,
    "authentication.connector": "ldap",
    "certificates.issuance": "ca",
  });
  // No Seed, and so no proxy to one: 1,800 - 10 and 1,698 - 24
  expect(valueOf(clusterSizing, answers, "m")).toMatchObject({ cpu: 1790, memory: 1674, pods: 16 + 25, workers: 4, boundBy: "minimum" });
  expect(cellOf(nodePortCeiling, answers, "m").outcome.kind).toBe("not-applicable");
});

test("workers wait for every answer that the sums need", () => {
  const { outcome } = cellOf(workersOf, referenceAnswers({ "infrastructure.clusters.seed.workerCpu": undefined, "monitoring.mla": undefined }), "seed");
  expect(outcome).toEqual({ kind: "waiting", missing: ["infrastructure.clusters.seed.workerCpu", "monitoring.mla"] });
});

test("an upgrade keeps the ports of the former entry until it is cleaned", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
  const ceiling = valueOf(nodePortCeiling, referenceAnswers(upgrade), "seed");
  // 3 of the nodeport-proxy, 2 of Envoy Gateway, 2 of NGINX Ingress; (2768 − 7) ÷ 6 = 460.2
  expect(ceiling).toMatchObject({ used: 7 + 12 * 6, maxUserClusters: 460 });
  expect(ceiling.why).toContain("7 ports for the load balancers on seed, 2 of them of NGINX Ingress until it is cleaned, and 6 for each");
  expect(valueOf(nodePortCeiling, referenceAnswers({ ...upgrade, "project.upgradeFrom": "none" }), "seed").used).toBe(5 + 12 * 6);
});

test("where no load balancer stands, the ports are those of the entry", () => {
  const ceiling = valueOf(nodePortCeiling, referenceAnswers({ "loadBalancer.clusters.seed.kind": "none" }), "seed");
  expect(ceiling.why).toContain("2 ports for the entry on seed");
});

describe("addresses of a network in which the infrastructure hands them out", () => {
  const openstack = { "infrastructure.datacenters.o.provider": "openstack", "infrastructure.datacenters.o.place": "m", "infrastructure.datacenters.o.seed": "s", "network.datacenters.o.workersIn": "own-network", "network.datacenters.o.workerNetwork": "10.71.0.0/22", "infrastructure.datacenters.o.smallClusters": 400, "infrastructure.datacenters.o.nodesPerCluster": 5, "infrastructure.places.m.name": "m", "infrastructure.places.m.openstackOctavia": true, "infrastructure.clusters.s.role": "seed" };

  test("400 user clusters of 5 nodes, each with one more during updates, outgrow a /22, which ends at 170", () => {
    // 1,024 addresses less the first and the last; 1,022 ÷ 6 = 170.3
    expect(valueOf(networkCeiling, answersOf(openstack), "o")).toMatchObject({ used: 2400, limit: 1022, maxUserClusters: 170, unit: "addresses" });
  });

  test("datacenters that share a network are counted together, once", () => {
    const both = answersOf({ ...openstack, "infrastructure.datacenters.p.provider": "openstack", "infrastructure.datacenters.p.place": "m", "infrastructure.datacenters.p.seed": "s", "network.datacenters.p.workersIn": "own-network", "network.datacenters.p.workerNetwork": "10.71.0.0/22", "infrastructure.datacenters.p.smallClusters": 1, "infrastructure.datacenters.p.nodesPerCluster": 3 });
    expect(valueOf(networkCeiling, both, "o").used).toBe(2404);
    expect(cellOf(networkCeiling, both, "p").outcome.kind).toBe("not-applicable");
  });

  test("a DHCP range has a row of its own", () => {
    expect(cellOf(networkCeiling, referenceAnswers(), "fra-vsphere").outcome.kind).toBe("not-applicable");
  });

  test("each tenant brings a network of its own", () => {
    const tenants = (...names: readonly string[]) => ({ "infrastructure.severalTenants": true, "infrastructure.tenants": names, "infrastructure.datacenters.o.tenants": names });
    expect(cellOf(networkCeiling, answersOf({ ...openstack, ...tenants("a", "b") }), "o").outcome.kind).toBe("not-applicable");
    // The network of a single tenant is the one that is stated.
    expect(valueOf(networkCeiling, answersOf({ ...openstack, ...tenants("a") }), "o").used).toBe(2400);
  });
});

describe("NodePorts of a shared master and Seed", () => {
  test.each([
    ["NodePort", true, 5 + 12 * 6, 460],
    ["NodePort", false, 5 + 12 * 4, 690],
    ["LoadBalancer", true, 5 + 12 * 7, 394],
    ["LoadBalancer", false, 5 + 12 * 5, 552],
    ["Tunneling", true, 5, "unlimited"],
  ])("%s, user-cluster MLA %s: %d used, ceiling %s", (strategyValue, mla, used, maxUserClusters) => {
    const answers = referenceAnswers({ [strategy]: strategyValue, [userClusterMla]: mla });
    expect(valueOf(nodePortCeiling, answers, "seed")).toMatchObject({ used, limit: 2768, maxUserClusters });
  });

  test("with Tunneling an API server with a load balancer of its own takes one, as its Service has a port then", () => {
    const own = { [strategy]: "Tunneling", [userClusterMla]: true, "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true, "loadBalancer.clusters.seed.kind": "metallb-l2" };
    // 5 of entry and nodeport-proxy, and one for each of 12; 2,768 − 5 are left for as many.
    expect(valueOf(nodePortCeiling, referenceAnswers(own), "seed")).toMatchObject({ used: 5 + 12, maxUserClusters: 2763 });
    expect(valueOf(nodePortCeiling, referenceAnswers(own), "seed").why).toContain("takes one: 5 + 12 × 1 = 17");
    expect(valueOf(nodePortCeiling, referenceAnswers({ ...own, [strategy]: "NodePort" }), "seed")).toMatchObject({ used: 5 + 12 * 6 });
  });

  test("Tunneling does not wait for user-cluster MLA", () => {
    const answers = referenceAnswers({ [strategy]: "Tunneling", [userClusterMla]: undefined });
    expect(valueOf(nodePortCeiling, answers, "seed").used).toBe(5);
  });
});

describe("rules of an Azure load balancer", () => {
  const onAzure = (changes: Record<string, string | boolean>) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "azure", "loadBalancer.clusters.seed.kind": "cloud", ...changes });
  test.each([
    ["NodePort", false, 147],
    ["NodePort", true, 98],
    ["LoadBalancer", false, 98],
    ["LoadBalancer", true, 73],
    ["Tunneling", true, "unlimited"],
  ])("%s, user-cluster MLA %s: ceiling %s", (strategyValue, mla, maxUserClusters) => {
    expect(valueOf(listenerCeiling, onAzure({ [strategy]: strategyValue, [userClusterMla]: mla }), "seed")).toMatchObject({ limit: 300, maxUserClusters });
  });

  test("an own load balancer has no quota", () => {
    expect(cellOf(listenerCeiling, referenceAnswers(), "seed").outcome).toEqual({ kind: "not-applicable", why: "MetalLB with BGP has no quota of listeners." });
  });
});

describe("listeners of an AWS load balancer", () => {
  const onAws = (changes: Record<string, string | boolean>) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", ...changes });
  // (50 - 3) ÷ 2 and ÷ 3; with LoadBalancer every user cluster has a load balancer of its own.
  test.each([
    ["NodePort", false, 3 + 24, 23],
    ["NodePort", true, 3 + 36, 15],
    ["LoadBalancer", true, 3, "unlimited"],
    ["Tunneling", true, 3, "unlimited"],
  ])("%s, user-cluster MLA %s: %d used, ceiling %s", (strategyValue, mla, used, maxUserClusters) => {
    expect(valueOf(listenerCeiling, onAws({ [strategy]: strategyValue, [userClusterMla]: mla }), "seed")).toMatchObject({ used, limit: 50, maxUserClusters });
  });
});

describe("rules of each node on Azure", () => {
  const onAzure = (changes: Record<string, string | boolean | number | readonly string[]>) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "azure", "loadBalancer.clusters.seed.kind": "cloud", [userClusterMla]: false, ...changes });
  const balanced = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true };
  // 5 for nodeport-proxy and entry; (300 - 5) ÷ 2, ÷ 3 and ÷ 1.
  test.each([
    ["NodePort", {}, 5 + 24, 147],
    ["NodePort", balanced, 5 + 36, 98],
    ["Tunneling", {}, 5, "unlimited"],
    ["Tunneling", balanced, 5 + 12, 295],
  ] as const)("%s with %j: %d used, ceiling %s", (strategyValue, changes, used, maxUserClusters) => {
    const ceiling = valueOf(listenerCeiling, onAzure({ [strategy]: strategyValue, ...changes }), "seed");
    expect(ceiling).toMatchObject({ used, limit: 300, maxUserClusters });
    expect(ceiling.why.includes("before its API server")).toBe("loadBalancer.departures" in changes);
  });
});

test("rules of each node on Azure are told by the dearest user cluster, and whether all have a load balancer before their API server", () => {
  const second = "infrastructure.datacenters.second";
  const plan = (changes: Changes) =>
    valueOf(listenerCeiling, changed(withSubject(referenceAnswers(), "datacenter", "second"), {
      "infrastructure.clusters.seed.provider": "azure", "loadBalancer.clusters.seed.kind": "cloud", [userClusterMla]: false,
      [`${second}.name`]: "second", [`${second}.seed`]: "seed", [`${second}.smallClusters`]: 8,
      "loadBalancer.departures": ["datacenters", "api"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "NodePort", "loadBalancer.datacenters.second.exposeStrategy": "Tunneling",
      "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true, "loadBalancer.datacenters.second.apiLoadBalancer": true, ...changes,
    }), "seed");
  // 12 × 2 + 20 × 1, and 5 of the cluster itself
  expect(plan({})).toMatchObject({ used: 49, why: expect.stringMatching(/ and 3 for each of 20 user clusters .*, that of the load balancer before its API server among them\.$/) as string });
  // 12 × 2 + 8 × 1
  expect(plan({ "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": false })).toMatchObject({ used: 37, why: expect.stringMatching(/ and up to 2 for each of 20 user clusters .*, that of a load balancer before its API server among them where it has one\.$/) as string });
});

test("user clusters with a load balancer of their own take no listener of the shared one: 3 + 12 × 2, and 11 further of the 50 with NodePort", () => {
  const answers = withSubject(referenceAnswers(), "datacenter", "second");
  const mixed = changed(answers, {
    "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", [userClusterMla]: false,
    "infrastructure.datacenters.second.name": "second", "infrastructure.datacenters.second.seed": "seed", "infrastructure.datacenters.second.smallClusters": 30,
    "loadBalancer.departures": ["datacenters"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "NodePort", "loadBalancer.datacenters.second.exposeStrategy": "LoadBalancer",
  });
  expect(valueOf(listenerCeiling, mixed, "seed")).toMatchObject({ used: 27, limit: 50, maxUserClusters: 42 + 11, why: "3 listeners for seed itself and 2 for each of 12 user clusters with NodePort." });
});

describe("listeners of a load balancer of Hetzner", () => {
  const onHetzner = (changes: Record<string, string | boolean>) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud", ...changes });
  // (30 - 3) ÷ 2 = 13.5, and ÷ 3; 30 are those of the largest type.
  test.each([
    ["NodePort", false, 3 + 24, 13],
    ["NodePort", true, 3 + 36, 9],
    ["LoadBalancer", true, 3, "unlimited"],
    ["Tunneling", true, 3, "unlimited"],
  ])("%s, user-cluster MLA %s: %d used, ceiling %s", (strategyValue, mla, used, maxUserClusters) => {
    expect(valueOf(listenerCeiling, onHetzner({ [strategy]: strategyValue, [userClusterMla]: mla }), "seed")).toMatchObject({ used, limit: 30, maxUserClusters });
  });
});

test("without the nodeport-proxy two ports a user cluster are left: 1,384, or 922 with MLA, less those of the entry", () => {
  const off = { "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled", "infrastructure.clusters.seed.role": "seed", "monitoring.seedUis": [] };
  const most = (mla: boolean) => valueOf(nodePortCeiling, referenceAnswers({ ...off, [userClusterMla]: mla }), "seed").maxUserClusters;
  expect([most(false), most(true)]).toEqual([1384, 922]);
});

describe("ends of ranges", () => {
  const ceilings = (changes: Record<string, string | number | boolean | undefined> = {}) => planFrom(referenceAnswers(changes)).sizing.ceilings;
  const ceiling = (id: string, changes: Record<string, string | number | boolean | undefined> = {}) => ceilings(changes).find((row) => row.id === id);

  test("5 busy workers run 77 pods each", () => {
    expect(ceiling("ceiling.pods-of-workers[seed]")).toMatchObject({ used: 336, limit: 385, maxUserClusters: 14, raisedBy: "another worker" });
  });

  test("leases: 171, less 7 of the platform, six for each user cluster, one of them for a machine that replaces another", () => {
    // 6 + 1 and 12 × (5 + 1); (171 - 7) ÷ 6 = 27.3
    expect(ceiling("ceiling.leases[main]")).toMatchObject({ used: 79, limit: 171, maxUserClusters: 27, unit: "leases" });
    expect(ceiling("ceiling.leases[main]")?.why).toContain("6 leases for workers of the platform and 60 for nodes of 12 user clusters come from 10.20.0.50-10.20.0.220, and 13 more are kept for machines that replace others: 79 in all. One more of the largest kind takes 6, those kept for it among them, and workers");
    // 40 user clusters have 13 workers on the Seed: (171 - 14) ÷ 6 = 26.2
    expect(ceiling("ceiling.leases[main]", { [clusters]: 40 })).toMatchObject({ used: 254, maxUserClusters: 26 });
  });

  test("leases of user clusters that may grow are kept up to their largest number of nodes", () => {
    const grown = ceiling("ceiling.leases[main]", { "infrastructure.datacenters.fra-vsphere.mostNodesPerCluster": 9 });
    // 7 and 12 × (9 + 1); (171 - 7) ÷ 10 = 16.4
    expect(grown).toMatchObject({ used: 127, maxUserClusters: 16, why: expect.stringContaining("for machines that replace others and for those that autoscaling may add: 127 in all. One more of the largest kind takes 10, those kept for it among them") as string });
  });

  test("leases of a worker network of its own", () => {
    const own = { "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/24", "network.datacenters.fra-vsphere.workerDhcp": "10.20.20.100-10.20.20.199" };
    expect(ceiling("ceiling.leases-of-workers[fra-vsphere]", own)).toMatchObject({ used: 72, limit: 100, maxUserClusters: 16, why: expect.stringContaining("and 12 more are kept for machines that replace others") as string });
    expect(ceiling("ceiling.leases[main]", own)).toBeUndefined();
  });

  test("a block for workloads ends where each user cluster has one address", () => {
    expect(ceiling("ceiling.address-shares[fra-vsphere]")).toBeUndefined();
    expect(ceiling("ceiling.address-shares[fra-vsphere]", { "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.31.0/28" })).toMatchObject({ used: 12, limit: 16, maxUserClusters: 16 });
  });

  test("nodes: a /16 of pods has 256 shares of /24, in a user cluster and on the platform", () => {
    expect(ceiling("ceiling.pod-range[fra-vsphere]")).toMatchObject({ used: 5, limit: 256, maxUserClusters: "unlimited" });
    expect(ceiling("ceiling.platform-nodes[seed]")).toMatchObject({ used: 9, limit: 256 });
    expect(ceiling("ceiling.platform-nodes[seed]", { "network.platformPods": "10.244.0.0/20" })).toMatchObject({ limit: 16, maxUserClusters: 41 });
    expect(ceiling("ceiling.platform-nodes[seed]", { "infrastructure.clusters.seed.provisioning": "existing" })).toBeUndefined();
  });
});

test("one Kubernetes cluster ends at 150,000 pods", () => {
  // (150,000 - 96) ÷ 20
  expect(valueOf(podCeiling, referenceAnswers({ [clusters]: 100 }), "seed")).toMatchObject({ used: 2096, maxUserClusters: 7495 });
});

test("control-plane machines only where KubeOne builds the cluster", () => {
  expect(valueOf(controlPlaneSizing, referenceAnswers(), "seed")).toMatchObject([{ machines: 3, cpu: 4, memory: 16, iops: 6000 }]);
  expect(valueOf(controlPlaneSizing, starterAnswers("proof-of-concept"), "kubermatic")[0]?.why).toContain("does not survive the loss of one");
  const managed = changed(referenceAnswers(), { "infrastructure.clusters.seed.provisioning": "managed" });
  expect(cellOf(controlPlaneSizing, managed, "seed").outcome.kind).toBe("not-applicable");
});

test("a disk of Azure is as large as so many IOPS want it, one whose IOPS are ordered stays", () => {
  const on = (provider: string) => valueOf(controlPlaneSizing, referenceAnswers({ "infrastructure.clusters.seed.provider": provider }), "seed")[0];
  // Up to 1,024 GiB Premium_LRS serves 5,000 of the 6,000 IOPS.
  expect(on("azure")).toMatchObject({ disk: 1025, iops: 6000, why: expect.stringContaining("Premium_LRS serves 6,000 IOPS for long from 1,025 GiB on.") as string });
  expect(on("aws")).toMatchObject({ disk: 50 });
  expect(on("vsphere")).toMatchObject({ disk: 50 });
});

test("the plan lists clusters, control planes and ceilings", () => {
  const { sizing } = planFrom(starterAnswers("vsphere-plus-azure-seed"));
  expect(sizing.clusters.map(({ cluster, workers }) => [cluster, workers])).toEqual([["seed", 6], ["azure-seed", 4]]);
  expect(sizing.controlPlanes.map(({ cluster }) => cluster)).toEqual(["seed", "azure-seed"]);
  expect(sizing.ceilings.map(({ id, maxUserClusters }) => [id, maxUserClusters])).toEqual(
    expect.arrayContaining([
      ["ceiling.node-ports[seed]", 460],
      ["ceiling.node-ports[azure-seed]", 460],
      ["ceiling.listeners[azure-seed]", 98],
    ]),
  );
});

describe("user clusters of several sizes", () => {
  const mixed = {
    "infrastructure.clusterSizes": "several",
    [clusters]: 20,
    "infrastructure.datacenters.fra-vsphere.mediumClusters": 5,
    "infrastructure.datacenters.fra-vsphere.largeClusters": 1,
    "project.release": "2.31",
    "project.upgradeFrom": "none",
    [userClusterMla]: false,
  };

  test("20 small, 5 medium and 1 large need 13 workers of 8 vCPU and 32 GiB", () => {
    const sizing = valueOf(clusterSizing, referenceAnswers(mixed), "seed");
    expect(sizing).toMatchObject({ cpu: 61263, pods: 583, workers: 13 });
    expect(sizing.why).toContain("20 small, 5 medium and 1 large user clusters");
    expect(sizing.arithmetic.at(-1)).toContain("beside the 5 medium and 1 large ones");
  });

  test("ports count clusters of every size", () => {
    // 5 + 26 × 4
    expect(valueOf(nodePortCeiling, referenceAnswers(mixed), "seed").used).toBe(109);
  });

  test("a missing number is waited for", () => {
    const { outcome } = cellOf(workersOf, referenceAnswers({ ...mixed, "infrastructure.datacenters.fra-vsphere.largeClusters": undefined }), "seed");
    expect(outcome).toEqual({ kind: "waiting", missing: ["infrastructure.datacenters.fra-vsphere.largeClusters"] });
  });
});

describe("planning values", () => {
  test("are assumed, and named so", () => {
    const [assumption] = planFrom(referenceAnswers()).assumptions.filter(({ question }) => question === "infrastructure.planningValues");
    expect(assumption?.sentence).toContain("70 % of each worker");
  });

  test("own values replace them in the arithmetic", () => {
    const own = { "infrastructure.planningValues": "own", "infrastructure.usablePercent": 100, "infrastructure.spareWorkers": 2, "infrastructure.podsPerNode": 200 };
    const sizing = valueOf(clusterSizing, referenceAnswers(own), "seed");
    // 21,653 ÷ 7,500 and 57,728 ÷ 31,744 and 336 ÷ 200
    expect(sizing).toMatchObject({ workers: 5, boundBy: "cpu" });
    expect(sizing.arithmetic).toContain("Pods: 336 ÷ (200 × 100 % = 200) gives 2.");
  });

  test("pods that are counted for master, Seed and MLA are choices as well", () => {
    const own = { "infrastructure.planningValues": "own", "infrastructure.masterPods": 20, "infrastructure.seedPods": 10, "infrastructure.mlaPods": 15 };
    // 336 - 7 - 1 - 11 + 20 + 10 + 15
    expect(valueOf(clusterSizing, referenceAnswers(own), "seed")).toMatchObject({ pods: 362, cpu: 21653, memory: 57728 });
  });

  test("own values not stated yet are assumed one by one", () => {
    const { assumptions } = planFrom(referenceAnswers({ "infrastructure.planningValues": "own" }));
    expect(assumptions.map(({ path }) => path)).toEqual(expect.arrayContaining(["infrastructure.usablePercent", "infrastructure.nodeCpuReserve", "infrastructure.controlPlaneCpu"]));
  });
});

test("workers fill zones evenly, and further components are counted", () => {
  const sizing = valueOf(clusterSizing, referenceAnswers({ "infrastructure.clusters.seed.zones": 4, "infrastructure.seedExtras": ["metering", "audit"] }), "seed");
  expect(sizing).toMatchObject({ cpu: 21653 + 250 + 12 * 10, workers: 8 });
  expect(sizing.arithmetic).toContain("Over 4 zones that is 8.");
});

test("user clusters on KubeVirt leave the controller of their storage driver on the Seed", () => {
  const lines = (provider: string) => valueOf(clusterSizing, referenceAnswers({ "infrastructure.datacenters.fra-vsphere.provider": provider }), "seed").lines;
  expect(lines("kubevirt").find(({ title }) => title === "Storage drivers of user clusters on KubeVirt")).toMatchObject({ cpu: 0, memory: 1200, pods: 12 });
  expect(lines("openstack").filter(({ title }) => title.startsWith("Storage drivers"))).toEqual([]);
});

describe("ceilings of names", () => {
  const ceiling = (id: string, changes: Parameters<typeof referenceAnswers>[0] = {}) => planFrom(referenceAnswers(changes)).sizing.ceilings.find((row) => row.id === `ceiling.${id}[seed]`);

  test("the longest name of a Seed, with a generated id; ids of one's own have the rest", () => {
    // <id of 10>.seed.kubermatic.example.com: 10 + 1 + 27 for the domain of the Seed; alertmanager.seed.… has two more.
    expect(ceiling("name-length")).toMatchObject({ used: "alertmanager.seed.kubermatic.example.com".length, limit: 253, unit: "characters", maxUserClusters: "unlimited" });
    expect(ceiling("name-length")?.why).toContain(`with an id of 36 characters, which people may choose, <id>.seed.kubermatic.example.com has ${36 + ".seed.kubermatic.example.com".length}.`);
    // Reached by address, no user cluster has a name below its Seed.
    expect(ceiling("name-length", { "loadBalancer.exposeStrategy": "LoadBalancer" })?.why).toMatch(/; user clusters make none longer\.$/);
    expect(ceiling("name-length", { "loadBalancer.exposeStrategy": "Tunneling" })).toMatchObject({ used: "konnectivity-server.".length + 10 + ".seed.kubermatic.example.com".length });
    expect(ceiling("name-length", { "loadBalancer.exposeStrategy": "Tunneling" })?.why).toContain("may have all 36 that KKP takes");
  });

  test("a long base domain leaves less for an id that people choose", () => {
    // konnectivity-server. has 20 characters, a generated id 10, .seed. 6: 36 beside the domain of 200, so 236 of 253; 17 more make 27 of 36.
    const label = "a".repeat(49);
    const domain = [label, label, label, `${label}a`].join(".");
    expect(domain).toHaveLength(200);
    const row = ceiling("name-length", { "loadBalancer.exposeStrategy": "Tunneling", "project.domain": domain });
    expect(row?.used).toBe(236);
    expect(row?.why).toContain("may have 27 of the 36 that KKP takes");
  });

  test("a Gateway of KKP has 64 listeners, of which the base domain takes two; NGINX has no such limit", () => {
    const installed = { "project.release": "2.31", "project.upgradeFrom": "none" };
    // Beside the base domain: Prometheus, Grafana and Alertmanager of the platform, Grafana and Alertmanager of user clusters.
    expect(ceiling("gateway-hosts", installed)).toMatchObject({ used: 5, limit: 64 - 2, unit: "names", maxUserClusters: "unlimited" });
    expect(ceiling("gateway-hosts", { ...installed, "monitoring.seedUis": [] })?.used).toBe(3);
    expect(ceiling("gateway-hosts", { ...installed, "project.release": "2.30" })).toBeUndefined();
  });

  test("names in one certificate count for Let's Encrypt alone", () => {
    expect(ceiling("certificate-names")).toBeUndefined();
    expect(ceiling("certificate-names", { "certificates.issuance": "dns01", "certificates.names": "listed" })).toMatchObject({ used: 6, limit: 100, maxUserClusters: "unlimited" });
  });
});

test.each(["shared", "dedicated"])("the stated load of user-cluster MLA grows with each user cluster, on %s workers", (nodes) => {
  const heavy = { "monitoring.expectedLoad": "stated", "monitoring.series": 500000, "monitoring.scrapeInterval": 15, "monitoring.nodes": nodes };
  const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";
  const sizingOf = (count: number) => referencePlan({ ...heavy, [clusters]: count }).sizing.clusters.find(({ cluster }) => cluster === "seed");
  const planned = sizingOf(12);
  const most = Number(/carry up to (\d+) small/.exec(planned?.arithmetic.at(-1) ?? "")?.[1]);
  expect(most).toBeGreaterThanOrEqual(12);
  expect(sizingOf(most)?.workers).toBe(planned?.workers);
  expect(sizingOf(most + 1)?.workers).toBeGreaterThan(planned?.workers ?? 0);
});
