import { describe, expect, test } from "vitest";
import { planFrom } from "../plan/plan-from.ts";
import { referenceAnswers, referencePlan, type Changes } from "../testing/reference.ts";
import { apiEndpoints } from "./registry.ts";

describe.each(apiEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))("%s in front of the Kubernetes API", (id, endpoint) => {
  const plan = planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": id }));

  test("its address is the customer's or comes later", () => {
    const address = plan.addresses.assignments.find(({ purpose }) => purpose === "kubernetes-api")?.address;
    expect(address).toEqual(endpoint.addressFrom === "customer" ? { kind: "known", value: "10.20.0.10" } : { kind: "later", who: "vSphere" });
  });

  test("VRRP flows only where machines hand it around, and nodes have a row to it in any case", () => {
    // RFC 5798 sends announcements to this group, and the example of KubeOne names no unicast peers.
    expect(plan.firewall.flows.flatMap(({ protocol, reason }) => (protocol === "VRRP" ? [reason] : []))).toEqual(endpoint.vrrp ? ["keepalived agrees which control plane holds the API address, by multicast to 224.0.0.18"] : []);
    expect(plan.firewall.flows.some(({ source, destination }) => source === "nodes[seed]" && destination === "api[seed]")).toBe(true);
  });

  test("the consequence carries this plan's values, and what must be prepared is on the list", () => {
    const decision = plan.decisions.find(({ id: row }) => row === "decision.api-endpoint[seed]");
    expect(decision?.why).toContain("seed");
    expect(decision?.why).toMatch(endpoint.addressFrom === "customer" ? /10\.20\.0\.10/ : /6443/);
    expect(plan.checklist.some(({ id: item }) => item === "todo.api-endpoint[seed]")).toBe(endpoint.prepare !== undefined);
  });
});

describe("what passes calls on from outside the control planes", () => {
  const rows = (apiEndpoint: string, more: Changes = {}) => {
    const { firewall } = planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": apiEndpoint, ...more }));
    const shown = (id: string) => firewall.endpoints.find((end) => end.id === id)?.addresses.map((address) => (address.kind === "known" ? address.value : address.kind));
    return firewall.flows.filter(({ destination, ports }) => destination === "control-planes[seed]" && ports !== "").map(({ source, destination, protocol, ports }) => ({ row: `${source} ${protocol} ${ports}`, from: shown(source), to: shown(destination) }));
  };
  const machines = ["10.20.0.11", "10.20.0.12", "10.20.0.13"];

  test("a load balancer of yours calls each control plane from addresses that its owner names", () => {
    expect(rows("external")).toEqual([{ row: "api-balancer[seed] TCP 6443", from: ["open"], to: machines }]);
    expect(rows("external", { "loadBalancer.clusters.seed.apiBalancerSources": ["10.9.0.4/32", "10.9.0.5/32"] })[0]?.from).toEqual(["10.9.0.4/32", "10.9.0.5/32"]);
  });

  test("a machine with gobetween does from its own", () => expect(rows("gobetween")).toEqual([{ row: "api[seed] TCP 6443", from: ["10.20.0.10"], to: machines }]));
  test.each(["keepalived", "kube-vip", "provider"])("%s needs no row: the control planes answer themselves, or the infrastructure opens its own way", (id) => expect(rows(id)).toEqual([]));
  test("a single control plane has nothing in front", () => expect(rows("external", { "infrastructure.clusters.seed.controlPlanes": 1, "infrastructure.clusters.seed.controlPlaneAddresses": ["10.20.0.11"] })).toEqual([]));
});

test("an image in front of the Kubernetes API is pulled like others, or mirrored, as the plan knows", () => {
  const verify = (changes: Changes) => referencePlan({ "loadBalancer.clusters.seed.apiEndpoint": "kube-vip", ...changes }).checklist.find(({ id }) => id === "todo.api-endpoint[seed]")?.verify ?? "";
  expect(verify({})).toMatch(/; its image can be pulled on a machine in the node network$/);
  expect(verify({ "network.places.main.internet": "offline" })).toMatch(/; its image stands on the list of those that are mirrored$/);
});

test("kube-vip and gobetween live in the node network, a load balancer of yours anywhere", () => {
  const outside = (apiEndpoint: string) =>
    planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": apiEndpoint, "loadBalancer.clusters.seed.apiAddress": "192.0.2.1" }))
      .findings.filter(({ check }) => check === "addresses.api-address-misplaced")
      .map(({ severity }) => severity);
  expect(["kube-vip", "gobetween", "external"].map((id) => outside(id).length)).toEqual([1, 1, 0]);
});

describe("the machine with gobetween is no node", () => {
  const rows = (endpoint: string, changes: Changes = {}) => referencePlan({ "loadBalancer.clusters.seed.apiEndpoint": endpoint, ...changes }).firewall.flows.filter(({ id }) => id.endsWith("[seed.api-machine]")).map(({ source, destination, ports, hosts }) => `${source} → ${destination} ${ports} ${hosts?.join() ?? ""}`.trim());
  const PROXY = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 };
  test("so it is entered and loads its program by rows of its own", () => {
    expect(rows("gobetween")).toEqual(["bastion[main] → api[seed] 22", "api[seed] → registries 443 github.com,release-assets.githubusercontent.com"]);
    expect(rows("gobetween", PROXY)).toEqual(["bastion[main] → api[seed] 22", "api[seed] → proxy[main] 3128"]);
    expect(rows("gobetween", { "network.places.main.internet": "offline" })).toEqual(["bastion[main] → api[seed] 22"]);
    expect(referencePlan({ "loadBalancer.clusters.seed.apiEndpoint": "gobetween" }).firewall.external.filter(({ source }) => source === "api[seed]").map(({ host }) => host)).toEqual(["github.com", "release-assets.githubusercontent.com"]);
  });
  test("and loads nothing again in an upgrade, where it runs already", () => {
    const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
    expect(rows("gobetween", upgrade)).toEqual(["bastion[main] → api[seed] 22"]);
    expect(rows("gobetween", { ...PROXY, ...upgrade })).toEqual(["bastion[main] → api[seed] 22"]);
    expect(referencePlan({ "loadBalancer.clusters.seed.apiEndpoint": "gobetween", ...upgrade }).firewall.external.filter(({ source }) => source === "api[seed]")).toEqual([]);
  });
  test.each(["keepalived", "kube-vip", "external"])("with %s there is none", (endpoint) => expect(rows(endpoint)).toEqual([]));
});
