import { expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { controlPlaneSettings } from "./control-planes.ts";

const several = {
  "infrastructure.clusterSizes": "several",
  "infrastructure.datacenters.fra-vsphere.mediumClusters": 5,
  "infrastructure.datacenters.fra-vsphere.largeClusters": 0,
};
const fields = (changes: Parameters<typeof referenceAnswers>[0]) =>
  valueOf(controlPlaneSettings, referenceAnswers(changes)).map(({ field, value }) => `${field} = ${value.kind === "known" ? value.value : value.kind}`);

test("small user clusters need no field", () => {
  expect(cellOf(controlPlaneSettings, referenceAnswers()).outcome).toEqual({ kind: "not-applicable", why: "All user clusters have the control plane of the product." });
});

test("medium ones get three API servers, more for the rest, and 10 GiB for etcd; sizes that nobody plans get nothing", () => {
  expect(fields(several)).toEqual([
    "spec.componentsOverride.apiserver = replicas: 3, resources.requests: 500m, 1024Mi",
    "spec.componentsOverride.etcd = resources.requests: 200m, 1024Mi",
    "spec.componentsOverride.controllerManager = resources.requests: 200m, 512Mi",
    "spec.componentsOverride.scheduler = resources.requests: 50m, 128Mi",
    "spec.componentsOverride.prometheus = resources.requests: 200m, 512Mi",
    "spec.componentsOverride.etcd.diskSize = 10Gi",
  ]);
});

test("figures of one's own are named as a sum, and a volume of one's own as it is", () => {
  const own = { ...several, "infrastructure.planningValues": "own", "infrastructure.mediumCpu": 4000, "infrastructure.mediumEtcdDisk": 12 };
  expect(fields(own)).toEqual([
    "spec.componentsOverride.apiserver, etcd, controllerManager, scheduler, prometheus = requests that add up to 4000m and 8490Mi",
    "spec.componentsOverride.etcd.diskSize = 12Gi",
  ]);
});

test("the reason names the size and the answers are those about sizes", () => {
  const { outcome, record } = cellOf(controlPlaneSettings, referenceAnswers(several));
  expect(outcome.kind === "known" && outcome.value[0]?.why).toBe("Counted so for clusters of up to about 250 nodes; by default kube-apiserver gets what a small one has.");
  expect(record.answers).toContain("infrastructure.clusterSizes");
});
