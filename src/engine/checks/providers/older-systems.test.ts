import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { olderSystems } from "./older-systems.ts";

const at = (release: string, olderIds: readonly string[], systems: readonly string[] = ["ubuntu", "rhel", "rocky"]) =>
  findingsOf(
    olderSystems,
    referenceAnswers({
      "project.release": release,
      "infrastructure.datacenters.fra-vsphere.operatingSystems": systems,
      "infrastructure.datacenters.fra-vsphere.olderSystems": olderIds,
    }),
  );

test.each(starterNames)("%s: silent", (name) => {
  expect(findingsOf(olderSystems, starterAnswers(name))).toEqual([]);
});

test("RHEL 8 has too old a kernel: for all of 2.30, for the newer half of 2.29", () => {
  expect(at("2.30", ["rhel-8"])).toMatchObject([{ severity: "blocker", title: "RHEL 8 cannot run Kubernetes 1.32 and newer" }]);
  expect(at("2.29", ["rhel-8", "rocky-8"])).toMatchObject([{ severity: "warning", title: "RHEL 8 and Rocky Linux 8 cannot run Kubernetes 1.32 and newer" }]);
});

test("Ubuntu 22.04 meets Cilium 1.18 in 2.29 and 2.30 only", () => {
  const keys = (release: string) => at(release, ["ubuntu-22.04"]).map(({ id }) => id.split("#")[1]);
  expect(keys("2.28")).toEqual(["profile"]);
  expect(keys("2.29")).toEqual(["cilium", "profile"]);
  expect(keys("2.30")).toEqual(["cilium", "profile"]);
  expect(keys("2.31")).toEqual(["profile"]);
  expect(at("2.30", ["ubuntu-22.04"])[0]?.message).toContain("get Cilium 1.18.10; on workers of fra-vsphere with kernel 5.15.0-47 or older");
});

test("a version of a system that is no longer chosen says nothing", () => {
  expect(at("2.30", ["rhel-8", "ubuntu-20.04"], ["flatcar"])).toEqual([]);
});

test("what the profiles of the release are made for is not called older", () => {
  const keys = (release: string) => at(release, ["rocky-8", "ubuntu-20.04"], ["ubuntu", "rocky"]).map(({ id, title }) => [id.split("#")[1], title.includes("Rocky")]);
  expect(keys("2.28")).toContainEqual(["profile", false]);
});
