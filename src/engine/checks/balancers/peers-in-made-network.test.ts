import { expect, test } from "vitest";
import { withFix } from "../../plan/with-fix.ts";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { peersInMadeNetwork } from "./peers-in-made-network.ts";

const OPENSTACK: Changes = { "infrastructure.clusters.seed.provider": "openstack", "infrastructure.places.main.openstackOctavia": false, "loadBalancer.clusters.seed.peers": [{ name: "core", address: "10.20.0.2", asn: 64500 }, { address: "10.99.0.1", asn: 64500 }] };
const found = (changes: Changes = {}) => findingsOf(peersInMadeNetwork, referenceAnswers({ ...OPENSTACK, ...changes }));

test("no router stands in a network before Terraform makes it, and that of the network takes no routes", () => {
  expect(found()).toMatchObject([{ severity: "blocker", title: "core lies in the network that Terraform makes for seed" }]);
  expect(found()[0]?.message).toBe("Terraform makes 10.20.0.0/24 with the machines of seed, so no router of yours stands in it. And the router that Terraform makes takes no routes by BGP: Neutron announces them alone.");
});

test("each fix ends it", () => {
  const answers = referenceAnswers(OPENSTACK);
  const fixes = findingsOf(peersInMadeNetwork, answers)[0]?.fixes ?? [];
  expect(fixes).toHaveLength(2);
  for (const fix of fixes) expect(findingsOf(peersInMadeNetwork, withFix(answers, fix)), fix.title).toEqual([]);
});

test.each<[string, Changes]>([
  ["outside it", { "loadBalancer.clusters.seed.peers": [{ address: "10.99.0.1", asn: 64500 }] }],
  ["in one that is there before", { "infrastructure.clusters.seed.provider": "vsphere" }],
  ["in one whose cluster is there before", { "infrastructure.clusters.seed.provisioning": "existing" }],
  ["in one of a platform that runs", { "project.release": "2.31", "project.upgradeFrom": "2.30" }],
  ["of no cluster that peers", { "loadBalancer.clusters.seed.kind": "metallb-l2" }],
])("says nothing of routers %s", (_where, changes) => expect(found(changes)).toEqual([]));
