import { expect, test } from "vitest";
import { changed, findingsOf, referenceAnswers, referencePlan } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { movingAddress } from "./moving-address.ts";

const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30" };

test("both addresses are named, and until when both are held", () => {
  expect(findingsOf(movingAddress, referenceAnswers(UPGRADE))).toEqual([
    expect.objectContaining({
      id: "entry.moving-address[seed]",
      severity: "warning",
      title: "The platform entry moves from 10.20.30.1 to 10.20.30.3",
      message:
        "NGINX Ingress keeps 10.20.30.1 through the upgrade to KKP 2.31, and Envoy Gateway takes 10.20.30.3 beside it. Both are held until NGINX Ingress is cleaned by --clean-nginx-lb; then the former address is free, and the entry stays where it is.",
      remedy: "Move the records to 10.20.30.3 before NGINX Ingress goes, and change whatever else names 10.20.30.1: firewall rows, forwardings, lists of proxies.",
      answers: ["project.upgradeFrom"],
    }),
  ]);
});

test("a Seed with an entry of its own moves too, and is cleaned by hand", () => {
  const found = findingsOf(movingAddress, changed(starterAnswers("vsphere-plus-azure-seed"), UPGRADE));
  expect(found.map(({ title }) => title)).toEqual(["The platform entry moves from 10.20.30.1 to 10.20.30.3", "The entry of azure-seed moves to another address"]);
  expect(found[1]?.message).toContain("an address from Azure beside it. Both are held until NGINX Ingress is removed by hand");
});

test.each([
  ["a new installation", { "project.release": "2.31", "project.upgradeFrom": "none" }],
  ["a release that keeps its entry", {}],
  ["Gateway API since before", { ...UPGRADE, "loadBalancer.entryBefore": "gateway" }],
])("%s moves nothing", (_name, changes) => expect(findingsOf(movingAddress, referenceAnswers(changes))).toEqual([]));

test("firewall rows to the former entry stay until it is cleaned", () => {
  const rows = referencePlan(UPGRADE).firewall.flows.filter(({ destination }) => destination === "former-entry[seed]");
  expect(rows.map(({ id, ports, lifetime }) => `${id} ${ports} ${lifetime}`)).toEqual(["flow.P1-former[seed] 443, 80 installation"]);
  expect(referencePlan({ ...UPGRADE, "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.21" }).firewall.flows.find(({ id }) => id === "flow.P1-former[seed]")?.ports).toBe("32443, 32080");
});
