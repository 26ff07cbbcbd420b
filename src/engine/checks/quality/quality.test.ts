import { describe, expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { answersOf, findingsOf, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { twoZones } from "./two-zones.ts";
import { zonesNamed } from "./zones-named.ts";

const found = (zones: number, controlPlanes: number) =>
  findingsOf(twoZones, answersOf({ "infrastructure.clusters.seed.provisioning": "kubeone", "infrastructure.clusters.seed.controlPlanes": controlPlanes, "infrastructure.clusters.seed.zones": zones }));

describe("zones", () => {
  test.each([
    [2, 3, 1],
    [3, 3, 0],
    [2, 1, 0],
    [1, 3, 0],
    [4, 5, 0],
    [2, 5, 1],
    [3, 4, 1],
    [4, 4, 0],
    [3, 6, 0],
  ])("%i zones with %i control planes", (zones, machines, findings) => expect(found(zones, machines)).toHaveLength(findings));

  test("the third zone is offered", () => {
    expect(found(2, 3)[0]).toMatchObject({
      title: "seed stops with one of its 2 zones",
      fixes: [{ set: [{ path: "infrastructure.clusters.seed.zones", value: 3 }] }],
    });
    expect(found(2, 3)[0]?.remedy).toBe("Use a third zone, if only for one control plane, with few milliseconds between zones.");
    expect(findingsOf(twoZones, referenceAnswers())).toEqual([]);
  });

  const [zonesPath, countPath] = ["infrastructure.clusters.seed.zones", "infrastructure.clusters.seed.controlPlanes"];

  test("where there are three, another number of control planes is", () => {
    expect(found(3, 4)[0]).toMatchObject({
      title: "seed stops with one of its 3 zones",
      remedy: "Use 5 control planes, or 3.",
      fixes: [
        { title: "Use 5 control planes", set: [{ path: countPath, value: 5 }] },
        { title: "Use 3 control planes", set: [{ path: countPath, value: 3 }] },
      ],
    });
    // One control plane alone survives nothing.
    expect(found(3, 2)[0]).toMatchObject({ remedy: "Use 3 control planes.", fixes: [{ set: [{ path: countPath, value: 3 }] }] });
  });

  test("both are where neither heals it alone", () => {
    expect(found(2, 4)[0]).toMatchObject({
      remedy: "Use a third zone, if only for one control plane, with few milliseconds between zones, and 5 control planes, or 3.",
      fixes: [
        { title: "Use a third zone and 5 control planes", set: [{ path: zonesPath, value: 3 }, { path: countPath, value: 5 }] },
        { title: "Use a third zone and 3 control planes", set: [{ path: zonesPath, value: 3 }, { path: countPath, value: 3 }] },
      ],
    });
  });

  test("a cluster that is there has its control planes where they are", () => {
    const there = { "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.controlPlanes": 3, "infrastructure.clusters.seed.zones": 2 };
    expect(findingsOf(twoZones, answersOf(there))).toEqual([]);
  });

  test("every fix ends the finding", () => {
    for (const [zones, machines] of [[2, 2], [2, 3], [2, 4], [2, 5], [3, 2], [3, 4]] as const) {
      const fixes = found(zones, machines)[0]?.fixes ?? [];
      expect(fixes.length).toBeGreaterThan(0);
      for (const { set = [] } of fixes) {
        const after = (path: string, before: number) => Number(set.find((one) => one.path === path)?.value ?? before);
        expect(found(after(zonesPath, zones), after(countPath, machines))).toEqual([]);
      }
    }
  });
});

test("zones that are counted have names", () => {
  const named = (zones: readonly string[]) =>
    findingsOf(
      zonesNamed,
      answersOf({
        "infrastructure.places.dc.openstackZones": zones,
        "infrastructure.clusters.seed.place": "dc",
        "infrastructure.clusters.seed.provider": "openstack",
        "infrastructure.clusters.seed.zones": 3,
      }),
    );
  expect(named(["az1", "az2"])[0]).toMatchObject({ title: "seed counts 3 zones, dc names 2", fixes: [{ set: [{ path: "infrastructure.clusters.seed.zones", value: 2 }] }] });
  expect(named(["az1", "az2", "az3"])).toEqual([]);
  expect(findingsOf(zonesNamed, referenceAnswers())).toEqual([]);
});

test("fields of a datacenter carry the values that are known and name the others", () => {
  const base = { "infrastructure.datacenters.fra-vsphere.provider": "openstack", "infrastructure.places.main.openstackRegion": "RegionOne" };
  const item = referencePlan(base).checklist.find(({ id }) => id === "todo.datacenter-fields[fra-vsphere]");
  expect(item?.title).toBe("Fields of fra-vsphere in its Seed: authURL, region, availabilityZone, images");
  expect(item?.verify).toBe("The file seed.yaml names RegionOne as region; installing engineers enter it, and the infrastructure team reads it there; the infrastructure team states authURL, availabilityZone and images in writing");
  expect(item?.shownWith).toEqual(["todo.access.repository"]);
  expect(item?.blockedBy).toEqual(["infrastructure.places.main.openstackAuthUrl", "infrastructure.places.main.openstackZones"]);
});

describe("acceptance of the infrastructure", () => {
  test("conformance in production, a quick look at a trial; both after the storage was measured", () => {
    const order = referencePlan().runbook.map(({ id }) => id);
    expect(order.indexOf("step.conformance[seed]")).toBe(order.indexOf("step.fio[seed]") + 1);
    const commands = (purpose: string) => planFrom(referenceAnswers({ "project.purpose": purpose })).runbook.find(({ id }) => id === "step.conformance[seed]")?.commands;
    expect(commands("production")).toContain("sonobuoy run --mode=certified-conformance --wait");
    expect(commands("proof-of-concept")).toContain("sonobuoy run --mode=quick --wait");
  });

  test("control planes apart and no filter among nodes are on the checklist of a cluster that KubeOne builds", () => {
    const items = (changes = {}) => referencePlan(changes).checklist.map(({ id }) => id).filter((id) => /spread|node-to-node/.test(id));
    expect(items()).toEqual(["todo.spread[seed]", "todo.node-to-node[seed]"]);
    expect(items({ "infrastructure.clusters.seed.controlPlanes": 1 })).toEqual(["todo.node-to-node[seed]"]);
    expect(items({ "infrastructure.clusters.seed.provisioning": "existing" })).toEqual([]);
  });
});

test("images of workers are prepared where the infrastructure has none", () => {
  const items = (provider: string) =>
    referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider, "infrastructure.datacenters.fra-vsphere.operatingSystems": ["ubuntu", "flatcar"] }).checklist.find(({ id }) => id === "todo.worker-images[fra-vsphere]");
  expect(items("openstack")?.title).toBe("Images of Ubuntu 24.04 and Flatcar Stable for fra-vsphere");
  expect(items("vsphere")?.verify).toContain("templates");
  expect(items("aws")).toBeUndefined();
});

test("the Seed names what each infrastructure cannot do without", () => {
  const step = (provider: string) => referencePlan({ "infrastructure.datacenters.fra-vsphere.provider": provider }).runbook.find(({ id }) => id === "step.seed-object[seed]")?.text;
  expect(step("openstack")).toContain("Datacenters on OpenStack name authURL, region, availabilityZone and images.");
  expect(step("edge")).toContain("Datacenters on Edge name edge: {}.");
});
