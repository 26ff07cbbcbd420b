import { expect, test } from "vitest";
import { rule } from "../../kernel/rule.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referenceAnswers, valueOf, type Changes } from "../../testing/reference.ts";
import { parseBlock } from "../../values/range.ts";
import { fitOf, type Fit } from "./fits.ts";

/** The fit of a stated range of the plan. */
function fitIn(changes: Changes, id: string): Fit | undefined {
  const answers = referenceAnswers(changes);
  const row = planFrom(answers).addresses.ranges.find((range) => range.id === id);
  const block = row && parseBlock(row.text);
  if (!row || !block) throw new Error(`The plan has no block ${id}`);
  return valueOf(rule({ id: "test.fit", title: "Fit", per: "plan", sources: [], derive: (read) => ({ fit: fitOf(read, row, block) }) }), answers).fit;
}

// Entry, nodeport-proxy and one for each user cluster: 14 and the two ends of the network just fill 16.
test.each([
  [11, 28, true],
  [12, 28, true],
  [13, 28, false],
  [14, 28, false],
  [15, 27, true],
])("%i user clusters with LoadBalancer: a block of /%i in the node network may hold its ends: %s", (count, prefix, withEdges) => {
  const changes = { "loadBalancer.clusters.seed.kind": "metallb-l2", "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.0.192/28", "infrastructure.datacenters.fra-vsphere.smallClusters": count };
  expect(fitIn(changes, "range.pool[seed]")).toMatchObject({ prefix, withEdges });
});

const DATACENTER = "infrastructure.datacenters.fra-vsphere";
const WORKLOADS = "loadBalancer.datacenters.fra-vsphere";
const OUTSIDE: Changes = { [`${DATACENTER}.provider`]: "openstack", "infrastructure.places.main.openstackOctavia": false, [`${WORKLOADS}.workloads`]: "metallb-addon", [`${WORKLOADS}.workloadBlock`]: "10.30.20.0/24", [`${WORKLOADS}.poolType`]: "range", [`${WORKLOADS}.poolShare`]: 1 };

// A network that KKP makes is seen by its own user cluster alone: no other block of it would be heard of either, as a check of its own says.
test.each([
  ["in networks that are there", false, true],
  ["in networks that KKP makes", true, false],
])("workers %s: a block outside needs another one", (_where, made, unfit) => {
  expect(fitIn({ ...OUTSIDE, [`${DATACENTER}.openstackMadeNetworks`]: made }, "range.workloads[fra-vsphere]")).toMatchObject({ unfit });
});
