import { describe, expect, test } from "vitest";
import type { Plan } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { changed } from "../../testing/reference.ts";

const twoSeeds = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure-seed"), changes));
const DEPARTURES = "loadBalancer.departures";

describe("strategies at three levels", () => {
  test("a Seed of its own strategy: only its flows and addresses differ", () => {
    const plan = twoSeeds({ [DEPARTURES]: ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": "NodePort", "loadBalancer.clusters.azure-seed.exposeStrategy": "Tunneling" });
    const flows = plan.firewall.flows.map(({ refs, source, destination, ports }) => `${refs.join("=")} ${source} → ${destination} ${ports}`);
    expect(flows).toContain("P9 users → nodeport-proxy[seed] 30000-32767");
    expect(flows).toContain("P8 users → nodeport-proxy[azure-seed] 6443");
    expect(flows).toContain("P3 nodes[seed] → nodeport-proxy[azure-seed] 6443");
    expect(flows).toContain("P6 workers[azure-weu] → nodeport-proxy[azure-seed] 6443, 8088");
    expect(plan.addresses.ranges.map(({ id }) => id)).toContain("range.agent");
  });

  test("the strategy of one Seed that is open takes the agent's address away, and no other range and no fault of one", () => {
    const shares = { "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.16.192/30", "loadBalancer.datacenters.fra-vsphere.poolType": "prefix", "loadBalancer.datacenters.fra-vsphere.poolPrefix": 32, "network.platformPods": "10.20.0.0/16" };
    const faults = ({ addresses, findings }: Plan) => ({ ranges: addresses.ranges.map(({ id }) => id).filter((id) => id !== "range.agent"), said: findings.filter(({ check }) => check === "addresses.ranges-overlap" || check === "workloads.shares-exhausted").map(({ id }) => id) });
    const of = (strategy: string | undefined) => twoSeeds({ ...shares, [DEPARTURES]: ["seeds"], "loadBalancer.clusters.azure-seed.exposeStrategy": "Tunneling", "loadBalancer.clusters.seed.exposeStrategy": strategy });
    const [known, open] = [of("NodePort"), of(undefined)];
    expect(faults(known).said).toContain("workloads.shares-exhausted[fra-vsphere]");
    expect(faults(known).said.length).toBeGreaterThan(1);
    expect(faults(open)).toEqual(faults(known));
    expect(open.addresses.ranges.map(({ id }) => id)).not.toContain("range.agent");
  });

  test("datacenters of one Seed may differ; ports and addresses are summed", () => {
    const plan = planFrom(
      changed(starterAnswers("vsphere-plus-azure"), {
        [DEPARTURES]: ["datacenters"],
        "monitoring.userClusterMla": false,
        "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "LoadBalancer",
        "loadBalancer.datacenters.azure-weu.exposeStrategy": "NodePort",
      }),
    );
    const azure = 4;
    const ports = plan.sizing.ceilings.find(({ id }) => id === "ceiling.node-ports[seed]");
    // 3 of the proxy, 2 of the entry, 4 for each with NodePort, 5 for each with LoadBalancer.
    expect(ports?.used).toBe(3 + 2 + azure * 4 + 12 * 5);
    expect(plan.addresses.assignments.find(({ id }) => id === "address.user-clusters[seed]")).toMatchObject({ count: 12, address: { kind: "known", value: "10.20.30.3-10.20.30.14" } });
    expect(plan.firewall.flows.filter(({ refs }) => refs.includes("P9")).map(({ id, destination }) => `${id} ${destination}`)).toEqual(["flow.P9[seed] nodeport-proxy[seed]", "flow.P9-own[seed] user-cluster-front[seed]"]);
  });

  test("a Seed waits for its strategy only where Seeds differ", () => {
    expect(referencePlan({ "loadBalancer.clusters.seed.exposeStrategy": "Tunneling" }).firewall.flows.some(({ refs }) => refs.includes("P8"))).toBe(false);
    expect(referencePlan({ [DEPARTURES]: ["seeds"] }).openPoints.map(({ path }) => path)).toContain("loadBalancer.clusters.seed.exposeStrategy");
  });
});

describe("a Seed without nodeport-proxy", () => {
  const off: Changes = { [DEPARTURES]: ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" };

  test("LoadBalancer then takes one address and three ports less", () => {
    const usual = referencePlan({ "loadBalancer.exposeStrategy": "LoadBalancer" });
    const plan = referencePlan({ ...off, "loadBalancer.exposeStrategy": "LoadBalancer" });
    const used = (of: typeof plan) => of.sizing.ceilings.find(({ id }) => id === "ceiling.node-ports[seed]")?.used ?? 0;
    expect(plan.addresses.pools[0]?.needed).toBe((usual.addresses.pools[0]?.needed ?? 0) - 1);
    expect(used(usual) - used(plan)).toBe(3);
    expect(plan.addresses.assignments.some(({ purpose }) => purpose === "nodeport-proxy")).toBe(false);
  });

  test("NodePort leads to nodes, and a user cluster takes half the ports", () => {
    const plan = referencePlan({ ...off, "loadBalancer.clusters.seed.nodeFront": "10.20.0.21", "monitoring.userClusterMla": false });
    expect(plan.addresses.assignments.find(({ purpose }) => purpose === "nodeport-proxy")?.address).toEqual({ kind: "known", value: "10.20.0.21" });
    // The documentation's own figure: 1,384 user clusters on 2,768 ports, less two ports of the entry.
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.node-ports[seed]")).toMatchObject({ used: 2 + 12 * 2, maxUserClusters: 1383 });
    expect(plan.dns.records.find(({ name }) => name.startsWith("*.seed."))?.target).toEqual({ kind: "known", value: "10.20.0.21" });
  });
});

test("a load balancer for each API server takes addresses below those of user clusters", () => {
  const plan = referencePlan({ [DEPARTURES]: ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true });
  expect(plan.addresses.assignments.find(({ purpose }) => purpose === "api-servers")).toMatchObject({ count: 12, address: { kind: "known", value: "10.20.30.3-10.20.30.14" } });
  expect(plan.addresses.pools[0]).toMatchObject({ needed: 14, maxUserClusters: 14 });
  expect(plan.firewall.flows.find(({ id }) => id === "flow.api-servers[seed]")).toMatchObject({ source: "users", destination: "api-servers[seed]", ports: "443" });
  const both = referencePlan({ [DEPARTURES]: ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true, "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/27" });
  expect(both.addresses.assignments.filter(({ purpose }) => purpose === "api-servers" || purpose === "user-clusters").map(({ address }) => address)).toEqual([
    { kind: "known", value: "10.20.30.19-10.20.30.30" },
    { kind: "known", value: "10.20.30.7-10.20.30.18" },
  ]);
});

describe("addresses that are kept", () => {
  const keep = (changes: Changes) => referencePlan({ [DEPARTURES]: ["kept"], ...changes });
  const addresses = (plan: ReturnType<typeof keep>) => plan.addresses.assignments.filter(({ pool }) => pool).map(({ purpose, address }) => `${purpose} ${address.kind === "known" ? address.value : address.kind}`);

  test("stand, and the others fill up from the bottom", () => {
    expect(addresses(keep({ "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.1" }))).toEqual(["entry 10.20.30.2", "nodeport-proxy 10.20.30.1"]);
    expect(addresses(keep({ "loadBalancer.clusters.seed.keepEntry": "10.20.30.14", "loadBalancer.exposeStrategy": "LoadBalancer" }))).toEqual(["entry 10.20.30.14", "nodeport-proxy 10.20.30.1", "user-clusters 10.20.30.2-10.20.30.13"]);
  });

  test("outside the block they are not", () => {
    expect(addresses(keep({ "loadBalancer.clusters.seed.keepEntry": "10.20.31.1" }))).toEqual(["entry 10.20.30.1", "nodeport-proxy 10.20.30.2"]);
  });
});

describe("the platform entry", () => {
  const titles = (changes: Changes) => referencePlan(changes).addresses.assignments.filter(({ purpose }) => purpose === "entry").map(({ service, address }) => `${service?.namespace ?? ""} ${address.kind === "known" ? address.value : address.kind}`);

  test("is NGINX, Envoy Gateway by choice, or a Gateway of one's own without an address of the block", () => {
    expect(titles({})).toEqual(["nginx-ingress-controller 10.20.30.1"]);
    expect(titles({ "loadBalancer.entry": "gateway" })).toEqual(["envoy-gateway-controller 10.20.30.1"]);
    const own = { "loadBalancer.entry": "own", "loadBalancer.gatewayAddress": "10.20.5.5", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
    expect(titles(own)).toEqual(["ingress 10.20.5.5"]);
    expect(referencePlan(own).addresses.pools[0]?.needed).toBe(1);
    expect(referencePlan({ "loadBalancer.entry": "gateway" }).runbook.flatMap(({ commands }) => commands).some((line) => line.includes("--migrate-gateway-api"))).toBe(true);
  });

  test("an upgrade of a platform with Envoy Gateway replaces nothing", () => {
    const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
    expect(referencePlan(upgrade).addresses.pools[0]?.needed).toBe(3);
    expect(referencePlan({ ...upgrade, "loadBalancer.entryBefore": "gateway" }).addresses.pools[0]?.needed).toBe(2);
  });

  test("the Gateway ends at 62 names beside the base domain", () => {
    const { ceilings } = referencePlan({ "project.release": "2.31", "project.upgradeFrom": "none" }).sizing;
    expect(ceilings.find(({ id }) => id === "ceiling.gateway-hosts[seed]")).toMatchObject({ used: 5, limit: 62 });
  });
});

test("the decision counts user clusters of each Seed where these differ", () => {
  const plan = twoSeeds({ [DEPARTURES]: ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": "NodePort", "loadBalancer.clusters.azure-seed.exposeStrategy": "Tunneling" });
  const why = (seed: string) => plan.decisions.find(({ id }) => id === `decision.seed-strategy[${seed}]`)?.why;
  expect(why("seed")).toContain("12 user clusters share one address of seed");
  expect(why("azure-seed")).toContain("4 user clusters share two ports of azure-seed");
});
