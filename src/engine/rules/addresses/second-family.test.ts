import { describe, expect, test } from "vitest";
import { ipv6Block } from "../../checks/addresses/ipv6-block.ts";
import { platformDualStackCheck } from "../../checks/network/platform-dual-stack.ts";
import { addressPins } from "../../plan/address-pins.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";

const POOL6 = "loadBalancer.clusters.seed.pool6";
const DUAL: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual", [POOL6]: "2001:db8:20:30::/64", "network.places.main.nodeNetwork6": "2001:db8:20::/64" };
const second = (changes: Changes = DUAL) => Object.fromEntries(referencePlan(changes).addresses.assignments.flatMap(({ id, address }) => (id.includes("-v6[") ? [[id, address.kind === "known" ? address.value : address]] : [])));
const found = (check: typeof ipv6Block, changes: Changes) => findingsOf(check, referenceAnswers({ ...DUAL, ...changes })).map(({ severity, title }) => `${severity}: ${title}`);

test.each(starterNames)("%s has one family", (name) => {
  const plan = planFrom(starterAnswers(name));
  expect(plan.addresses.assignments.filter(({ id }) => id.includes("-v6["))).toEqual([]);
  expect(plan.dns.records.filter(({ type }) => type === "AAAA")).toEqual([]);
});

describe("addresses of the second family", () => {
  test("stand at the position of the first", () => {
    expect(second()).toEqual({ "address.entry-v6[seed]": "2001:db8:20:30::1", "address.nodeport-proxy-v6[seed]": "2001:db8:20:30::2" });
  });

  test("follow a kept one, so that keeping IPv4 keeps both", () => {
    expect(second({ ...DUAL, "loadBalancer.clusters.seed.keepEntry": "10.20.30.12" })).toMatchObject({ "address.entry-v6[seed]": "2001:db8:20:30::c" });
    const answers = referenceAnswers(DUAL);
    expect(addressPins(answers, planFrom(answers)).map(({ path }) => path)).toEqual(["loadBalancer.clusters.seed.keepEntry", "loadBalancer.clusters.seed.keepNodeportProxy"]);
  });

  test("are open while the block is, and none come from a block too small", () => {
    expect(second({ ...DUAL, [POOL6]: undefined })).toMatchObject({ "address.entry-v6[seed]": { kind: "open", question: POOL6 } });
    expect(second({ ...DUAL, [POOL6]: "2001:db8::/127" })).toMatchObject({ "address.nodeport-proxy-v6[seed]": { kind: "later", who: "a larger IPv6 block", lacking: true } });
  });

  test("come from a cloud whose load balancers have both", () => {
    const hetzner = { ...DUAL, "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud" };
    expect(second(hetzner)).toMatchObject({ "address.entry-v6[seed]": { kind: "later", who: "Hetzner Cloud" } });
    expect(second({ ...hetzner, "infrastructure.clusters.seed.provider": "aws" })).toEqual({});
  });

  test("get records, fields and a place in the firewall table", () => {
    const plan = referencePlan(DUAL);
    const names = plan.dns.records.filter(({ type }) => type === "AAAA").map(({ name, target }) => [name, target]);
    expect(names).toContainEqual(["kubermatic.example.com", { kind: "known", value: "2001:db8:20:30::1" }]);
    expect(names).toContainEqual(["*.seed.kubermatic.example.com", { kind: "known", value: "2001:db8:20:30::2" }]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "nodeport-proxy[seed]")?.addresses).toEqual([{ kind: "known", value: "10.20.30.2" }, { kind: "known", value: "2001:db8:20:30::2" }]);
    const fields = (of: typeof plan) => of.settings.flatMap(({ id, field, value }) => (/families\.(entry|policy|list)/.test(id) && value.kind === "known" ? [`${field}=${value.value}`] : []));
    expect(fields(plan)).toEqual(["nginx.controller.service.ipFamilyPolicy=RequireDualStack", "nginx.controller.service.ipFamilies=[IPv4, IPv6]", "spec.nodeportProxy.ipFamilyPolicy=RequireDualStack", "spec.nodeportProxy.ipFamilies=[IPv4, IPv6]"]);
    expect(fields(referencePlan({ ...DUAL, "project.release": "2.31", "project.upgradeFrom": "none" }))[0]).toBe("envoyProxy.ipFamily=DualStack");
    expect(plan.addresses.ranges.filter(({ id }) => id.includes("v6")).map(({ id, text }) => [id, text])).toEqual([
      ["range.node-network-v6[main]", "2001:db8:20::/64"],
      ["range.pool-v6[seed]", "2001:db8:20:30::/64"],
      ["range.user-cluster-pods-v6", "fd01::/48"],
      ["range.user-cluster-services-v6", "fd02::/108"],
      ["range.platform-pods-v6", "fd01::/48"],
      ["range.platform-services-v6", "fd02::/120"],
    ]);
  });
});

test("ranges of both families are compared, and their size is readable", () => {
  const overlaps = referencePlan(DUAL).findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ severity, title }) => `${severity}: ${title}`);
  expect(overlaps).toEqual([
    "warning: IPv6 pods of user clusters and the IPv6 pods of master and Seeds share 2^80 addresses",
    "warning: IPv6 Services of user clusters and the IPv6 Services of master and Seeds share 256 addresses",
  ]);
  const pods = { "network.userClusterPods6": "2001:db8:20::/48" };
  expect(referencePlan({ ...DUAL, ...pods }).findings.filter(({ check, severity }) => check === "addresses.ranges-overlap" && severity === "blocker").map(({ title }) => title)).toEqual([
    "IPv6 pods of user clusters and the IPv6 node network of Frankfurt share 2^64 addresses",
    "IPv6 pods of user clusters and the IPv6 virtual addresses of seed share 2^64 addresses",
  ]);
});

describe("faults of the IPv6 block", () => {
  test.each<[Changes, readonly string[]]>([
    [{}, []],
    [{ [POOL6]: "2001:db8:20:30::/125" }, ["blocker: 2001:db8:20:30::/125 is smaller than 10.20.30.0/28"]],
    [{ "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.clusters.seed.pool": "10.20.0.224/28" }, ["blocker: 2001:db8:20:30::/64 lies outside the IPv6 node network 2001:db8:20::/64"]],
    [{ "network.places.main.usedAddresses": ["2001:db8:20:30::1"] }, ["blocker: 2001:db8:20:30::1 of Platform entry, IPv6 is taken"]],
    [{ "network.platformFamily": "ipv4", [POOL6]: "10.20.31.0/28" }, []],
  ])("%j", (changes, titles) => expect(found(ipv6Block, changes)).toEqual(titles));
});

describe("load balancers and the second family", () => {
  const cloud = (provider: string): Changes => ({ "infrastructure.clusters.seed.provider": provider, "loadBalancer.clusters.seed.kind": "cloud" });
  test.each<[Changes, readonly string[]]>([
    [{}, ["warning: Nobody has described seed in both families"]],
    [cloud("hetzner"), ["blocker: KubeOne builds seed in no second family"]],
    [{ ...cloud("hetzner"), "infrastructure.clusters.seed.provisioning": "existing" }, ["warning: Nobody has described seed in both families"]],
    [cloud("aws"), ["blocker: seed gets no IPv6 addresses"]],
    [cloud("openstack"), ["blocker: KubeOne builds seed in no second family", "blocker: seed gets no IPv6 addresses"]],
    [{ "network.platformFamily": undefined }, []],
    [{ "network.ipFamily": "ipv4" }, []],
  ])("%j", (changes, titles) => expect(found(platformDualStackCheck, changes)).toEqual(titles));

  test("MetalLB needs its FRR mode for it", () => {
    expect(findingsOf(platformDualStackCheck, referenceAnswers(DUAL))[0]?.message).toContain("MetalLB announces IPv6 by BGP in its FRR modes only");
  });
});

test("the IPv6 network of a place is asked for where nothing else has come to need it", () => {
  const path = "network.places.main.nodeNetwork6";
  const nobody: Changes = { "network.ipFamily": "dual", "network.platformFamily": "dual", "infrastructure.places.main.name": "Frankfurt" };
  // A cluster that has no place yet may stand there.
  const told: Changes = { ...nobody, "infrastructure.clusters.seed.role": "master-and-seed" };
  const plan = (changes: Changes) => planFrom(answersOf({ ...told, ...changes }));
  expect(planFrom(answersOf(nobody)).openPoints.some((point) => point.path === path)).toBe(false);
  expect(plan({}).openPoints.find((point) => point.path === path)?.waiting).toContain("Ranges of Frankfurt");
  expect(plan({ [path]: "2001:db8:20::/64" }).addresses.ranges.map(({ id }) => id)).toContain("range.node-network-v6[main]");
});
