import { describe, expect, test } from "vitest";
import { withFix } from "../../plan/with-fix.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { distantPeer } from "./distant-peer.ts";
import { peersBehindGateway } from "./peers-behind-gateway.ts";

const PEERS = "loadBalancer.clusters.seed.peers";
const OUTSIDE: Changes = { [PEERS]: [{ name: "core-1", address: "10.99.0.1", asn: 64500 }, { name: "core-2", address: "10.99.0.2", asn: 64500 }] };
const OPENSTACK: Changes = { "infrastructure.clusters.seed.provider": "openstack", "infrastructure.places.main.openstackOctavia": false, ...OUTSIDE };
const THERE: Changes = { ...OPENSTACK, "infrastructure.clusters.seed.provisioning": "existing", "network.places.main.seenAs": "gateway", "network.places.main.seenAddresses": ["10.98.0.7/32"] };
const found = (changes: Changes) => findingsOf(peersBehindGateway, referenceAnswers(changes));

describe("routers that see what translates in place of the nodes", () => {
  test("are behind the router that Terraform makes, and no answer about translation heals that", () => {
    const [finding] = found(OPENSTACK);
    expect(finding).toMatchObject({ severity: "blocker", title: "core-1 and core-2 see none of the nodes of seed" });
    expect(finding?.message).toContain("core-1 and core-2, which see an address of the router that Terraform makes in place of 10.20.0.0/24. Several nodes come with one address");
    expect(finding?.message).toContain("Without translation they would follow them no further, for the router that Terraform makes takes no routes by BGP: Neutron announces them alone.");
    expect(finding?.fixes.map(({ title }) => title)).toEqual(["Let OpenStack give the addresses", expect.stringMatching(/^Use MetalLB .* with 10\.20\.0\.\d+\/\d+$/)]);
  });

  test("are behind an edge gateway, whose cloud makes no load balancers", () => {
    const [finding] = found({ ...OPENSTACK, "infrastructure.clusters.seed.provider": "vmware-cloud-director" });
    expect(finding?.message).toContain("see an address of the edge gateway in place of");
    expect(finding?.fixes).toHaveLength(1);
  });

  test("are behind a gateway that somebody named, until that leads on without translation", () => {
    const [finding] = found(THERE);
    expect(finding?.message).toContain("see 10.98.0.7/32 in place of 10.20.0.0/24");
    expect(finding?.fixes[0]).toEqual({ title: "Have 10.20.0.0/24 led to the routers without translation", set: [{ path: "network.places.main.seenAs", value: "own" }] });
    expect(found({ ...THERE, "network.places.main.seenAs": "each", "network.places.main.seenAddresses": undefined })[0]?.message).toContain("which see a public address of each in place of");
  });

  test.each<[string, Changes]>([["OpenStack", OPENSTACK], ["Cloud Director", { ...OPENSTACK, "infrastructure.clusters.seed.provider": "vmware-cloud-director" }], ["a gateway", THERE]])("each fix for %s ends it", (_who, changes) => {
    const answers = referenceAnswers(changes);
    for (const fix of findingsOf(peersBehindGateway, answers)[0]?.fixes ?? []) expect(findingsOf(peersBehindGateway, withFix(answers, fix)), fix.title).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["stand beside the nodes", { ...OPENSTACK, [PEERS]: undefined }],
    ["see the nodes on vSphere", OUTSIDE],
    ["are led to them as they are", { ...THERE, "network.places.main.seenAs": "own", "network.places.main.seenAddresses": undefined }],
    ["are told of nothing in a cloud that carries no announcement", { ...OPENSTACK, "infrastructure.clusters.seed.provider": "azure" }],
    ["are none", { ...OPENSTACK, "loadBalancer.clusters.seed.kind": "metallb-l2" }],
    ["wait for who translates", { ...THERE, "network.places.main.seenAs": undefined, "network.places.main.seenAddresses": undefined }],
  ])("%s", (_what, changes) => expect(found(changes)).toEqual([]));
});

test("nothing else of the plan speaks of sessions that cannot stand", () => {
  expect(findingsOf(distantPeer, referenceAnswers(OUTSIDE))).toHaveLength(1);
  expect(findingsOf(distantPeer, referenceAnswers(OPENSTACK))).toEqual([]);
  const routers = (changes: Changes) => referencePlan(changes).checklist.some(({ id }) => id === "todo.routers[seed]");
  expect([routers(OUTSIDE), routers(OPENSTACK)]).toEqual([true, false]);
  expect(planFrom(referenceAnswers(OPENSTACK)).findings.filter(({ severity }) => severity === "blocker").map(({ check }) => check)).toContain("balancers.peers-behind-gateway");
});
