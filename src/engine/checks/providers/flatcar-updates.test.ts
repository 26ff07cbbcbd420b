import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { flatcarUpdatesOffline } from "./flatcar-updates.ts";

const SYSTEMS = "infrastructure.datacenters.fra-vsphere.operatingSystems";
const found = (changes: Changes) => findingsOf(flatcarUpdatesOffline, referenceAnswers(changes)).map(({ title, message }) => [title, message]);
const updates = (changes: Changes) => referencePlan(changes).firewall.external.filter(({ host }) => host.endsWith("update.flatcar-linux.net") || host.endsWith("release.flatcar-linux.net")).map(({ source, host, ports }) => `${source} ${host} ${ports}`);

test("workers with Flatcar ask its servers where they reach the internet", () => {
  expect(updates({ [SYSTEMS]: ["flatcar", "ubuntu"] })).toEqual(["workers[fra-vsphere] public.update.flatcar-linux.net 443", "workers[fra-vsphere] update.release.flatcar-linux.net 443"]);
  expect(updates({ [SYSTEMS]: ["ubuntu"] })).toEqual([]);
  expect(found({ [SYSTEMS]: ["flatcar"] })).toEqual([]);
});

test("without a way to the internet they get none", () => {
  const offline = { "network.places.main.internet": "offline" };
  expect(found({ ...offline, [SYSTEMS]: ["flatcar"] })).toEqual([
    [
      "Workers of fra-vsphere with Flatcar get no updates",
      "Flatcar updates itself while it runs, from public.update.flatcar-linux.net and update.release.flatcar-linux.net. No mirror of this plan stands in for them, so machines ask in vain and keep the version of their image.",
    ],
  ]);
  expect(updates({ ...offline, [SYSTEMS]: ["flatcar"] })).toEqual([]);
  expect(found({ ...offline, [SYSTEMS]: ["ubuntu"] })).toEqual([]);
});
