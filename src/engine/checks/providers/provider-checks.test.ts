import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import type { Check } from "../../kernel/check.ts";
import { answersOf, changed, findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { foreignCloud } from "../foreign-cloud.ts";
import { sharedManagement } from "../shared-management.ts";
import { apiEndpointMissing } from "./api-endpoint.ts";
import { enterpriseProvider } from "./enterprise-provider.ts";
import { flatcarImage } from "./flatcar-image.ts";
import { openSsh } from "./open-ssh.ts";
import { limitedSupport } from "./support.ts";
import { loadBalancerMissing } from "./load-balancer-missing.ts";
import { managedKubernetes } from "./managed-kubernetes.ts";
import { movingApiAddress } from "./moving-api-address.ts";
import { noStorageDriver } from "./no-storage-driver.ts";
import { operatingSystem } from "./operating-system.ts";
import { platformSystem } from "./platform-system.ts";
import { singleEndpoint } from "./single-endpoint.ts";
import { vrrpRouterIds } from "./vrrp-router-id.ts";
import { workerNetworkName } from "./worker-network-name.ts";
import { workerNetworkNotChosen } from "./worker-network.ts";

const said = (check: Check, changes: Changes) => findingsOf(check, answersOf(changes)).map(({ severity, title }) => `${severity}: ${title}`);
const cluster = (changes: Changes): Changes => Object.fromEntries(Object.entries(changes).map(([key, value]) => [key.includes(".") ? key : `infrastructure.clusters.seed.${key}`, value]));

test.each([apiEndpointMissing, enterpriseProvider, limitedSupport, loadBalancerMissing, managedKubernetes, noStorageDriver, operatingSystem, platformSystem, flatcarImage, openSsh, singleEndpoint, vrrpRouterIds, workerNetworkName, workerNetworkNotChosen])("$id has nothing to say about the reference setup", (check) => {
  expect(findingsOf(check, referenceAnswers())).toEqual([]);
});

describe("OpenStack without Octavia", () => {
  const base = cluster({ provider: "openstack", place: "dc", "infrastructure.places.dc.name": "Berlin", "loadBalancer.clusters.seed.kind": "cloud" });
  const octavia = "infrastructure.places.dc.openstackOctavia";

  test("gives a cluster no load balancer, which MetalLB with BGP does", () => {
    const [finding, ...others] = findingsOf(loadBalancerMissing, answersOf({ ...base, [octavia]: false }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "blocker", title: "OpenStack in Berlin gives seed no load balancer" });
    expect(finding?.fixes.flatMap(({ set }) => set)).toContainEqual({ path: "loadBalancer.clusters.seed.kind", value: "metallb-bgp" });
  });

  test.each([
    ["with Octavia", { ...base, [octavia]: true }],
    ["while nobody knows", base],
    ["with MetalLB", { ...base, [octavia]: false, "loadBalancer.clusters.seed.kind": "metallb-bgp" }],
  ])("%s there is nothing to say", (_name, changes) => expect(said(loadBalancerMissing, changes)).toEqual([]));
});

test("bare metal brings no storage driver", () => {
  const base = cluster({ provider: "bare-metal" });
  expect(said(noStorageDriver, { ...base, "storage.clusters.seed.fastClass": "provider" })).toEqual(["blocker: Bare metal brings no storage driver for seed"]);
  expect(said(noStorageDriver, { ...base, "storage.clusters.seed.fastClass": "other" })).toEqual([]);
});

test("experimental and deprecated providers are named where production stands on them", () => {
  const dc = (provider: string, purpose?: string) => ({ "infrastructure.datacenters.dc.provider": provider, "project.purpose": purpose });
  expect(said(limitedSupport, dc("tinkerbell", "production"))).toEqual(["warning: Bare metal with Tinkerbell is supported with limits"]);
  expect(said(limitedSupport, dc("anexia", "production"))).toEqual(["warning: Anexia is supported with limits"]);
  expect(said(limitedSupport, dc("anexia", "proof-of-concept"))).toEqual([]);
  expect(said(limitedSupport, dc("anexia"))).toEqual([]);
  expect(said(limitedSupport, dc("aws", "production"))).toEqual([]);
});

test("edge is listed under EE", () => {
  const dc = { "infrastructure.datacenters.dc.provider": "edge" };
  expect(said(enterpriseProvider, { ...dc, "project.edition": "CE" })).toEqual(["warning: Edge belongs to the Enterprise Edition"]);
  expect(said(enterpriseProvider, { ...dc, "project.edition": "EE" })).toEqual([]);
});

test("operating systems are those of the infrastructure", () => {
  const dc = { "infrastructure.datacenters.dc.provider": "gcp", "infrastructure.datacenters.dc.operatingSystems": ["ubuntu", "rhel"] };
  const [finding] = findingsOf(operatingSystem, answersOf(dc));
  expect(finding).toMatchObject({ severity: "blocker", title: "Google Cloud has no workers with RHEL", message: "dc is to run RHEL; on Google Cloud KKP supports Ubuntu and Flatcar." });
  expect(finding?.remedy).toBe("Choose among Ubuntu and Flatcar.");
  expect(finding?.fixes).toEqual([{ title: "Keep Ubuntu", set: [{ path: "infrastructure.datacenters.dc.operatingSystems", value: ["ubuntu"] }] }]);
  expect(said(operatingSystem, { ...dc, "infrastructure.datacenters.dc.provider": "aws" })).toEqual([]);
  expect(said(operatingSystem, { ...dc, "infrastructure.datacenters.dc.provider": "nutanix" })).toEqual(["blocker: Nutanix has no workers with RHEL"]);
  expect(said(operatingSystem, { ...dc, "infrastructure.datacenters.dc.provider": "bring-your-own" })).toEqual([]);
});

test("machines of the platform run what machine-controller sets up on the infrastructure", () => {
  const built = (provider: string, operatingSystem?: string) => cluster({ provider, provisioning: "kubeone", operatingSystem });
  const [finding] = findingsOf(platformSystem, answersOf(built("gcp", "rhel")));
  expect(finding).toMatchObject({
    severity: "warning",
    title: "Google Cloud has no workers of seed with RHEL",
    message: "Machines of seed are to run RHEL; KubeOne makes workers by machine-controller, with which KKP supports Ubuntu and Flatcar on Google Cloud.",
    remedy: "Choose among Ubuntu and Flatcar.",
  });
  expect(finding?.fixes.map(({ title, set }) => [title, set])).toEqual([["Take Ubuntu", [{ path: "infrastructure.clusters.seed.operatingSystem", value: "ubuntu" }]], ["Take Flatcar", [{ path: "infrastructure.clusters.seed.operatingSystem", value: "flatcar" }]]]);
  expect(said(platformSystem, built("gcp"))).toEqual([]);
  expect(said(platformSystem, built("vsphere", "rhel"))).toEqual([]);
  expect(said(platformSystem, built("bare-metal", "rhel"))).toEqual([]);
  expect(said(platformSystem, cluster({ provider: "gcp", provisioning: "managed", operatingSystem: "rhel" }))).toEqual([]);
});

test("managed Kubernetes needs a vendor who runs it", () => {
  expect(said(managedKubernetes, cluster({ provider: "openstack", provisioning: "managed" }))).toEqual(["warning: OpenStack runs no control plane for seed"]);
  expect(said(managedKubernetes, cluster({ provider: "gcp", provisioning: "managed" }))).toEqual([]);
  expect(said(managedKubernetes, cluster({ provider: "openstack", provisioning: "existing" }))).toEqual([]);
});

test("managed Kubernetes that nobody runs is not left to KubeOne where that refuses both families", () => {
  const dual = { "network.ipFamily": "dual", "network.platformFamily": "dual" };
  const fixes = (provider: string, changes: Changes) => findingsOf(managedKubernetes, answersOf({ ...cluster({ provider, provisioning: "managed" }), ...changes })).flatMap((finding) => finding.fixes.map(({ title }) => title));
  expect(fixes("openstack", {})).toEqual(["Let KubeOne build it", "It is an existing cluster"]);
  expect(fixes("openstack", dual)).toEqual(["It is an existing cluster"]);
  expect(fixes("vsphere", dual)).toEqual(["Let KubeOne build it", "It is an existing cluster"]);
});

test("only some infrastructure puts a load balancer in front of the Kubernetes API", () => {
  const built = (provider: string, controlPlanes: number) => cluster({ provider, provisioning: "kubeone", controlPlanes, "loadBalancer.clusters.seed.apiEndpoint": "provider" });
  expect(said(apiEndpointMissing, built("vsphere", 3))).toEqual(["blocker: vSphere puts nothing in front of the Kubernetes API of seed"]);
  expect(said(apiEndpointMissing, built("vsphere", 1))).toEqual([]);
  expect(said(apiEndpointMissing, built("aws", 3))).toEqual([]);
});

test("gobetween is one machine in front of several", () => {
  const built = (controlPlanes: number, apiEndpoint: string) => cluster({ provider: "nutanix", provisioning: "kubeone", controlPlanes, "loadBalancer.clusters.seed.apiEndpoint": apiEndpoint });
  expect(said(singleEndpoint, built(3, "gobetween"))).toEqual(["warning: A machine with gobetween stands alone in front of seed"]);
  expect(said(singleEndpoint, built(1, "gobetween"))).toEqual([]);
  expect(said(singleEndpoint, built(3, "kube-vip"))).toEqual([]);
});

test("Flatcar of today needs KKP 2.30", () => {
  const dc = (release: string, systems: readonly string[]) => ({ "project.release": release, "infrastructure.datacenters.dc.operatingSystems": systems });
  expect(said(flatcarImage, dc("2.29", ["ubuntu", "flatcar"]))).toEqual(["warning: Flatcar of today does not join under KKP 2.29"]);
  expect(said(flatcarImage, dc("2.30", ["flatcar"]))).toEqual([]);
  expect(said(flatcarImage, dc("2.28", ["ubuntu"]))).toEqual([]);
});

test("security groups of KKP let SSH in from anywhere on AWS, Azure and OpenStack, until it is limited", () => {
  const on = (provider: string, sshSources?: string) => findingsOf(openSsh, answersOf({ "infrastructure.datacenters.dc.name": "dc-1", "infrastructure.datacenters.dc.provider": provider, "infrastructure.datacenters.dc.sshSources": sshSources }));
  const path = "infrastructure.datacenters.dc.sshSources";
  for (const provider of ["aws", "azure", "openstack"]) {
    const [finding, ...more] = on(provider);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: "advice", title: "Workers take connections on TCP 22 from anywhere", answers: [path], fixes: [{ set: [{ path, value: "limited" }] }] });
    expect(finding?.message).toContain("for workers of dc-1 let TCP 22 in");
    expect(on(provider, "limited")).toEqual([]);
  }
  for (const provider of ["gcp", "hetzner", "vsphere"]) expect(on(provider)).toEqual([]);
});

describe("VRRP router ids", () => {
  const built = (id: string, place: string, more: Changes = {}): Changes => ({
    [`infrastructure.places.${place}.name`]: place,
    [`network.places.${place}.nodeNetwork`]: place === "b" ? "10.2.0.0/24" : "10.1.0.0/24",
    ...Object.fromEntries(Object.entries({ place, provisioning: "kubeone", controlPlanes: 3 }).map(([key, value]) => [`infrastructure.clusters.${id}.${key}`, value])),
    [`loadBalancer.clusters.${id}.apiEndpoint`]: "keepalived",
    ...more,
  });
  const master = built("master", "a");
  const id = "loadBalancer.clusters.seed.vrrpRouterId";

  test("that KubeOne's example gives both clusters of a segment, with a free one as the fix", () => {
    const [finding, ...others] = findingsOf(vrrpRouterIds, answersOf({ ...master, ...built("seed", "a") }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "blocker", title: "master and seed share the VRRP router id 42" });
    expect(finding?.fixes.flatMap(({ set }) => set)).toEqual([{ path: id, value: 43 }]);
  });

  test.each([
    ["differ", { ...master, ...built("seed", "a", { [id]: 43 }) }],
    ["lie in two networks", { ...master, ...built("seed", "b") }],
    ["are asked of nobody where kube-vip answers", { ...master, ...built("seed", "a", { "loadBalancer.clusters.seed.apiEndpoint": "kube-vip" }) }],
    ["are asked of nobody where one machine is the control plane", { ...master, ...built("seed", "a", { "infrastructure.clusters.seed.controlPlanes": 1 }) }],
  ])("%s: nothing to say", (_name, changes) => expect(said(vrrpRouterIds, changes)).toEqual([]));

  test("end at 255, so that no fix is offered beyond", () => {
    const full = { ...master, "loadBalancer.clusters.master.vrrpRouterId": 255, ...built("seed", "a", { [id]: 255 }) };
    expect(findingsOf(vrrpRouterIds, answersOf(full))[0]?.fixes).toEqual([]);
  });
});

test.each([
  ["aws", "keepalived", ["blocker: AWS does not carry an address that control planes of seed hand around"]],
  ["aws", "kube-vip", ["blocker: AWS does not carry an address that control planes of seed hand around"]],
  ["aws", "provider", []],
  ["aws", "external", []],
  ["vsphere", "keepalived", []],
])("%s with %s in front of the API", (provider, front, expected) => {
  expect(said(movingApiAddress, { "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": 3, "loadBalancer.clusters.seed.apiEndpoint": front })).toEqual(expected);
});

describe("droplets", () => {
  const droplets = installationAnswers("droplets-for-a-start-up");
  const own: Changes = { "network.datacenters.fra1.workersIn": "own-network", "network.datacenters.fra1.workerNetwork": "10.22.16.0/22" };

  test("stand in one network, and no field says another", () => {
    expect(findingsOf(workerNetworkNotChosen, droplets)).toEqual([]);
    expect(findingsOf(workerNetworkNotChosen, changed(droplets, own))).toMatchObject([
      {
        severity: "blocker",
        title: "Workers of fra1 cannot be placed in a network of their own",
        message: "No field of KKP names a network on DigitalOcean, so all machines stand in the default VPC of the region: none gets an address of 10.22.16.0/22, and firewall rows from there open nothing.",
        fixes: [{ set: [{ path: "network.datacenters.fra1.workersIn", value: "node-network" }] }],
      },
    ]);
  });

  test("are not told to stand in the node network of another infrastructure, or in a network of their own beside it", () => {
    const beside = changed(droplets, { ...own, "infrastructure.clusters.kubermatic.provider": "vsphere" });
    expect(findingsOf(workerNetworkNotChosen, beside)).toMatchObject([{ fixes: [] }]);
    const shared = changed(beside, { "network.datacenters.fra1.workersIn": "node-network" });
    expect(findingsOf(foreignCloud, shared)).toMatchObject([{ remedy: "Put the datacenter in a place of its own.", fixes: [] }]);
    expect(findingsOf(sharedManagement, changed(droplets, { "project.purpose": "production" }))).toMatchObject([{ fixes: [], remedy: expect.stringMatching(/^Put the datacenter in a place of its own/) as string }]);
  });

  test.each(["hetzner", "gcp", "aws", "alibaba", "anexia"])("unlike machines of %s", (provider) => {
    expect(findingsOf(workerNetworkNotChosen, changed(droplets, { ...own, "infrastructure.datacenters.fra1.provider": provider }))).toEqual([]);
  });
});

describe("a network of the workers that goes by the name of the node network", () => {
  const dc = (changes: Changes): Changes => ({ "infrastructure.datacenters.dc.provider": "hetzner", "infrastructure.datacenters.dc.place": "p", "infrastructure.places.p.name": "Nuremberg", "infrastructure.places.p.hetznerNetwork": "kkp", "network.datacenters.dc.workersIn": "own-network", "network.datacenters.dc.workerNetwork": "10.99.0.0/20", ...changes });
  // Workers of another datacenter stand in the node network, so its name is asked.
  const named = (name: string) => dc({ "infrastructure.datacenters.other.provider": "hetzner", "infrastructure.datacenters.other.place": "p", "network.datacenters.other.workersIn": "node-network", "network.datacenters.dc.workerNetworkName": name });

  test("is none of their own where Terraform calls the network like the cluster", () => {
    const alone = dc({ "infrastructure.clusters.seed.place": "p", "infrastructure.clusters.seed.provider": "hetzner", "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.name": "kkp", "network.datacenters.dc.workerNetworkName": "kkp" });
    expect(findingsOf(workerNetworkName, answersOf(alone)).map(({ answers }) => answers)).toEqual([["network.datacenters.dc.workerNetworkName", "infrastructure.clusters.seed.name"]]);
    expect(findingsOf(workerNetworkName, answersOf({ ...alone, "infrastructure.clusters.seed.provisioning": "existing" }))).toEqual([]);
    expect(findingsOf(workerNetworkName, answersOf({ ...alone, "infrastructure.clusters.seed.name": "master" }))).toEqual([]);
  });

  test("is none of their own", () => {
    const [finding] = findingsOf(workerNetworkName, answersOf(named("kkp")));
    expect(finding).toMatchObject({
      severity: "warning",
      title: "Workers of dc name the node network as their own",
      message: "kkp is the node network of Nuremberg as well. In one project of Hetzner Cloud a name is one network, so workers would stand beside the machines of the platform, and none would get an address of 10.99.0.0/20.",
      answers: ["network.datacenters.dc.workerNetworkName", "infrastructure.places.p.hetznerNetwork"],
    });
  });

  test.each([
    ["another name", named("tenants")],
    ["no name yet", dc({})],
    ["the node network", { ...named("kkp"), "network.datacenters.dc.workersIn": "node-network" }],
    ["an infrastructure that names none", { ...named("kkp"), "infrastructure.datacenters.dc.provider": "aws" }],
  ])("with %s there is nothing to say", (_name, changes) => expect(said(workerNetworkName, changes)).toEqual([]));
});
