import { describe, expect, test } from "vitest";
import { changed, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";

const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayName": "shared", "loadBalancer.gatewayNamespace": "gateways", "loadBalancer.gatewayAddress": "10.32.9.9" };
const planOf = (changes: Changes = {}) => planFrom(changed(starterAnswers("telco-cilium-bgp"), { ...OWN, ...changes }));

describe("a Gateway of the customer before a master with Seeds apart", () => {
  const plan = planOf();
  test("stands on the master alone: Secrets, addresses and steps of Seeds name what the release brings", () => {
    const secretsOf = (cluster: string) => plan.certificates.requests.filter((request) => request.cluster === cluster).flatMap(({ secrets }) => secrets.map(({ namespace }) => namespace));
    expect([...new Set(secretsOf("master"))]).toEqual(["gateways"]);
    expect([...new Set(secretsOf("seed-north"))]).toEqual(["kubermatic"]);
    expect(plan.certificates.requests.find(({ cluster }) => cluster === "seed-north")?.why).toContain("Envoy Gateway of KKP 2.31");
    expect(plan.addresses.assignments.find(({ id }) => id === "address.entry[seed-north]")?.why).toContain("by its own Envoy Gateway");
    expect(plan.runbook.find(({ id }) => id === "step.seed-charts[seed-north]")?.text).toContain("called kubermatic in the namespace kubermatic");
    expect(plan.settings.find(({ field, object }) => field === "spec.gatewayClassName" && object.endsWith("seed-north"))?.object).toBe("Gateway kubermatic/kubermatic on seed-north");
  });

  test("is named to the proxies of the master and to no others", () => {
    const named = plan.settings.filter(({ field }) => field === "httpRoute.gatewayName").map(({ object }) => object);
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((object) => object.startsWith("master"))).toBe(true);
  });

  test("solves challenges on the master; those of Seeds go to their own Gateways", () => {
    const solvers = planOf({ "certificates.issuance": "http01", "dns.zone": "split" }).settings.filter(({ field }) => field.includes("http01")).map(({ object, value }) => [object, value]);
    expect(solvers).toEqual([
      ["ClusterIssuer platform", { kind: "known", value: "kind Gateway, name shared, namespace gateways" }],
      ["ClusterIssuer platform on Seeds apart from the master", { kind: "known", value: "kind Gateway, name kubermatic, namespace kubermatic" }],
    ]);
  });

  test("no sentence lends it to a Seed", () => {
    const seeds = [...plan.addresses.assignments, ...plan.certificates.requests, ...plan.runbook, ...plan.settings].filter(({ id }) => id.includes("[seed-"));
    expect(seeds.map((row) => JSON.stringify(row)).filter((text) => /your Gateway|gateways/.test(text))).toEqual([]);
  });
});

describe("a Gateway of the customer whose names nobody has told yet", () => {
  const OPEN = { "loadBalancer.gatewayName": undefined, "loadBalancer.gatewayNamespace": undefined };
  const [told, open] = [planOf(), planOf(OPEN)];

  test("leaves every step of the runbook where it is, without a lump that waits for the names", () => {
    expect(open.runbook.map(({ id }) => id)).toEqual(told.runbook.map(({ id }) => id));
    expect(open.runbook.flatMap(({ waiting }) => waiting ?? []).filter((one) => /gateway/i.test(JSON.stringify(one)))).toEqual([]);
  });

  test("leaves firewall, records, sizing and certificates as they are", () => {
    for (const part of ["firewall", "dns", "sizing"] as const) expect(open[part]).toEqual(told[part]);
    expect(open.certificates.requests.map(({ names }) => names)).toEqual(told.certificates.requests.map(({ names }) => names));
  });

  test("is open where its names are written: in fields, Secrets and the step that makes it ready", () => {
    const fields = open.settings.filter(({ field }) => /externalGateway|httpRoute\.gatewayName/.test(field));
    expect(fields.map(({ value }) => value.kind)).toEqual(fields.map(() => "open"));
    expect(open.certificates.requests.find(({ cluster }) => cluster === "master")?.secrets[0]?.namespace).toBe("<Namespace of your Gateway>");
    expect(open.runbook.find(({ id }) => id === "step.own-gateway")?.text).toContain("<Name of your Gateway> in the namespace <Namespace of your Gateway>");
    expect(open.openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining(["loadBalancer.gatewayName", "loadBalancer.gatewayNamespace"]));
  });
});
