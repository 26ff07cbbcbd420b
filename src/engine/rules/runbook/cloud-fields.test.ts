import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const text = (changes: Changes) => planFrom(changed(installationAnswers("kubevirt-in-kubevirt"), changes)).runbook.find(({ id }) => id === "step.kubeone[seed]")?.text ?? "";
const KIND = "loadBalancer.clusters.seed.kind";

test.each([
  ["load balancers of the KubeVirt cluster", { [KIND]: "cloud" }, [true, false]],
  ["KubeLB in front", { [KIND]: "kubelb" }, [false, false]],
  ["load balancers and three zones", { [KIND]: "cloud", "infrastructure.clusters.seed.zones": 3 }, [true, true]],
  ["KubeLB and three zones", { [KIND]: "kubelb", "infrastructure.clusters.seed.zones": 3 }, [false, true]],
] as const)("on KubeVirt with %s the manifest says what KubeOne leaves off", (_title, changes, expected) => {
  const told = text(changes);
  expect([told.includes("cloudProvider.kubevirt.loadBalancerEnabled is true"), told.includes("cloudProvider.kubevirt.zoneAndRegionEnabled is true")]).toEqual(expected);
});

/** Up to 1.13 KubeOne leaves the cloud controller of KubeVirt out; KKP 2.30 goes with 1.12 and 1.13, 2.31 with 1.13 and 1.14. */
test.each([
  ["2.30, load balancers of the KubeVirt cluster", { [KIND]: "cloud" }, "cloudProvider.external is true with KubeOne 1.12 and 1.13"],
  ["2.31, load balancers of the KubeVirt cluster", { [KIND]: "cloud", "project.release": "2.31" }, "cloudProvider.external is true with KubeOne 1.13:"],
  ["2.31, control planes that KubeOne 1.14 alone makes", { [KIND]: "cloud", "project.release": "2.31", "loadBalancer.clusters.seed.apiEndpoint": "provider" }, undefined],
  ["2.30, three zones behind KubeLB", { [KIND]: "kubelb", "infrastructure.clusters.seed.zones": 3 }, "cloudProvider.external is true with KubeOne 1.12 and 1.13"],
  ["2.30, KubeLB and one zone, which want no cloud controller", { [KIND]: "kubelb" }, undefined],
] as const)("KubeOne brings the cloud controller of KubeVirt: %s", (_title, changes, expected) => {
  const told = text(changes);
  expect(told).not.toBe("");
  if (expected === undefined) expect(told).not.toContain("cloudProvider.external");
  else expect(told).toContain(expected);
});

test("elsewhere there are no such fields", () => {
  expect(referencePlan({ "infrastructure.clusters.seed.zones": 3 }).runbook.find(({ id }) => id === "step.kubeone[seed]")?.text).not.toContain("Enabled is true");
});

test("on Google Cloud the cloud controller gets the file without which it never starts", () => {
  const media = planFrom(changed(starterAnswers("edge-from-google-cloud"), { "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": 3, "loadBalancer.clusters.seed.apiEndpoint": "provider", "network.places.gcp.nodeNetwork": "10.90.0.0/24" }));
  expect(media.runbook.find(({ id }) => id === "step.kubeone[seed]")?.text).toContain('cloudProvider.cloudConfig holds [global], regional = true, multi-zone = true and token-url = "nil", each on a line of its own');
});
