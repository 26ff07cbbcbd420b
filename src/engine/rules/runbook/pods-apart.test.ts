import { expect, test } from "vitest";
import { referencePlan } from "../../testing/reference.ts";

type Changes = Parameters<typeof referencePlan>[0];
const NEW = { "project.release": "2.31", "project.upgradeFrom": "none" };
const acceptance = (changes: Changes) => referencePlan(changes).runbook.find(({ id }) => id === "step.acceptance");

test("members of etcd are seen on nodes of their own, which KKP prefers and does not promise", () => {
  const step = acceptance(NEW);
  expect(step?.text).toContain("Members of each etcd stand on nodes of their own: KKP prefers that and does not insist.");
  expect(step?.text).toContain("sets hostAntiAffinity and zoneAntiAffinity below spec.defaultComponentSettings.etcd of the Seed to required");
  expect(step?.commands).toContain("kubectl get pods --all-namespaces -l app=etcd -o wide");
});

test("and in as many zones as the Seed spreads over", () => {
  expect(acceptance({ ...NEW, "infrastructure.clusters.seed.zones": 3 })?.text).toContain("on nodes of their own, and in 3 zones on seed: KKP");
});

test("since 2.31 other parts take the same fields", () => {
  expect(acceptance(NEW)?.text).toContain("; the same two hold for apiserver, controllerManager, scheduler, prometheus, userClusterController, operatingSystemManager, coreDNS, kubeStateMetrics, machineController and konnectivityProxy.");
  for (const release of ["2.28", "2.29", "2.30"]) {
    const before = acceptance({ "project.release": release, "project.upgradeFrom": "none" })?.text ?? "";
    expect(before).toContain("spec.defaultComponentSettings.etcd");
    expect(before).not.toContain("the same two hold");
  }
});
