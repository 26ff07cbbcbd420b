import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const OWN = { "project.upgradeFrom": "none", "storage.clusters.seed.fastClass": "other", "storage.clusters.seed.driver": "rook-ceph.rbd.csi.ceph.com" };
const EXISTING = { ...OWN, "infrastructure.clusters.seed.provisioning": "existing" };

const stepsOf = (changes: Changes) => referencePlan(changes).runbook.map(({ id }) => id);
const itemOf = (changes: Changes, id: string) => referencePlan(changes).checklist.find((item) => item.id === id);

describe("a driver that the storage team brings", () => {
  test("is installed after its cluster and before its classes, and asked for by its name", () => {
    const { runbook } = referencePlan(OWN);
    const ids = runbook.map(({ id }) => id);
    const at = ids.indexOf("step.storage-driver[seed]");
    expect(at).toBeGreaterThan(ids.findIndex((id) => id.startsWith("step.kubeone")));
    expect(ids[at + 1]).toBe("step.storage-classes[seed]");
    expect(runbook[at]?.commands.at(-1)).toBe("kubectl get csidrivers");
    expect(runbook[at]?.text).toContain("this plan counts neither");
  });

  test("before that, only what can exist is wanted: release, manifests and parameters", () => {
    expect(itemOf(OWN, "todo.storage-driver[seed]")?.title).toContain("Release of rook-ceph.rbd.csi.ceph.com chosen for");
    expect(itemOf(OWN, "todo.storage-driver[seed]")?.verify).not.toContain("kubectl");
    expect(itemOf(OWN, "todo.class.kubermatic-fast[seed]")?.verify).not.toContain("fio");
  });

  test("gives its classes the parameters that the team fills in", () => {
    const row = referencePlan(OWN).settings.find(({ id }) => id === "setting.storage.parameters[seed]");
    expect(row?.value).toEqual({ kind: "known", value: "<fill-in: parameters of rook-ceph.rbd.csi.ceph.com, from the storage team>" });
    expect(row?.why).toContain("clusterID, pool");
    const another = referencePlan({ ...OWN, "storage.clusters.seed.driver": "csi.vendor.example" }).settings.find(({ id }) => id === "setting.storage.parameters[seed]");
    expect(another?.why).toContain("Each driver has parameters of its own");
    expect(referencePlan(OWN).runbook.find(({ id }) => id === "step.storage-classes[seed]")?.commands.join("\n")).toContain("if grep -nE");
  });

  test("must let volumes grow, as classes of other drivers do", () => {
    const { settings, storage } = referencePlan(OWN);
    expect(settings.find(({ id }) => id === "setting.storage.expansion[seed]")).toMatchObject({ field: "allowVolumeExpansion", value: { kind: "known", value: "true" }, why: expect.stringContaining("rook-ceph.rbd.csi.ceph.com must be able to") as string });
    const fast = storage.classes.find(({ id }) => id === "class.kubermatic-fast[seed]");
    expect(fast?.demands.at(-1)).toBe("Volumes that can be given more room: the driver must be able to, and the class has allowVolumeExpansion: true");
  });

  test("runs already in a cluster that is handed over", () => {
    expect(stepsOf(EXISTING)).not.toContain("step.storage-driver[seed]");
    expect(itemOf(EXISTING, "todo.storage-driver[seed]")?.verify).toContain("`kubectl get csidrivers` names rook-ceph.rbd.csi.ceph.com");
    expect(itemOf({ ...EXISTING, "infrastructure.clusters.seed.apiHost": "api.example.com" }, "todo.class.kubermatic-fast[seed]")).toMatchObject({ verify: expect.stringContaining("measured in the runbook, once seed has the class") as string, dependsOn: ["todo.existing-cluster[seed]"] });
  });
});

test("the driver of the infrastructure needs none of it", () => {
  const usual = { "project.upgradeFrom": "none" };
  expect(stepsOf(usual)).not.toContain("step.storage-driver[seed]");
  expect(itemOf(usual, "todo.storage-driver[seed]")).toBeUndefined();
});

test.each([
  ["that a cloud runs", { "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.provider": "gcp" }],
  ["that others have built", { "infrastructure.clusters.seed.provisioning": "existing" }],
])("in a cluster %s, the class comes with the runbook, and so does its measure", (_who, changes) => {
  const managed = { "project.upgradeFrom": "none", ...changes };
  const verify = itemOf(managed, "todo.class.kubermatic-fast[seed]")?.verify;
  expect(verify).toContain("measured in the runbook");
  expect(verify).not.toContain("fio");
  expect(stepsOf(managed)).toContain("step.fio[seed]");
});
