import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const MIRRORS: Changes = { "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 5000, "network.mirrorTrust": "private", "network.mirrorBinaries": "mirror.example.com", "network.mirrorPackages": "packages.example.com" };
/** The starter plan with one of its places offline. */
const telco = planFrom(changed(starterAnswers("telco-cilium-bgp"), { ...MIRRORS, "network.places.south.internet": "offline" }));
const offline = new Set(telco.firewall.flows.filter(({ destination }) => destination === "mirror-packages").map(({ source }) => source));
const toRegistry = telco.firewall.flows.filter(({ destination }) => destination === "mirror-registry");

describe("one place without internet", () => {
  test("leads every platform cluster and all workers to the private registry", () => {
    const sources = new Set(toRegistry.map(({ source }) => source));
    const nodes = telco.firewall.endpoints.map(({ id }) => id).filter((id) => /^nodes\[/.test(id));
    const workers = telco.firewall.endpoints.map(({ id }) => id).filter((id) => /^workers\[/.test(id));
    expect(nodes.length).toBeGreaterThan(1);
    expect([...nodes, ...workers].filter((id) => !sources.has(id))).toEqual([]);
    expect(toRegistry.map(({ ports }) => ports)).toEqual(toRegistry.map(() => "5000"));
  });

  test("with the reason, and what is still loaded from the internet", () => {
    const online = toRegistry.filter(({ source }) => source.startsWith("nodes[") && !offline.has(source));
    expect(online.length).toBeGreaterThan(0);
    for (const { source, why } of online) {
      expect(why).toContain("names one registry for the whole platform");
      expect(telco.firewall.flows.filter((row) => row.source === source && row.destination === "registries").length).toBeGreaterThan(0);
    }
  });

  test("takes off the allow-list what comes from the registry now, and leaves what each Seed names itself", () => {
    const online = telco.firewall.external.filter(({ source }) => source.startsWith("nodes["));
    expect(online.filter(({ host }) => host === "quay.io/kubermatic" || host.endsWith("helm-charts"))).toEqual([]);
    expect(online.some(({ purpose }) => purpose.includes("nodeport-proxy"))).toBe(true);
  });

  test("is tried from the other places too", () => {
    expect(telco.checklist.find(({ id }) => id === "todo.mirror-registry")?.verify).toMatch(/^From a test machine with containerd in [^`]+, and from one in \S+ and in \S+, `crictl pull`/);
  });
});

test("a Seed without internet names its nodeport-proxy itself; one with internet does not", () => {
  const fields = telco.settings.filter(({ id }) => id.includes("internet.seed-")).map(({ object, field, value }) => `${object}: ${field}: ${value.kind === "known" ? value.value : value.kind}`);
  expect(fields.map((field) => field.replace(/^[^:]+: /, ""))).toEqual([
    "spec.nodeportProxy.envoy.dockerRepository: registry.example.com:5000/envoyproxy/envoy",
    "spec.nodeportProxy.envoyManager.dockerRepository: registry.example.com:5000/kubermatic/nodeport-proxy",
    "spec.nodeportProxy.updater.dockerRepository: registry.example.com:5000/kubermatic/nodeport-proxy",
  ]);
});

test("a nodeport-proxy that is switched off has no images to name", () => {
  const fields = (changes: Changes) => referencePlan({ ...MIRRORS, "network.places.main.internet": "offline", ...changes }).settings.filter(({ id }) => id.includes("internet.seed-")).length;
  expect(fields({})).toBe(3);
  expect(fields({ "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" })).toBe(0);
  expect(fields({ "loadBalancer.clusters.seed.kind": "none" })).toBe(0);
});

test("with internet everywhere there is no private registry, and offline everywhere nothing but mirrors", () => {
  expect(referencePlan().firewall.flows.filter(({ destination }) => destination === "mirror-registry")).toEqual([]);
  const all = referencePlan({ ...MIRRORS, "network.places.main.internet": "offline" });
  expect(all.firewall.flows.filter(({ why }) => why.includes("for the whole platform"))).toEqual([]);
  expect(all.checklist.find(({ id }) => id === "todo.mirror-registry")?.verify).toMatch(/^From a test machine with containerd in Frankfurt, `crictl pull`/);
});

describe("charts are loaded where helm is run", () => {
  const VCENTERS: Changes = { "loadBalancer.clusters.seed-south.kind": "metallb-l2", "loadBalancer.clusters.seed-north.kind": "metallb-l2", "loadBalancer.clusters.master.kind": "metallb-l2" };
  const planOf = (place: string) => planFrom(changed(starterAnswers("telco-cilium-bgp"), { ...MIRRORS, ...VCENTERS, [`network.places.${place}.internet`]: "offline" }));
  const helm = (plan: ReturnType<typeof planOf>, cluster: string) => plan.runbook.find(({ id }) => id === `step.load-balancer[${cluster}]`)?.commands.find((line) => line.startsWith("helm ")) ?? "";
  const rows = (plan: ReturnType<typeof planOf>, place: string) => plan.firewall.flows.filter(({ id }) => /^flow\.installer-(tools|charts)/.test(id)).filter(({ source }) => source === `bastion[${place}]`).map(({ destination, hosts = [] }) => [destination, hosts.includes("metallb.github.io")]);
  const listedFor = (plan: ReturnType<typeof planOf>, place: string) => plan.firewall.external.filter(({ source }) => source === `bastion[${place}]`).map(({ host }) => host);

  test("a master's bastion without internet takes those of every cluster from the registry, and no other bastion loads them", () => {
    const plan = planOf("middle");
    expect(helm(plan, "seed-north")).toContain("oci://registry.example.com:5000/helm-charts/metallb");
    expect(rows(plan, "middle")).toEqual([["mirror-registry", false]]);
    expect(rows(plan, "north")).toEqual([["registries", false]]);
    expect(listedFor(plan, "north")).not.toContain("metallb.github.io");
    expect(listedFor(plan, "north")).toContain("releases.hashicorp.com");
    const mirror = plan.runbook.find(({ id }) => id === "step.mirror")?.commands ?? [];
    expect(mirror).toContain("helm pull metallb --repo https://metallb.github.io/metallb --version 0.16.1 --destination charts-mirror");
  });

  test("a master's bastion with internet takes those of a place without from the registry, and loads all others", () => {
    const plan = planOf("south");
    expect(helm(plan, "seed-south")).toContain("oci://registry.example.com:5000/helm-charts/metallb");
    expect(helm(plan, "seed-north")).toContain("--repo https://metallb.github.io/metallb");
    expect(rows(plan, "middle")).toEqual([["registries", true], ["mirror-registry", false]]);
    expect(rows(plan, "north")).toEqual([["registries", false]]);
    expect(rows(plan, "south")).toEqual([]);
    expect(listedFor(plan, "middle")).toContain("metallb.github.io");
  });

  test("KubeOne loads that of its network plugin from the bastion of the place", () => {
    const plan = planFrom(changed(starterAnswers("telco-cilium-bgp"), {}));
    for (const place of ["north", "middle", "south"]) expect(listedFor(plan, place)).toContain("helm.cilium.io");
  });
});
