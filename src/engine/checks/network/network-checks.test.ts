import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { dualStack } from "./dual-stack.ts";
import { platformDualStackCheck } from "./platform-dual-stack.ts";

const DUAL: Changes = { "network.ipFamily": "dual" };
const found = (changes: Changes) => findingsOf(dualStack, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);

describe("two address families", () => {
  test("are examined where they are chosen only", () => {
    expect(found({})).toEqual([]);
    expect(found(DUAL)).toEqual(["warning: Dual stack in fra-vsphere is a technology preview"]);
    expect(found({ ...DUAL, "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" })).toEqual(["blocker: KubeVirt has no dual stack for fra-vsphere"]);
  });

  test("vSphere must be told, and brings no load balancer for them", () => {
    const [finding] = findingsOf(dualStack, referenceAnswers(DUAL));
    expect(finding?.message).toContain("ipv6Enabled for vSphere");
    expect(finding?.message).toContain("no IPv6 address");
  });

  test.each([
    ["vsphere", ["ubuntu"], undefined],
    ["vsphere", ["ubuntu", "flatcar"], "warning: Flatcar is not tested with both families on vSphere"],
    ["gcp", ["rhel", "rocky"], "warning: RHEL and Rocky Linux are not tested with both families on Google Cloud"],
    ["openstack", ["flatcar", "rhel"], undefined],
    ["bring-your-own", ["flatcar"], undefined],
  ])("need systems that were tried with them: %s with %j", (provider, systems, title) => {
    const at = "infrastructure.datacenters.fra-vsphere";
    expect(found({ ...DUAL, [`${at}.provider`]: provider, [`${at}.operatingSystems`]: systems })[1]).toBe(title);
  });

  test("add two ranges, of the product's defaults", () => {
    const plan = referencePlan(DUAL);
    expect(plan.addresses.ranges.filter(({ id }) => id.endsWith("-v6")).map(({ text }) => text)).toEqual(["fd01::/48", "fd02::/108"]);
    expect(referencePlan({ ...DUAL, "network.userClusterServices6": "fd01::/108" }).findings.some(({ check, severity }) => check === "addresses.ranges-overlap" && severity === "blocker")).toBe(true);
  });
});

describe("a platform in two address families", () => {
  const both = (changes: Changes = {}): Changes => ({ ...DUAL, "network.platformFamily": "dual", "network.platformPods6": "fd03::/48", "network.platformServices6": "fd04::/112", ...changes });
  const on = (provider: string, provisioning = "kubeone") => both({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": provisioning });
  const said = (changes: Changes) => findingsOf(platformDualStackCheck, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
  const fields = (changes: Changes) => referencePlan(changes).settings.filter(({ field }) => field.startsWith("clusterNetwork.")).map(({ field }) => field);

  test.each(["azure", "gcp", "openstack", "kubevirt", "nutanix", "vmware-cloud-director", "hetzner", "digitalocean"])("is refused by KubeOne on %s, with no field for it", (provider) => {
    expect(said(on(provider))).toEqual([expect.stringMatching(/^blocker: KubeOne builds seed in no second family$/)]);
    expect(fields(on(provider))).toEqual([]);
  });

  test.each(["vsphere", "aws", "bare-metal", "bring-your-own"])("is built by KubeOne on %s", (provider) => {
    expect(said(on(provider))).toEqual(["warning: Nobody has described seed in both families"]);
    expect(fields(on(provider))).toEqual(["clusterNetwork.ipFamily", "clusterNetwork.podSubnetIPv6", "clusterNetwork.serviceSubnetIPv6"]);
  });

  test("is a matter of whoever else builds the cluster", () => {
    const [finding] = findingsOf(platformDualStackCheck, referenceAnswers(on("azure", "managed")));
    expect(finding?.severity).toBe("warning");
    expect(finding?.remedy).toContain("Have the cluster made with both families");
  });

  test("has load balancers of both on DigitalOcean, on terms", () => {
    const findings = findingsOf(platformDualStackCheck, referenceAnswers({ ...on("digitalocean", "managed"), "loadBalancer.clusters.seed.kind": "cloud" }));
    expect(findings.map(({ severity, title }) => `${severity}: ${title}`)).toEqual(["warning: Nobody has described seed in both families"]);
    expect(findings[0]?.message).toContain("cloud controller of v0.1.66 or newer where every node has public addresses of both");
  });

  test.each([
    ["2.28", "answer in the first family only."],
    ["2.29", "answer in IPv4 only, but for a Service with service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL"],
    ["2.30", "answer in IPv4 only, but for a Service with service.beta.kubernetes.io/do-loadbalancer-type: REGIONAL"],
    ["2.31", "answer in both families where every node has public addresses of both"],
  ])("user clusters of %s on DigitalOcean", (release, what) => {
    const [finding] = findingsOf(dualStack, referenceAnswers({ ...DUAL, "project.release": release, "infrastructure.datacenters.fra-vsphere.provider": "digitalocean" }));
    expect(finding?.message).toContain(`Its load balancers ${what}`);
  });

  test("is healed by one family", () => {
    const [finding] = findingsOf(platformDualStackCheck, referenceAnswers(on("azure")));
    expect(finding?.message).toContain("on AWS, vSphere and machines that are listed");
    const [fix] = finding?.fixes ?? [];
    expect(said({ ...on("azure"), ...Object.fromEntries((fix?.set ?? []).map(({ path, value }) => [path, value])) })).toEqual([]);
  });
});

test("user clusters on KubeVirt have ranges of their own, which may repeat those of others", () => {
  const nested: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" };
  const ranges = (changes: Changes) => referencePlan(changes).addresses.ranges.filter(({ id }) => id.endsWith("-nested")).map(({ text }) => text);
  const overlaps = (changes: Changes) => referencePlan(changes).findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ title }) => title);
  expect(ranges({})).toEqual([]);
  expect(ranges(nested)).toEqual(["172.26.0.0/16", "10.241.0.0/20"]);
  expect(overlaps({ ...nested, "network.nestedPods": "172.25.0.0/16" })).toEqual([]);
  expect(overlaps({ ...nested, "network.nestedPods": "10.20.0.0/16" }).length).toBeGreaterThan(0);
  // The infrastructure cluster carries their nodes, and may be built as the platform is.
  expect(overlaps({ ...nested, "network.infrastructureRanges": ["10.244.0.0/16", "10.96.0.0/12"] })).toEqual([]);
  expect(overlaps({ ...nested, "network.infrastructureRanges": ["172.26.0.0/16"] })).toHaveLength(1);
  expect(overlaps({ "network.infrastructureRanges": ["172.26.0.0/16"] })).toEqual([]);
  const open = (changes: Changes) => referencePlan(changes).openPoints.filter(({ path }) => path === "network.infrastructureRanges").map(({ waiting }) => waiting);
  expect(open({ ...nested, "network.infrastructureRanges": undefined })).toEqual([["Ranges inside the clusters"]]);
  expect(open({ "network.infrastructureRanges": undefined })).toEqual([]);
});

test("an infrastructure cluster holds nothing that nodes of nested user clusters must reach", () => {
  const nested: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt" };
  const met = (range: string, changes: Changes = {}) =>
    referencePlan({ ...nested, ...changes, "network.infrastructureRanges": [range] }).findings
      .filter(({ check, answers }) => check === "addresses.ranges-overlap" && answers.includes("network.infrastructureRanges"))
      .map(({ severity, message, fixes }) => {
        // Others built that cluster: no fix moves its ranges.
        expect(fixes.flatMap(({ set }) => set).map(({ path }) => path)).not.toContain("network.infrastructureRanges");
        return `${severity}: ${message}`;
      });
  expect(met("10.20.0.0/16").join("\n")).toMatch(/^blocker: .* and the node network .*that cluster keeps the traffic\.$/im);
  expect(met("10.20.0.0/16").length).toBeGreaterThan(1);
  expect(met("10.90.0.0/16", { "network.places.main.dnsServers": ["10.90.9.9"] })).toEqual([expect.stringContaining("10.90.9.9")]);
  expect(met("10.90.0.0/16")).toEqual([]);
  for (const server of [{ "authentication.ldapHost": "10.90.0.9" }, { "infrastructure.places.main.kubevirtApi": "10.90.0.9" }]) {
    expect(met("10.90.0.0/16", server)).toEqual([expect.stringMatching(/^warning: .*10\.90\.0\.9.*no router of the site leads there/)]);
  }
});

test("workers that are pods of an infrastructure cluster may stand in its pod network", () => {
  const nested: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt", "network.infrastructureRanges": ["10.52.0.0/16", "10.53.0.0/16"] };
  const own = (block: string): Changes => ({ "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": block });
  const met = (changes: Changes) => referencePlan({ ...nested, ...changes }).findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ title }) => title);
  expect(met(own("10.52.0.0/16"))).toEqual([]);
  expect(met(own("10.52.8.0/22"))).toEqual([]);
  // It reaches beyond the range, and machines of a place with others beside them are no pods.
  expect(met(own("10.52.0.0/15")).length).toBeGreaterThan(0);
  expect(met({ "network.places.main.nodeNetwork": "10.52.0.0/24" }).length).toBeGreaterThan(0);
});

test("ranges of user clusters that nobody has claim no address", () => {
  const alone: Changes = { "infrastructure.datacenters.fra-vsphere.provider": "kubevirt", "network.places.main.otherNetworks": [{ name: "offices", block: "172.25.4.0/24" }] };
  const ids = (changes: Changes) => referencePlan(changes).addresses.ranges.map(({ id }) => id);
  const used = ["range.user-cluster-pods", "range.user-cluster-services"];
  expect(ids({})).toEqual(expect.arrayContaining(used));
  expect(ids(alone).filter((id) => used.includes(id))).toEqual([]);
  expect(ids(alone)).toContain("range.user-cluster-pods-nested");
  expect(referencePlan(alone).findings.filter(({ check }) => check === "addresses.ranges-overlap")).toEqual([]);
  const noProxy = (changes: Changes) => JSON.stringify(referencePlan({ "network.places.main.internet": "proxy", "authentication.ldapHost": "ldap.example.com", "infrastructure.places.main.vsphereServer": "vcenter.example.com", "infrastructure.places.main.kubevirtApi": "api.kubevirt.example.com", ...changes }).settings.filter(({ field }) => /noProxy|NO_PROXY/i.test(field)).map(({ value }) => value));
  expect(noProxy({})).toContain("172.25.0.0/16");
  expect(noProxy(alone)).toContain("172.26.0.0/16");
  expect(noProxy(alone)).not.toContain("172.25.0.0/16");
});
