import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const BARE: Changes = { "infrastructure.clusters.seed.provider": "bare-metal", "storage.clusters.seed.driver": "rook-ceph.rbd.csi.ceph.com" };
const planOf = (changes: Changes = {}) => planFrom(changed(starterAnswers("air-gapped-bank"), { ...BARE, ...changes }));
const itemOf = (changes: Changes = {}) => planOf(changes).checklist.find(({ id }) => id === "todo.storage-driver[seed]");

describe("a storage driver whose nodes take images from the private registry alone", () => {
  test("is chosen with the list of its images, when that registry and whoever fills it are there", () => {
    const item = itemOf();
    expect(item?.title).toContain("with its chart or manifests, a list of their images and the parameters of its classes");
    expect(item?.verify).toContain("whoever fills the private registry has the list");
    expect(item?.shownWith).toEqual(expect.arrayContaining(["todo.mirror-registry", "todo.mirror-host"]));
  });

  test("has them copied by the step that fills the registry, and before it is installed", () => {
    const { runbook } = planOf();
    const mirror = runbook.find(({ id }) => id === "step.mirror");
    expect(mirror?.text).toContain("those of rook-ceph.rbd.csi.ceph.com, which the list in the folder storage of zrh names");
    expect(mirror?.order).toBeLessThan(runbook.find(({ id }) => id === "step.storage-driver[seed]")?.order ?? 0);
  });

  test("of a cluster that others built is copied before it is handed over", () => {
    const item = itemOf({ "infrastructure.clusters.seed.provisioning": "existing" });
    expect(item?.dependsOn).toContain("todo.mirror-registry");
    expect(item?.how).toContain("Its images come from the private registry");
  });
});

test("where nodes reach the internet, they pull its images as they are", () => {
  const online: Changes = { "network.places.vault.internet": "direct" };
  expect(itemOf(online)?.verify).toContain("and the nodes may pull their images");
  expect(itemOf(online)?.how).toBeUndefined();
});
