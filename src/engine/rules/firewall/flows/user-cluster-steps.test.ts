import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../../testing/reference.ts";

const SUPPLIER = "loadBalancer.datacenters.fra-vsphere.workloads";
const IN_SEGMENT: Changes = { "project.edition": "EE", [SUPPLIER]: "metallb-app", "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.16.128/26" };
const rows = (changes: Changes): readonly string[] =>
  referencePlan(changes).firewall.flows.filter(({ id }) => id.startsWith("flow.installer-user-clusters")).map(({ id, source, destination, ports }) => `${id} ${source} ${destination} ${ports}`);

test.each<[string, Changes, readonly string[]]>([
  ["objects of MetalLB, by one port and by name", { ...IN_SEGMENT, "loadBalancer.exposeStrategy": "Tunneling" }, ["flow.installer-user-clusters-tunneling[seed] bastion[main] nodeport-proxy[seed] 6443"]],
  ["from the engineers' machines without a bastion", { ...IN_SEGMENT, "access.bastion": false }, ["flow.installer-user-clusters-nodeport[seed] engineers nodeport-proxy[seed] 30000-32767"]],
  ["for the first backup of a user cluster", { "project.edition": "EE", "storage.further": ["user-clusters"], [SUPPLIER]: "metallb-addon" }, ["flow.installer-user-clusters-nodeport[seed] bastion[main] nodeport-proxy[seed] 30000-32767"]],
  ["nothing on a platform whose user clusters have their objects", { ...IN_SEGMENT, "project.upgradeFrom": "2.29" }, []],
  ["for no backup that an upgrade finds", { "project.edition": "EE", "project.upgradeFrom": "2.29", "storage.further": ["user-clusters"], [SUPPLIER]: "metallb-addon" }, []],
  ["nothing where KKP's addon has its addresses", { [SUPPLIER]: "metallb-addon" }, []],
])("%s", (_name, changes, expected) => {
  expect(rows(changes)).toEqual(expected);
});
