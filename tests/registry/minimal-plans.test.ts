import { describe, expect, it } from "vitest";
import { checks, planFrom, type Plan } from "../../src/engine/index.ts";
import { faultOf, minimalPlans } from "../support/minimal-plans.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

/** Faults that do not come alone: what else the minimal plan of a check reports. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  "addresses.dhcp-too-small": ["topology.shared-management"],
  "addresses.dhcp-without-room": ["topology.shared-management"],
  "addresses.ipv6-block": ["network.platform-dual-stack"],
  "addresses.kept-by-former-entry": ["addresses.not-kept", "entry.moving-address"],
  "certificates.http01-node-ports": ["entry.node-port-entry", "exposure.names-of-nodes"],
  "certificates.rate-limits": ["sizing.no-user-clusters"],
  "exposure.source-ranges-incomplete": ["topology.shared-management"],
  "identity.two-issuer-fields": ["identity.seed-issuer-mail"],
  "network.platform-pod-range-nodes": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "providers.load-balancer-missing": ["addresses.not-stated"],
  "quality.zones-named": ["addresses.not-stated"],
  "sizing.listeners-exhausted": ["monitoring.minimum-too-small"],
  "sizing.node-ports-exhausted": ["sizing.shared-large"],
  "sizing.pods-exhausted": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "tenants.tenants-and-datacenters": ["platform.one-master"],
};

const spoken = (plan: Plan): readonly string[] => [...new Set(plan.findings.map(({ check }) => check))].toSorted();

describe("minimal plans", () => {
  it("are there for each check, and for nothing else", () => {
    expect([...minimalPlans.keys()].toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
  });

  it.each([...minimalPlans])("%s is reported, and nothing that has no part in it", (id, answers) => {
    const { findings } = planFrom(answers);
    expect(findings.filter((finding) => finding.id.endsWith("could-not-run"))).toEqual([]);
    expect([...new Set(findings.map(({ check }) => check))].toSorted()).toEqual([id, ...(BESIDES[id] ?? [])].toSorted());
    expect(findings.filter(({ check }) => check === id).map(({ title }) => `# ${title}.`)).toContain(faultOf(id));
  });
});

describe("starter plans", () => {
  const said = new Map(starterNames.map((name) => [name, spoken(planFrom(starterAnswers(name)))]));

  it.each(checks.map(({ id }) => id))("%s is silent in all of them", (id) => {
    expect(starterNames.filter((name) => said.get(name)?.includes(id))).toEqual([]);
  });
});
