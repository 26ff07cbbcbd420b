import { describe, expect, test } from "vitest";
import { planFrom } from "../plan/plan-from.ts";
import { referenceAnswers } from "../testing/reference.ts";
import { apiEndpoints } from "./registry.ts";

describe.each(apiEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))("%s in front of the Kubernetes API", (id, endpoint) => {
  const plan = planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": id }));

  test("its address is the customer's or comes later", () => {
    const address = plan.addresses.assignments.find(({ purpose }) => purpose === "kubernetes-api")?.address;
    expect(address).toEqual(endpoint.addressFrom === "customer" ? { kind: "known", value: "10.20.0.10" } : { kind: "later", who: "vSphere" });
  });

  test("VRRP flows only where machines hand it around, and nodes have a row to it in any case", () => {
    expect(plan.firewall.flows.some(({ protocol }) => protocol === "VRRP")).toBe(endpoint.vrrp);
    expect(plan.firewall.flows.some(({ source, destination }) => source === "nodes[seed]" && destination === "api[seed]")).toBe(true);
  });

  test("the consequence carries this plan's values, and what must be prepared is on the list", () => {
    const decision = plan.decisions.find(({ id: row }) => row === "decision.api-endpoint[seed]");
    expect(decision?.why).toContain("seed");
    expect(decision?.why).toMatch(endpoint.addressFrom === "customer" ? /10\.20\.0\.10/ : /6443/);
    expect(plan.checklist.some(({ id: item }) => item === "todo.api-endpoint[seed]")).toBe(endpoint.prepare !== undefined);
  });
});

test("kube-vip and gobetween live in the node network, a load balancer of yours anywhere", () => {
  const outside = (apiEndpoint: string) =>
    planFrom(referenceAnswers({ "loadBalancer.clusters.seed.apiEndpoint": apiEndpoint, "loadBalancer.clusters.seed.apiAddress": "192.0.2.1" }))
      .findings.filter(({ check }) => check === "addresses.api-address-misplaced")
      .map(({ severity }) => severity);
  expect(["kube-vip", "gobetween", "external"].map((id) => outside(id).length)).toEqual([1, 1, 0]);
});
