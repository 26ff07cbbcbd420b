import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

const hoster = (changes: Parameters<typeof changed>[1] = {}) => planFrom(changed(installationAnswers("cloud-director-hoster"), changes));
const onVsphere = { "infrastructure.clusters.seed.workerAddressing": "fixed", "infrastructure.clusters.seed.workerAddresses": [21, 22, 23, 24, 25, 26, 27].map((at) => `10.20.0.${at}`) };
const step = (plan: ReturnType<typeof hoster>, id: string) => plan.runbook.find((each) => each.id === `step.${id}[seed]`);
const item = (plan: ReturnType<typeof hoster>) => plan.checklist.find(({ id }) => id === "todo.listed-workers[seed]");
const key = (plan: ReturnType<typeof hoster>) => plan.accounts.find(({ id }) => id === "account.ssh-key[seed]");

describe("in a network that Terraform makes", () => {
  test("they are made after it and before the network is tried and KubeOne runs", () => {
    const ids = hoster().runbook.map(({ id }) => id).filter((id) => /\.(terraform|listed-workers|network-trial|kubeone)\[/.test(id));
    expect(ids).toEqual(["step.terraform[seed]", "step.listed-workers[seed]", "step.network-trial[seed]", "step.kubeone[seed]"]);
  });

  test("with size, addresses and the user, by whoever runs the infrastructure", () => {
    const made = step(hoster(), "listed-workers");
    expect(made?.text).toContain("Whoever runs VMware Cloud Director makes 7 workers of 16 vCPU and 64 GiB now, in 10.21.0.0/22, which Terraform has just made: 10.21.0.21, 10.21.0.22, 10.21.0.23, 10.21.0.24, 10.21.0.25, 10.21.0.26 and 10.21.0.27, one for each");
    expect(made?.commands.join("\n")).toMatch(/^for host in 10\.21\.0\.21 .*10\.21\.0\.27; do ssh .*sudo -n true/);
  });

  test("their addresses stand in the pool of that network", () => {
    expect(step(hoster(), "terraform")?.text).toContain("The static_ip_pool holds 10.21.0.21, 10.21.0.22, 10.21.0.23, 10.21.0.24, 10.21.0.25, 10.21.0.26 and 10.21.0.27 as well");
    expect(step(hoster({ "infrastructure.clusters.seed.workerAddressing": "dhcp" }), "terraform")?.text).not.toContain("for the listed workers");
  });

  test("the infrastructure team names who makes them, since none can be there before", () => {
    expect(item(hoster())).toMatchObject({ team: "infrastructure", title: "Somebody who makes 7 workers of seed, once their network is there" });
    expect(item(hoster())?.verify).toContain("in the step “Have the listed workers of seed ready” of the runbook");
  });
});

describe("in a network of the customer", () => {
  test("they are made before the installation, and the step sees that they answer", () => {
    const plan = referencePlan(onVsphere);
    expect(item(plan)?.title).toBe("6 workers of seed made, each with its address and the user of KubeOne's key");
    expect(item(plan)?.verify).toMatch(/^A login by SSH with KubeOne's key reaches each of them/);
    expect(step(plan, "listed-workers")?.text).toMatch(/^Whoever runs vSphere has made 6 workers of /);
    // Seven are listed, and the load takes six.
    expect(step(plan, "listed-workers")?.commands[0]).not.toContain("10.20.0.27");
  });

  test("without their addresses the step asks for no machine", () => {
    const plan = referencePlan({ ...onVsphere, "infrastructure.clusters.seed.workerAddresses": undefined });
    expect(step(plan, "listed-workers")).toMatchObject({ commands: [] });
  });
});

describe("the key of KubeOne", () => {
  test("opens listed workers as well", () => {
    expect(key(hoster())).toMatchObject({ where: "Control-plane machines and listed workers of seed", permissions: ["SSH to every control-plane machine and every listed worker", "sudo without password"] });
    const factory = planFrom(changed(installationAnswers("factory-on-tinkerbell"), { "project.upgradeFrom": "none" }));
    expect(key(factory)?.permissions[0]).toBe("SSH to every control-plane machine and every listed worker");
  });

  test("opens control planes alone where the cluster makes its workers", () => {
    expect(key(referencePlan())).toMatchObject({ where: "Control-plane machines of seed", permissions: ["SSH to every control-plane machine", "sudo without password"] });
    expect([item(referencePlan()), step(referencePlan(), "listed-workers")]).toEqual([undefined, undefined]);
  });
});

test("no host is given a bastion that the work does not need", () => {
  expect(step(hoster(), "kubeone")?.text).toContain("7 workers stand under staticWorkers.hosts with address and SSH user.");
  expect(step(hoster({ "access.bastion": true }), "kubeone")?.text).not.toContain("SSH user and bastion");
});
