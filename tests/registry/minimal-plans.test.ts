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
  "addresses.kept-misplaced": ["addresses.not-kept"],
  "certificates.http01-node-ports": ["entry.node-port-entry", "exposure.names-of-nodes"],
  "certificates.rate-limits": ["certificates.seed-without-cert-manager", "sizing.no-user-clusters"],
  "exposure.source-ranges-incomplete": ["topology.shared-management"],
  "network.platform-pod-range-nodes": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "providers.enterprise-provider": ["providers.limited-support"],
  "providers.load-balancer-missing": ["addresses.not-stated"],
  "quality.zones-named": ["addresses.not-stated"],
  "sizing.listeners-exhausted": ["monitoring.minimum-too-small"],
  "sizing.node-ports-exhausted": ["sizing.shared-large"],
  "sizing.pods-exhausted": ["monitoring.minimum-too-small", "sizing.shared-large"],
  "storage.small-volumes": ["storage.iops-by-size"],
  "tenants.tenants-and-datacenters": ["platform.one-master"],
};

/** Checks that speak in starter plans, because what they say is true of everyone in such a situation. */
const TRUE_OF_STARTERS: Readonly<Record<string, readonly string[]>> = {
  "addresses.neighbour-range": ["large-data-centre", "managed-service-kubelb", "reference-setup", "telco-cilium-bgp", "vsphere-plus-azure", "vsphere-plus-azure-seed"],
  "addresses.routers-accept-routes": ["large-data-centre", "managed-service-kubelb", "reference-setup", "telco-cilium-bgp", "vsphere-plus-azure", "vsphere-plus-azure-seed"],
  "balancers.kubelb-node-addresses": ["managed-service-kubelb"],
  "balancers.layer-2-limits": ["air-gapped-bank", "behind-a-proxy", "kubevirt-on-bare-metal"],
  "balancers.seed-on-cilium": ["telco-cilium-bgp"],
  "entry.gateway-opt-in": ["managed-service-kubelb"],
  "identity.groups-in-ce": ["aws-single-region"],
  "identity.one-refresh-token": ["behind-a-proxy", "kubevirt-on-bare-metal", "large-data-centre", "proof-of-concept", "telco-cilium-bgp"],
  "monitoring.proxies-incomplete": ["air-gapped-bank", "aws-single-region", "behind-a-proxy", "edge-from-google-cloud", "kubevirt-on-bare-metal"],
  "providers.limited-support": ["edge-from-google-cloud"],
  "providers.open-ssh": ["aws-single-region", "azure-keycloak", "openstack-two-tenants", "vsphere-plus-azure", "vsphere-plus-azure-seed"],
  "storage.iops-by-size": ["aws-single-region"],
  "topology.shared-management": ["proof-of-concept", "reference-setup", "vsphere-plus-azure", "vsphere-plus-azure-seed"],
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

  it.each(checks.map(({ id }) => id))("%s is silent unless it is true of the situation", (id) => {
    expect(starterNames.filter((name) => said.get(name)?.includes(id))).toEqual(TRUE_OF_STARTERS[id] ?? []);
  });
});
