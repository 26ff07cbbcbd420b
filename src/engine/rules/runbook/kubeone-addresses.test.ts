import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Plan } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

const text = (plan: Plan, id: string) => plan.runbook.find((step) => step.id === `step.${id}`)?.text ?? "";
const fixed = (plan: Plan) => plan.checklist.find(({ id }) => id === "todo.fixed-addresses[seed]");
const nutanix = (changes: Parameters<typeof changed>[1] = {}) => planFrom(changed(installationAnswers("nutanix-hospital"), { "project.upgradeFrom": "none", ...changes }));

test("every infrastructure whose Terraform example draws leases says how a machine gets its planned address", () => {
  const all: readonly Provider[] = providers;
  const drawing = all.filter(({ machineAddresses, kubeone }) => machineAddresses === "dhcp-server" && (kubeone?.inputs.length ?? 0) > 0);
  expect(drawing.map(({ id }) => id).toSorted()).toEqual(["nutanix", "vmware-cloud-director", "vsphere"]);
  for (const { id, kubeone } of drawing) expect(kubeone?.plannedAddresses?.change, id).toContain("{machines}");
  expect(all.filter(({ machineAddresses, kubeone }) => machineAddresses !== "dhcp-server" && kubeone?.plannedAddresses !== undefined)).toEqual([]);
});

test("an address beyond the workers that the load takes is kept for a further one", () => {
  const factory = planFrom(changed(installationAnswers("factory-on-tinkerbell"), { "project.upgradeFrom": "none" }));
  const needed = factory.sizing.clusters.find(({ cluster }) => cluster === "seed")?.workers ?? 0;
  const rows = factory.addresses.assignments.filter(({ purpose }) => purpose === "worker");
  expect([needed, rows.length]).toEqual([5, 6]);
  expect(rows.slice(needed)).toMatchObject([{ title: "Further worker 6 of seed", why: "The load of seed takes 5 workers; this address is kept for a further one, which staticWorkers.hosts names once its machine is there." }]);
  expect(rows.slice(0, needed).every(({ title }) => title.startsWith("Worker "))).toBe(true);
  expect(fixed(factory)?.why).toContain("10.29.0.26 is kept for a further worker.");
  const all = planFrom(changed(installationAnswers("factory-on-tinkerbell"), { "project.upgradeFrom": "none", "infrastructure.clusters.seed.workerAddresses": [21, 22, 23, 24, 25].map((at) => `10.29.0.${at}`) }));
  expect(fixed(all)?.why).not.toContain("kept for");
});

describe("vSphere: machines are cloned without addresses, so the DHCP server reserves them by MAC address", () => {
  test("the step says what main.tf gets, and what is known only after the machines are made", () => {
    const step = text(referencePlan(), "terraform[seed]");
    expect(step).not.toContain("address table");
    expect(step).toContain("no variable takes an address: as it is, the example draws leases");
    expect(step).toContain("use_static_mac = true and a mac_address by count.index, so that the DHCP server can reserve 10.20.0.11, 10.20.0.12 and 10.20.0.13 before the machines ask");
    expect(step).toContain("vCenter makes the MAC addresses, and nobody knows them before `terraform apply`");
    expect(step).toContain("tf.json must name 10.20.0.11, 10.20.0.12 and 10.20.0.13 before kubeone apply runs");
  });

  test("without addresses it asks for them in words", () => {
    expect(text(referencePlan({ "infrastructure.clusters.seed.controlPlaneAddresses": undefined }), "terraform[seed]")).toContain("can reserve the addresses of the control planes before");
  });

  test("the network team reserves leases, and learns from whom it gets the MAC addresses", () => {
    const item = fixed(referencePlan());
    expect(item?.team).toBe("network");
    expect(item?.verify).toMatch(/^The DHCP server shows each control-plane address reserved for a MAC address that stands in main\.tf, .*and `ping` gets no answer before the installation$/);
    expect(item?.why).toContain("whoever writes main.tf names a MAC address for each control plane");
  });

  test("workers that the cluster makes draw leases; listed ones are made for KubeOne", () => {
    expect(text(referencePlan(), "kubeone[seed]")).toContain("networks and 6 workers, whose addresses are leases and may change.");
    const listed = referencePlan({ "infrastructure.clusters.seed.workerAddressing": "fixed", "infrastructure.clusters.seed.workerAddresses": ["10.20.0.21"] });
    expect(text(listed, "kubeone[seed]")).not.toContain("leases");
    // The example makes two workers of its own unless it is told how many.
    expect(text(listed, "terraform[seed]")).toContain("by initial_machinedeployment_replicas, no worker, since all are listed");
    expect(text(referencePlan(), "terraform[seed]")).toContain("by initial_machinedeployment_replicas, 6 workers");
    expect(fixed(listed)?.verify).toContain("`ping` gets no answer before the machines are made");
  });
});

describe("Nutanix: the subnet gives the address that main.tf asks for", () => {
  test("for control planes, and for the machine with gobetween that the example makes", () => {
    expect(text(nutanix(), "terraform[seed]")).toContain("ip_endpoint_list with type ASSIGNED and, by count.index, the ip out of 10.20.0.11, 10.20.0.12 and 10.20.0.13");
    const address = { "loadBalancer.clusters.seed.apiAddress": "10.20.0.10" };
    expect(text(nutanix({ ...address, "loadBalancer.clusters.seed.apiEndpoint": "gobetween" }), "terraform[seed]")).toContain("nic_list of lb gets one with 10.20.0.10.");
    expect(text(nutanix({ ...address, "loadBalancer.clusters.seed.apiEndpoint": "external" }), "terraform[seed]")).not.toContain("nic_list of lb");
  });

  test("the network team looks into the subnet", () => expect(fixed(nutanix())?.verify).toMatch(/^Prism Central shows the subnet with IP management and each address as free in it/));
});

test("Cloud Director: a static pool beside the leases", () => {
  const plan = planFrom(installationAnswers("cloud-director-hoster"));
  expect(text(plan, "terraform[seed]")).toContain("static_ip_pool that holds 10.21.0.11, 10.21.0.12 and 10.21.0.13, outside dhcp_start_address to dhcp_end_address");
  expect(fixed(plan)?.verify).toContain("outside its DHCP pool");
});

test("clouds hand out addresses, and listed machines have those of the plan", () => {
  expect(text(planFrom(starterAnswers("proof-of-concept")), "terraform[kubermatic]")).toContain("the infrastructure hands out addresses.");
  const metal = planFrom(starterAnswers("kubevirt-on-bare-metal"));
  expect(metal.runbook.map(({ id }) => id)).not.toContain("step.terraform[seed]");
  expect(text(metal, "kubeone[seed]")).toContain("under controlPlane.hosts");
  expect(text(metal, "kubeone[seed]")).not.toContain("leases");
});
