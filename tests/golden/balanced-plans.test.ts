import { describe, expect, test } from "vitest";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { changed } from "../../src/engine/testing/reference.ts";
import { starterAnswers } from "../support/starter-plans.ts";

const addresses = (plan: Plan, purpose: string) =>
  plan.addresses.assignments.filter((row) => row.purpose === purpose).map(({ cluster, address }) => `${cluster} ${address.kind === "known" ? address.value : address.kind}`);
const flows = (plan: Plan, start: string) => plan.firewall.flows.filter(({ id }) => id.startsWith(start)).map(({ source, destination, protocol, ports }) => `${source} → ${destination} ${protocol} ${ports}`);

describe("a carrier with three sites, Cilium and BGP", () => {
  const plan = planFrom(starterAnswers("telco-cilium-bgp"));

  test("each cluster takes addresses of its own block, per-cluster ones from the top", () => {
    expect(addresses(plan, "entry")).toEqual(["master 10.32.40.1", "seed-north 10.31.40.2", "seed-middle 10.32.41.2", "seed-south 10.33.40.2"]);
    expect(addresses(plan, "nodeport-proxy")).toEqual(["seed-north 10.31.40.1", "seed-middle 10.32.41.1", "seed-south 10.33.40.1"]);
    // 20 user clusters below .63, the last address of the block.
    expect(addresses(plan, "user-clusters")).toEqual(["seed-north 10.31.40.43-10.31.40.62"]);
  });

  test("every cluster peers with both routers of its site", () => {
    expect(flows(plan, "flow.bgp[")).toHaveLength(8);
    expect(plan.checklist.filter(({ id }) => id.startsWith("todo.cilium-bgp["))).toHaveLength(4);
  });

  test("workers dial as their Seed exposes user clusters", () => {
    expect(flows(plan, "flow.P7[")).toEqual(["workers[dc-north] → user-cluster-front[seed-north] TCP 30000-32767"]);
    expect(flows(plan, "flow.P6[").toSorted()).toEqual(["workers[dc-middle] → nodeport-proxy[seed-middle] TCP 6443, 8088", "workers[dc-south] → nodeport-proxy[seed-south] TCP 6443, 8088"]);
  });

  test("ceilings: 394 user clusters by NodePorts in the north, 32 shares of four addresses", () => {
    const ceiling = (id: string) => plan.sizing.ceilings.find((row) => row.id === id);
    // (2768 − 3 − 2) ÷ 7, rounded down: LoadBalancer with user-cluster MLA.
    expect(ceiling("ceiling.node-ports[seed-north]")?.maxUserClusters).toBe(394);
    expect(ceiling("ceiling.node-ports[seed-south]")?.maxUserClusters).toBe("unlimited");
    expect(ceiling("ceiling.addresses[seed-north]")?.maxUserClusters).toBe(62);
    expect(ceiling("ceiling.address-shares[dc-north]")).toMatchObject({ used: 20, limit: 32 });
  });
});

describe("a managed service with KubeLB", () => {
  const plan = planFrom(starterAnswers("managed-service-kubelb"));

  test("kept addresses stand", () => {
    expect([...addresses(plan, "entry"), ...addresses(plan, "nodeport-proxy")]).toEqual(["seed 10.60.30.10", "seed 10.60.30.11"]);
  });

  test("connectors dial the hub from the Seed, the hub dials node ports of workers, people the hub's block", () => {
    expect(flows(plan, "flow.kubelb-")).toEqual([
      "nodes[seed] → kubelb-api TCP 6443",
      "kubelb-nodes → workers[tenants] TCP and UDP 30000-32767",
      "users → kubelb-front TCP and UDP ports of the Services",
      "kubelb-nodes → registries TCP 443",
      "kubelb-nodes → dns[main] TCP and UDP 53",
      "kubelb-nodes → ntp[main] UDP 123",
    ]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "kubelb-front")?.addresses).toEqual([{ kind: "known", value: "10.62.30.0/25" }]);
  });

  test("with mutual TLS the hub dials workers by TCP alone", () => {
    expect(flows(planFrom(changed(starterAnswers("managed-service-kubelb"), { "loadBalancer.kubelbTraffic": "mtls" })), "flow.kubelb-")).toContain("kubelb-nodes → workers[tenants] TCP 30000-32767");
  });

  test("the hub needs an address for each of sixty user clusters", () => {
    expect(plan.checklist.find(({ id }) => id === "todo.kubelb-block")?.title).toBe("Block 10.62.30.0/25 reserved for KubeLB");
    expect(plan.addresses.workloads).toEqual([]);
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.kubelb-block")).toMatchObject({ used: 60, limit: 128, maxUserClusters: 128 });
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.kubelb-block")).toMatchObject({ cluster: "seed", heldBy: "Management cluster of KubeLB" });
    const item = (id: string) => plan.checklist.find((one) => one.id === id);
    expect([item("todo.kubelb-block")?.dependsOn, item("todo.kubelb-cluster")?.dependsOn]).toEqual([[], ["todo.kubelb-block", "todo.kubelb-kubernetes", "todo.account.pull-secret", "todo.external-hosts", "todo.firewall-flows", "todo.access.bastion[main]", "todo.tools"]]);
    expect(item("todo.kubelb-cluster")?.verify).toContain("gets an address of 10.62.30.0/25, and `nc -vz` reaches it on its port from a machine in 10.62.0.0/24");
    expect(item("todo.kubelb-block")?.verify).toBe("The address register shows 10.62.30.0/25 as reserved; whoever runs the routers shows how they will lead it to the management cluster");
  });

  test("Envoy Gateway serves the entry before it is the only way", () => {
    expect(plan.addresses.assignments.find(({ purpose }) => purpose === "entry")?.service?.namespace).toBe("envoy-gateway-controller");
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.gateway-hosts[seed]")).toMatchObject({ used: 5, limit: 62 });
  });
});
