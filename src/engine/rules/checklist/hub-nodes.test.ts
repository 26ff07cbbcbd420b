import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const HUB: Changes = {
  "project.release": "2.31",
  "project.edition": "EE",
  "project.upgradeFrom": "none",
  "loadBalancer.kubelbRuns": false,
  "loadBalancer.kubelbApi": "10.62.0.10",
  "loadBalancer.kubelbNodes": "10.62.0.0/24",
};
const planOf = (changes: Changes): Plan => planFrom(changed(starterAnswers("managed-service-kubelb"), { ...HUB, ...changes }));
const OFFLINE: Changes = { "network.places.main.internet": "offline", "network.mirrorRegistry": "registry.example.com", "network.mirrorPort": 443, "network.mirrorTrust": "private" };
const PROXY: Changes = { "network.places.main.internet": "proxy", "network.places.main.proxyAddress": "proxy.example.com", "network.places.main.proxyPort": 3128 };
const item = ({ checklist }: Plan, id: string) => checklist.find((one) => one.id === `todo.${id}`);
const both = (changes: Changes) => ["kubelb-images", "kubelb-roots"].filter((id) => item(planOf(changes), id) !== undefined);

const ALL = "docker.io, quay.io, ghcr.io, gcr.io and registry.k8s.io";

describe("nodes of KubeLB that comes with the plan", () => {
  test.each<[string, Changes, readonly string[]]>([
    ["take images from the private registry, and trust it", OFFLINE, ["kubelb-images", "kubelb-roots"]],
    ["bring the root of a registry that a public authority signs for", { ...OFFLINE, "network.mirrorTrust": "public" }, ["kubelb-images"]],
    ["check nothing of one that nobody can check", { ...OFFLINE, "network.mirrorTrust": "insecure" }, ["kubelb-images"]],
    ["use the proxy", PROXY, ["kubelb-images"]],
    ["reach the internet as they are", {}, []],
    ["are led there already where it runs", { ...OFFLINE, "loadBalancer.kubelbRuns": true }, []],
  ])("%s", (_name, changes, expected) => expect(both(changes)).toEqual(expected));

  test("nothing there reaches a public registry", () => {
    const plan = planOf(OFFLINE);
    expect(item(plan, "kubelb-images")).toMatchObject({
      team: "infrastructure",
      title: `containerd on nodes of KubeLB takes images of ${ALL}, and its pause image, from registry.example.com`,
      dependsOn: ["todo.mirror-registry", "todo.kubelb-kubernetes"],
    });
    expect(item(plan, "kubelb-roots")).toMatchObject({ title: "Root of the private registry on every node of KubeLB", dependsOn: ["todo.mirror-registry", "todo.kubelb-kubernetes"] });
    expect(item(planOf({ ...OFFLINE, "network.mirrorTrust": "insecure" }), "kubelb-images")?.title).toMatch(/, whose certificate it does not check$/);
  });

  test("past the proxy they dial each other alone", () => {
    const { title, verify, blockedBy } = item(planOf(PROXY), "kubelb-images") ?? {};
    expect(title).toBe("containerd on nodes of KubeLB uses http://proxy.example.com:3128");
    expect(verify).toContain("; HTTPS_PROXY and NO_PROXY=10.62.0.0/24,10.62.0.10, to which the ranges of its own pods and Services are added, are set by whoever builds the cluster");
    expect(blockedBy).toEqual([]);
    expect(item(planOf({ ...PROXY, "loadBalancer.kubelbNodes": undefined }), "kubelb-images")?.blockedBy).toEqual(["loadBalancer.kubelbNodes"]);
  });
});
