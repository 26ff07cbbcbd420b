import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { explain } from "../../plan/explain.ts";
import { changed, referencePlan } from "../../testing/reference.ts";
import { stepText } from "../../testing/step-text.ts";

describe("the key by which KubeOne enters machines goes from the secret store to an agent", () => {
  const plan = referencePlan();
  const key = plan.runbook.find(({ id }) => id === "step.ssh-key[seed]");

  test("before Terraform makes the machines, which get its public half", () => {
    const at = (id: string) => plan.runbook.findIndex((step) => step.id === id);
    expect(at("step.ssh-key[seed]")).toBe(at("step.terraform[seed]") - 1);
    expect(key?.text).toContain("the item “SSH key pair and user with sudo: Control-plane machines of seed” has put into the secret store");
    expect(plan.checklist.map(({ title }) => title)).toContain("SSH key pair and user with sudo: Control-plane machines of seed");
    expect(key?.text).toContain("KubeOne, provisioners of Terraform and ssh ask the agent by SSH_AUTH_SOCK");
    expect(stepText(plan.runbook[at("step.terraform[seed]")])).toContain('ssh_public_key_file = "ssh-key.pub"');
  });

  test("no file gets the private half, and the agent ends with the last step that enters a machine", () => {
    expect(key?.commands).toEqual(["mkdir -p seed", 'eval "$(ssh-agent -s)"', `printf '%s\\n' "\${SSH_KEY:?private key from the secret store}" | ssh-add -`, "unset SSH_KEY", "ssh-add -L > seed/ssh-key.pub"]);
    for (const name of starterNames) {
      const steps = planFrom(starterAnswers(name)).runbook;
      const opened = steps.filter(({ commands }) => commands.some((line) => line.includes("ssh-agent -s")));
      const closed = steps.filter(({ commands }) => commands.at(-1) === 'eval "$(ssh-agent -k)"');
      expect(closed.length, name).toBe(opened.length);
      for (const [at, { order }] of opened.entries()) expect(closed[at]?.order, name).toBeGreaterThan(order);
    }
  });

  test("where every machine is listed, the hosts of the manifest name no key file", () => {
    const text = planFrom(changed(installationAnswers("factory-on-tinkerbell"), { "project.upgradeFrom": "none" })).runbook.find(({ id }) => id === "step.ssh-key[seed]")?.text;
    expect(text).toContain("sshPrivateKeyFile of the hosts in kubeone.yaml is left out");
    expect(text).toContain("Control-plane machines and listed workers of seed");
    expect(text).not.toContain("Terraform");
  });

  test("the reason rests on what KubeOne says of keys", () => {
    if (!key) throw new Error("no step");
    expect(key.why).toBe("KubeOne decrypts no private key itself and enters every machine of seed over SSH: without an agent that holds this key `kubeone apply` stops at the first host.");
    expect(explain(plan, key).sources.map(({ id }) => id)).toContain("kubeone.ssh");
  });

  test("nobody needs one where a service makes the cluster", () => {
    expect(referencePlan({ "infrastructure.clusters.seed.provisioning": "managed" }).runbook.some(({ id }) => id.startsWith("step.ssh-key"))).toBe(false);
  });

  test("vSphere: the user is that of the template, so the file names it", () => {
    expect(stepText(plan.runbook.find(({ id }) => id === "step.terraform[seed]"))).toContain('ssh_username = "<fill-in: ssh_username>"');
  });
});
