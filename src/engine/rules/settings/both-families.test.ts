import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { contains, parseAny, parseRange } from "../../values/range.ts";

const DUAL: Changes = { "project.release": "2.31", "project.upgradeFrom": "none", "network.ipFamily": "dual", "network.platformFamily": "dual" };
const LARGE: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/26" };

/** The same platform in both families, with an IPv6 block for each cluster. */
const inBoth = (answers: Answers, changes: Changes = {}): Answers =>
  changed(answers, { ...DUAL, ...Object.fromEntries(answers.subjects.cluster.map((id, at) => [`loadBalancer.clusters.${id}.pool6`, `2001:db8:${30 + at}::/64`])), ...changes });

const fieldsOf = (plan: Plan) => Object.fromEntries(plan.settings.map(({ object, field, value }) => [`${object}: ${field}`, value.kind === "known" ? value.value : value]));
const fields = (changes: Changes = {}) => fieldsOf(planFrom(inBoth(referenceAnswers(), changes)));

const POOL = "IPAddressPool platform on seed: spec.addresses";
const ENTRY = "KubermaticConfiguration: spec.ingress.gateway.infrastructureAnnotations: metallb.io/loadBalancerIPs";
const PROXY = "Seed seed: spec.nodeportProxy.envoy.loadBalancerService.annotations: metallb.io/loadBalancerIPs";

describe("a platform in both families", () => {
  test("has both blocks in the pool of MetalLB, and asks for an address of each", () => {
    expect(fields()).toMatchObject({ [POOL]: "10.20.30.0/28, 2001:db8:30::/64", [ENTRY]: "10.20.30.1,2001:db8:30::1", [PROXY]: "10.20.30.2,2001:db8:30::2" });
  });

  test("waits with the pool and the addresses for an IPv6 block that nobody has chosen", () => {
    const open = { kind: "open", question: "loadBalancer.clusters.seed.pool6" };
    expect(fields({ "loadBalancer.clusters.seed.pool6": undefined })).toMatchObject({ [POOL]: open, [ENTRY]: open, [PROXY]: open });
  });

  test("needs a larger block where a position lies outside the smaller one", () => {
    const small = fields({ "loadBalancer.clusters.seed.pool6": "2001:db8:30::/127" });
    expect(small[POOL]).toBe("10.20.30.0/28, 2001:db8:30::/127");
    expect(small[ENTRY]).toBe("10.20.30.1,2001:db8:30::1");
    expect(small[PROXY]).toMatchObject({ kind: "later" });
  });

  test("keeps both addresses of the shared proxy in a pool of its own, which the large one leaves out", () => {
    const mine = fields(LARGE);
    expect(mine["IPAddressPool nodeport-proxy on seed: spec.addresses"]).toBe("10.20.30.2/32, 2001:db8:30::2/128");
    expect(mine[POOL]).toBe("10.20.30.0-10.20.30.1, 10.20.30.3-10.20.30.50, 10.20.30.63/32, 2001:db8:30::-2001:db8:30::1, 2001:db8:30::3-2001:db8:30:0:ffff:ffff:ffff:ffff");
  });

  test("lets sessions of MetalLB carry both families", () => {
    expect(fields()["Each BGPPeer on seed: spec.dualStackAddressFamily"]).toBe("true");
    expect(Object.keys(fieldsOf(planFrom(referenceAnswers()))).filter((key) => key.includes("dualStackAddressFamily"))).toEqual([]);
  });

  test("has both blocks, both addresses and both families with Cilium", () => {
    const mine = fieldsOf(planFrom(inBoth(starterAnswers("telco-cilium-bgp"))));
    expect(mine["CiliumLoadBalancerIPPool platform on master: spec.blocks"]).toBe("10.32.40.0/29, 2001:db8:30::/64");
    expect(mine["KubermaticConfiguration: spec.ingress.gateway.infrastructureAnnotations: lbipam.cilium.io/ips"]).toBe("10.32.40.1,2001:db8:30::1");
    expect(mine["CiliumBGPPeerConfig platform on master: spec.families[].advertisements.matchLabels"]).toContain("afi ipv6");
  });

  test.each(["cilium-bgp", "cilium-l2"])("switches IPv6 on in the chart of Cilium, which leaves it off: %s", (kind) => {
    const FIELD = "Values of the chart cilium on seed: ipv6.enabled";
    const chosen = { "loadBalancer.clusters.seed.kind": kind };
    expect(fields(chosen)[FIELD]).toBe("true");
    expect(fields()[FIELD]).toBeUndefined();
    expect(fieldsOf(planFrom(changed(referenceAnswers(), chosen)))[FIELD]).toBeUndefined();
    const built = { ...chosen, "loadBalancer.clusters.seed.cni": "cilium" };
    const step = (answers: Answers) => planFrom(answers).runbook.find(({ id }) => id === "step.kubeone[seed]")?.text;
    expect(step(inBoth(referenceAnswers(), built))).toContain("ipam.mode: kubernetes and ipv6.enabled: true");
    expect(step(changed(referenceAnswers(), built))).not.toContain("ipv6");
  });
});

describe("every AAAA record leads to an address that a pool holds and a Service asks for", () => {
  const plans: readonly (readonly [string, Answers])[] = [
    ...starterNames.map((name) => [name, inBoth(starterAnswers(name))] as const),
    ["reference", inBoth(referenceAnswers())],
    ["reference, an address for each user cluster", inBoth(referenceAnswers(), LARGE)],
    ["reference, Cilium in layer 2", inBoth(referenceAnswers(), { "loadBalancer.clusters.seed.kind": "cilium-l2" })],
    ["reference, MetalLB in layer 2", inBoth(referenceAnswers(), { "loadBalancer.clusters.seed.kind": "metallb-l2" })],
    ["reference, NGINX", inBoth(referenceAnswers(), { "project.release": "2.29" })],
  ];

  test.each(plans)("%s", (_name, answers) => {
    const plan = planFrom(answers);
    const targets = plan.dns.records.flatMap(({ type, target }) => (type === "AAAA" && target.kind === "known" ? [target.value] : []));
    const of = (fits: (field: string, object: string) => boolean) => plan.settings.flatMap(({ object, field, value }) => (value.kind === "known" && fits(field, object) ? value.value.split(/, ?/) : []));
    const pools = of((field, object) => /^(IPAddressPool|CiliumLoadBalancerIPPool) /.test(object) && /addresses|blocks/.test(field)).flatMap((text) => parseAny(text) ?? []);
    const asked = [...of((field) => /loadBalancerIPs|lbipam/.test(field)), ...of((field, object) => object.includes("Pool nodeport-proxy ") && /addresses|blocks/.test(field)).map((text) => text.replace("/128", ""))];
    for (const target of targets) {
      const at = parseRange(target);
      expect(pools.some((pool) => at !== undefined && contains(pool, at)), `${target} lies in a pool`).toBe(true);
      expect(asked, `${target} is asked for`).toContain(target);
    }
    if (plan.settings.some(({ object }) => /^(IPAddressPool|CiliumLoadBalancerIPPool) platform/.test(object))) expect(targets).not.toEqual([]);
  });
});

describe("fields for both families", () => {
  const rowsOf = (changes: Changes = {}) => planFrom(inBoth(referenceAnswers(), changes)).settings.filter(({ topic }) => topic === "families");
  const of = (changes: Changes = {}) => Object.fromEntries(rowsOf(changes).map(({ object, field, value }) => [`${object}: ${field}`, value.kind === "known" ? value.value : value]));
  const FAMILY = "User clusters of fra-vsphere: spec.clusterNetwork.ipFamily";
  const FLAG = "Seed seed: spec.datacenters.fra-vsphere.spec.vsphere.ipv6Enabled";

  test("stand under a topic of their own, whether external-dns runs or not", () => {
    expect(of()).toEqual({
      "values.yaml: envoyProxy.ipFamily": "DualStack",
      "Seed seed: spec.nodeportProxy.ipFamilyPolicy": "RequireDualStack",
      "Seed seed: spec.nodeportProxy.ipFamilies": "[IPv4, IPv6]",
      [FLAG]: "true",
      [FAMILY]: "IPv4+IPv6",
      "kubeone.yaml of seed: clusterNetwork.ipFamily": "IPv4+IPv6",
      "kubeone.yaml of seed: clusterNetwork.podSubnetIPv6": "fd01::/48",
      "kubeone.yaml of seed: clusterNetwork.serviceSubnetIPv6": "fd02::/120",
    });
    expect(planFrom(inBoth(referenceAnswers())).settings.filter(({ topic }) => topic === "dns")).toEqual([]);
  });

  test("datacenters are told as soon as user clusters have both, and only where KKP asks for it", () => {
    expect(of({ "network.platformFamily": "ipv4" })).toEqual({ [FLAG]: "true", [FAMILY]: "IPv4+IPv6" });
    expect(of({ "network.ipFamily": "ipv4" })).toEqual({});
    expect(Object.keys(of({ "infrastructure.datacenters.fra-vsphere.provider": "azure" })).filter((key) => key.includes("ipv6Enabled"))).toEqual([]);
  });

  test("on AWS KubeOne is handed a configuration of the cloud controller, without which it refuses both", () => {
    expect(of({ "infrastructure.clusters.seed.provider": "aws" })).toMatchObject({ "kubeone.yaml of seed: cloudProvider.cloudConfig": "[Global], NodeIPFamilies=ipv4, NodeIPFamilies=ipv6" });
    expect(Object.keys(of()).filter((key) => key.includes("cloudConfig"))).toEqual([]);
  });

  test("a cluster that stands already has no manifest of KubeOne", () => {
    expect(Object.keys(of({ "infrastructure.clusters.seed.provisioning": "existing" })).filter((key) => key.startsWith("kubeone"))).toEqual([]);
  });
});
