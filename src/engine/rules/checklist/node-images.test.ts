import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const bank = (changes: Changes): Plan => planFrom(changed(starterAnswers("air-gapped-bank"), changes));
const behind = (changes: Changes): Plan => planFrom(changed(starterAnswers("behind-a-proxy"), changes));
const pulling = ({ checklist }: Plan): readonly string[] => checklist.flatMap(({ id, title }) => (/^todo\.(?:node|machine)-images/.test(id) ? [`${id} ${title}`] : []));
const item = ({ checklist }: Plan, id: string) => checklist.find((one) => one.id === `todo.${id}`);

const EXISTING: Changes = { "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.apiHost": "k8s.bank.example" };
const BROUGHT: Changes = { "infrastructure.datacenters.zrh.provider": "bring-your-own" };
const ALL = "docker.io, quay.io, ghcr.io, gcr.io and registry.k8s.io";

describe("without internet", () => {
  test("whoever has built a cluster leads its nodes to the private registry", () => {
    const plan = bank(EXISTING);
    expect(pulling(plan)).toEqual([`todo.node-images[seed] containerd on nodes of zrh takes images of ${ALL}, and its pause image, from registry.bank.example`]);
    expect(item(plan, "node-images[seed]")).toMatchObject({
      team: "infrastructure",
      verify: `Once a test image stands in registry.bank.example, a pod starts on each node with its path below each of ${ALL}; set by whoever has built the cluster, for those that follow as well`,
      dependsOn: ["todo.mirror-registry", "todo.existing-cluster[seed]"],
    });
  });

  test("a registry that nobody checks is taken so there as well", () => {
    expect(item(bank({ ...EXISTING, "network.mirrorTrust": "insecure" }), "node-images[seed]")?.title).toMatch(/ from registry\.bank\.example, whose certificate it does not check$/);
  });

  test("an open registry holds the item up", () => {
    expect(item(bank({ ...EXISTING, "network.mirrorRegistry": undefined }), "node-images[seed]")?.blockedBy).toEqual(["network.mirrorRegistry"]);
  });

  test.each<[string, Changes]>([
    ["KubeOne builds", {}],
    ["reaches the internet", { ...EXISTING, "network.places.vault.internet": "direct" }],
    ["carries a platform already", { ...EXISTING, "project.upgradeFrom": "2.29" }],
  ])("nobody is asked for a cluster that %s", (_what, changes) => {
    expect(pulling(bank(changes))).toEqual([]);
  });

  test("machines that people bring get no fields of the datacenter, and whoever prepares them is asked", () => {
    const fields = ({ settings }: Plan) => settings.flatMap(({ id, field }) => (id.includes("internet.workers-") ? [field.split(".").at(-1)] : []));
    expect(fields(bank({}))).toEqual(["containerdRegistryMirrors", "pauseImage"]);
    const plan = bank(BROUGHT);
    expect(fields(plan)).toEqual([]);
    expect(pulling(plan)).toEqual([`todo.machine-images[zrh] containerd on machines of zrh-vsphere takes images of ${ALL}, and its pause image, from registry.bank.example`]);
    expect(item(plan, "machine-images[zrh]")?.why).toContain("fields of a datacenter reach machines that KKP sets up, and it sets up none of zrh-vsphere");
  });

  test("devices at the edge run a script of KKP, which holds the fields", () => {
    const plan = bank({ "infrastructure.datacenters.zrh.provider": "edge" });
    expect(plan.settings.some(({ id }) => id.includes("internet.workers-pauseImage[zrh]"))).toBe(true);
    expect(pulling(plan)).toEqual([]);
  });
});

describe("behind a proxy", () => {
  test("nodes of a cluster that is there use it, past the networks inside", () => {
    const plan = behind({ "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.apiHost": "k8s.corp.example.com", "network.platformPods": "10.244.0.0/16", "network.platformServices": "10.96.0.0/12" });
    expect(pulling(plan)).toEqual([expect.stringMatching(/^todo\.node-images\[seed\] containerd on nodes of cgn uses http:\/\/\S+:\d+$/)]);
    expect(item(plan, "node-images[seed]")?.blockedBy).toEqual([]);
    expect(item(plan, "node-images[seed]")?.verify).toMatch(/^A pod starts on each node with an image of each of .*; HTTPS_PROXY and NO_PROXY=127\.0\.0\.1\/8,\S+ are set by whoever has built the cluster/);
  });

  test("machines that people bring inherit none from their Seed", () => {
    const reason = ({ settings }: Plan) => settings.find(({ field }) => field === "spec.proxySettings.httpProxy")?.why;
    expect(reason(behind({}))).toMatch(/ pull charts through it, and so do workers of every datacenter that names no proxy of its own\.$/);
    const plan = behind({ "infrastructure.datacenters.cgn-vsphere.provider": "bring-your-own" });
    expect(reason(plan)).toBe("Control planes on cgn pull charts through it.");
    expect(pulling(plan)).toEqual([expect.stringMatching(/^todo\.machine-images\[cgn-vsphere\] containerd on machines of cgn-vsphere uses http:/)]);
  });
});
