import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { answered, withSeed, workersOnly } from "../../../tests/support/integration-options.ts";
import type { Answers } from "../answers/answers.ts";
import { planFrom } from "../plan/plan-from.ts";
import { changed, type Changes } from "../testing/reference.ts";
import { openstack } from "./openstack.ts";

const plan = (changes: Changes = {}) => planFrom(changed(starterAnswers("openstack-two-tenants"), changes));
const WITHOUT: Changes = {
  "infrastructure.places.berlin.openstackOctavia": false,
  "loadBalancer.clusters.seed.kind": "metallb-l2",
  "loadBalancer.clusters.seed.pool": "10.70.0.224/28",
  "loadBalancer.clusters.seed.apiEndpoint": "kube-vip",
  "loadBalancer.clusters.seed.apiAddress": "10.70.0.10",
};
const items = (changes: Changes) => plan(changes).checklist;
const terraform = (changes: Changes) => plan(changes).runbook.find(({ id }) => id === "step.terraform[seed]")?.text;

describe("without Octavia", () => {
  test("nobody is asked for it, its quota, its role or its port", () => {
    const { checklist, accounts, firewall } = plan(WITHOUT);
    expect(checklist.map(({ id }) => id)).not.toContain("todo.openstack-load-balancers[berlin]");
    expect(checklist.find(({ id }) => id === "todo.openstack-quota[berlin]")?.title).toBe("Quota of the project: servers, cores, memory, volumes, ports, security groups and floating addresses, Berlin");
    expect(accounts.flatMap(({ permissions }) => permissions).filter((one) => /octavia|load-balancer/i.test(one))).toEqual([]);
    expect(accounts.filter(({ why }) => why.includes("load balancers of seed"))).toEqual([]);
    const rows = firewall.flows.filter(({ destination }) => destination === "provider-api[berlin.openstack]");
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ why, ports }) => why.includes("Octavia") || ports.includes("9876"))).toEqual([]);
  });

  test("workers call Keystone, Nova and Cinder, with Octavia and without it", () => {
    for (const changes of [{}, WITHOUT]) {
      const rows = plan(changes).firewall.flows.filter(({ source, destination }) => source.startsWith("workers[") && destination === "provider-api[berlin.openstack]");
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ ports }) => ports)).toEqual(rows.map(() => "443, 5000, 8774, 8776"));
    }
  });

  test("with it all of it is asked for; while nobody knows, rows wait", () => {
    const { checklist, firewall, accounts } = plan();
    expect(checklist.map(({ id }) => id)).toContain("todo.openstack-load-balancers[berlin]");
    expect(firewall.flows.find(({ destination }) => destination === "provider-api[berlin.openstack]")?.ports).toContain("9876");
    expect(accounts.flatMap(({ permissions }) => permissions).join()).toContain("load-balancer_member");
    const octavia = "infrastructure.places.berlin.openstackOctavia";
    const open = plan({ [octavia]: undefined });
    expect(open.firewall.flows.filter(({ source, destination }) => destination === "provider-api[berlin.openstack]" && !source.startsWith("workers["))).toEqual([]);
    expect(open.firewall.flows.length).toBeGreaterThan(10);
    expect(open.openPoints.map(({ path }) => path)).toContain(octavia);
  });

  test("Terraform's own load balancer falls away with another front, and as a front it is a blocker", () => {
    expect(terraform(WITHOUT)).toContain("load_balancer.tf makes a load balancer of Octavia");
    expect(terraform({})).not.toContain("load_balancer.tf");
    const { findings } = plan({ ...WITHOUT, "loadBalancer.clusters.seed.apiEndpoint": "provider" });
    expect(findings.find(({ id }) => id.startsWith("providers.api-endpoint"))?.message).toContain("the place creates none");
    expect(plan(WITHOUT).findings.filter(({ id }) => id.startsWith("providers.api-endpoint"))).toEqual([]);
  });
});

describe("who calls which of its services", () => {
  const TO_OTHERS = workersOnly(openstack);
  const OWN_SEED = withSeed(openstack);
  /** Source, ports and reason of the rows to OpenStack in the second place. */
  const calls = (answers: Answers, more: Changes = {}) =>
    planFrom(changed(answered(answers, openstack), { "infrastructure.places.second.openstackOctavia": true, ...more }))
      .firewall.flows.filter(({ destination }) => destination === "provider-api[second.openstack]")
      .map(({ source, ports, reason }) => [source, ports, reason.split(" through ")[0]]);
  const ofSeed = (rows: ReturnType<typeof calls>, source: string) => rows.filter(([from]) => from === source);

  test("a Seed that serves workers there makes machines, load balancers and networks, and no volume", () => {
    expect(ofSeed(calls(TO_OTHERS), "nodes[seed]")).toEqual([["nodes[seed]", "443, 5000, 8774, 9292, 9696, 9876", "Machines, load balancers and networks are created"]]);
    expect(ofSeed(calls(TO_OTHERS, { "infrastructure.places.second.openstackOctavia": false }), "nodes[seed]")).toEqual([["nodes[seed]", "443, 5000, 8774, 9292, 9696", "Machines and networks are created"]]);
  });

  test("a Seed that stands there has a storage driver of its own", () =>
    expect(ofSeed(calls(OWN_SEED), "nodes[second]")).toEqual([["nodes[second]", "443, 5000, 8774, 8776, 9292, 9696, 9876", "Machines, disks, load balancers and networks are created"]]));

  test("a cluster that others run there makes no machines, and its dashboard asks for itself", () => {
    const existing = { "infrastructure.clusters.second.provisioning": "existing", "infrastructure.datacenters.second-dc.seed": "seed" };
    expect(ofSeed(calls(OWN_SEED, existing), "nodes[second]")).toEqual([["nodes[second]", "443, 5000, 8774, 8776, 9696, 9876", "Disks and load balancers are created"]]);
  });

  test("Terraform makes machines and the front of the API", () => {
    const terraform = calls(OWN_SEED).filter(([source]) => source === "bastion[second]" || source === "engineers");
    expect(terraform).toEqual([[terraform[0]?.[0], "443, 5000, 8774, 9292, 9696, 9876", "Terraform creates machines"]]);
  });

  test.each([
    ["2.28", "443, 5000, 8774, 9696"],
    ["2.29", "443, 5000, 8774, 9696, 9876"],
    ["2.30", "443, 5000, 8774, 9696, 9876"],
    ["2.31", "443, 5000, 8774, 9292, 9696, 9876"],
  ])("the dashboard of %s, whose master makes nothing there, asks %s", (release, ports) =>
    expect(ofSeed(calls(OWN_SEED, { "project.release": release }), "nodes[seed]").map(([, called]) => called)).toEqual([ports]));

  test("the note names the services of the row alone", () => {
    const why = planFrom(changed(answered(OWN_SEED, openstack), { "project.release": "2.28" })).firewall.flows.find(({ source, destination }) => source === "nodes[seed]" && destination === "provider-api[second.openstack]")?.why;
    expect(why).toContain("upstream defaults of Keystone, Nova and Neutron, not confirmed");
  });
});

describe("addresses that nodes announce", () => {
  const id = "todo.announced-addresses[seed]";

  test("need allowed address pairs, in the files and by hand", () => {
    const row = items(WITHOUT).find((item) => item.id === id);
    expect(row).toMatchObject({ title: "Allowed address pairs on the ports of seed let 10.70.0.10 and 10.70.0.224/28 pass", team: "infrastructure" });
    expect(row?.verify).toContain("10.70.0.10 on those of control planes and 10.70.0.224/28 on those of workers");
    expect(terraform(WITHOUT)).toContain("openstack_networking_port_v2.control_plane gets allowed_address_pairs with ip_address 10.70.0.10:");
    expect(terraform(WITHOUT)).toContain("allocation_pool without 10.70.0.10 and 10.70.0.224/28,");
    expect(plan(WITHOUT).runbook.find((step) => step.id === "step.load-balancer[seed]")?.text).toContain("`openstack port set --allowed-address ip-address=10.70.0.224/28`");
  });

  test("by BGP lie outside the subnet, and the API may have another front", () => {
    const changes = { ...WITHOUT, "loadBalancer.clusters.seed.kind": "metallb-bgp", "loadBalancer.clusters.seed.pool": "10.79.0.0/28", "loadBalancer.clusters.seed.apiEndpoint": "external" };
    expect(items(changes).find((item) => item.id === id)?.title).toBe("Allowed address pairs on the ports of seed let 10.79.0.0/28 pass");
    expect(terraform(changes)).not.toContain("allocation_pool");
  });

  test("are none with Octavia, on other infrastructure, and with an appliance", () => {
    expect(items({}).filter((item) => item.id.startsWith("todo.announced"))).toEqual([]);
    expect(planFrom(starterAnswers("reference-setup")).checklist.filter((item) => item.id.startsWith("todo.announced"))).toEqual([]);
    expect(items({ ...WITHOUT, "loadBalancer.clusters.seed.kind": "appliance", "loadBalancer.clusters.seed.apiEndpoint": "external" }).filter((item) => item.id === id)).toEqual([]);
  });

  test("of user clusters need them on the ports of their workers", () => {
    const at = (workloads: string) => items({ ...WITHOUT, "loadBalancer.datacenters.retail.workloads": workloads, "loadBalancer.datacenters.retail.workloadBlock": "10.71.3.0/25" }).find((item) => item.id === "todo.announced-workloads[retail]")?.title;
    expect(at("metallb-addon")).toBe("Allowed address pairs on the ports of workers of os-retail let 10.71.3.0/25 pass");
    expect(at("own")).toBeUndefined();
    const changes = { ...WITHOUT, "loadBalancer.datacenters.retail.workloads": "metallb-addon", "loadBalancer.datacenters.retail.workloadBlock": "10.71.3.0/25" };
    const step = plan(changes).runbook.find(({ id }) => id === "step.workload-ports[retail]");
    expect(step?.text).toMatch(/before the first of them is created and again with each worker .*`openstack port set --allowed-address ip-address=10\.71\.3\.0\/25`/);
    expect(items(changes).find((item) => item.id === "todo.announced-workloads[retail]")?.verify).toContain(`somebody is named who sets them for each worker, in the step “${step?.title ?? "missing"}” of the runbook`);
    expect(plan({}).runbook.some(({ id }) => id.startsWith("step.workload-ports"))).toBe(false);
  });
});
