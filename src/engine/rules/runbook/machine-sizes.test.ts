import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providers } from "../../providers/registry.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { stepText } from "../../testing/step-text.ts";

const replaced = (plan: Plan, cluster = "seed") => stepText(plan.runbook.find(({ id }) => id === `step.terraform[${cluster}]`)).split("\n");

test("every example whose machines have sizes of its own is told those of the plan", () => {
  const all: readonly Provider[] = providers;
  const making = all.filter(({ kubeone }) => (kubeone?.inputs.length ?? 0) > 0);
  expect(making.length).toBe(9);
  for (const { id, kubeone } of making) {
    const told = new Set<string | undefined>((kubeone?.settings ?? []).map(({ plan }) => plan));
    const sized = (one: "controlPlane" | "worker") => [told.has(`${one}Size`) || told.has(`${one}SizeWithDisk`), told.has(`${one}Cpu`) && told.has(`${one}Memory`)];
    const disk = told.has("workerDisk") || told.has("workerSizeWithDisk") || kubeone?.workerDisk !== undefined;
    expect([id, sized("controlPlane").some(Boolean), sized("worker").some(Boolean), disk]).toEqual([id, true, true, true]);
  }
});

describe("vSphere", () => {
  test("control planes get 4 vCPU and 16 GiB with 50 GB, workers what is answered, in the units of the variables", () => {
    const settings = replaced(referencePlan({ "infrastructure.clusters.seed.workerCpu": 8, "infrastructure.clusters.seed.workerMemory": 24 }));
    for (const setting of ["control_plane_num_cpus = 4", "control_plane_memory = 16384", "disk_size = 50", "worker_num_cpus = 8", "worker_memory = 24576"]) expect(settings).toContain(setting);
    expect(settings).toContain("worker_disk = 100");
  });

  test("figures of one's own take the place of the planned ones", () => {
    const settings = replaced(referencePlan({ "infrastructure.planningValues": "own", "infrastructure.controlPlaneCpu": 6, "infrastructure.controlPlaneMemory": 12 }));
    expect(replaced(referencePlan({ "infrastructure.planningValues": "own", "infrastructure.workerDisk": 200 }))).toContain("worker_disk = 200");
    for (const setting of ["control_plane_num_cpus = 6", "control_plane_memory = 12288"]) expect(settings).toContain(setting);
  });

  test("listed workers are not made by the example", () => {
    const listed = referencePlan({ "infrastructure.clusters.seed.workerAddressing": "fixed", "infrastructure.clusters.seed.workerAddresses": ["10.20.0.21"] });
    expect(replaced(listed).filter((setting) => setting.startsWith("worker_"))).toEqual([]);
    expect(replaced(listed)).toContain("control_plane_num_cpus = 4");
  });
});

test("Cloud Director's disk of 25 GB gives way to that of the plan, in MiB", () => {
  const settings = replaced(referencePlan({ "infrastructure.clusters.seed.provider": "vmware-cloud-director", "infrastructure.clusters.seed.workerCpu": 8, "infrastructure.clusters.seed.workerMemory": 16 }));
  for (const setting of ["control_plane_cpus = 4", "control_plane_memory = 16384", "control_plane_disk_size = 51200", "worker_cpus = 8", "worker_memory = 16384", "worker_disk_size_gb = 100"]) expect(settings).toContain(setting);
});

test("where machines come in types, the step says what the type has", () => {
  const openstack = planFrom(changed(starterAnswers("openstack-two-tenants"), { "project.upgradeFrom": "none" }));
  const cluster = openstack.runbook.find(({ id }) => id.startsWith("step.terraform["))?.id.slice(15, -1) ?? "";
  const worker = openstack.sizing.clusters.find((one) => one.cluster === cluster);
  expect(worker).toBeDefined();
  const text = stepText(openstack.runbook.find(({ id }) => id === `step.terraform[${cluster}]`));
  expect(text).toContain('control_plane_flavor = "<fill-in: 4 vCPU, 16 GiB and a disk of at least 50 GB>"');
  expect(text).toMatch(/worker_flavor = "<fill-in: \d+ vCPU, \d+ GiB and a disk of at least 100 GB>"/u);
  const nutanix = planFrom(changed(installationAnswers("nutanix-hospital"), { "project.upgradeFrom": "none" }));
  expect(replaced(nutanix)).toContain("control_plane_vcpus = 4");
});

test.each([
  ["gcp", "diskSize in kubeone_workers becomes 100."],
  ["azure", "kubeone_workers gets osDiskSize = 100;"],
])("%s: workers get their root disk in the outputs, which no variable sets", (provider, words) => {
  const plan = referencePlan({ "project.upgradeFrom": "none", "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.workerAddressing": undefined, "infrastructure.clusters.seed.workerAddresses": undefined });
  expect(plan.runbook.find(({ id }) => id === "step.terraform[seed]")?.text).toContain(words);
});
