import { describe, expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const fresh = { "project.upgradeFrom": "none" };
const proxy = starterAnswers("behind-a-proxy");
const cluster = proxy.subjects.cluster[0] ?? "";
const place = proxy.subjects.place[0] ?? "";
const API = `loadBalancer.clusters.${cluster}.apiEndpoint`;

describe("machines know no proxy before KubeOne tells them, so a script that loads packages is led there", () => {
  const step = (id: string, changes: Changes = {}) => planFrom(changed(proxy, { ...fresh, [API]: "keepalived", [`network.places.${place}.proxyAddress`]: "proxy.acme.example", [`network.places.${place}.proxyPort`]: 3128, ...changes })).runbook.find((one) => one.id === `step.${id}[${cluster}]`);

  test("vSphere: Terraform runs it, so the command comes before its plan", () => {
    const made = step("terraform");
    const at = made?.commands.findIndex((line) => line.startsWith("sed -i")) ?? -1;
    expect(made?.commands[at]).toMatch(/^sed -i -e '\/\^set -\/a export http_proxy=http:\/\/proxy\.acme\.example:3128 https_proxy=http:\/\/proxy\.acme\.example:3128' -e 's\/\^sudo \/sudo -E \/' [\w-]+\/keepalived\.sh$/);
    expect(at).toBeLessThan(made?.commands.findIndex((line) => / plan /.test(line)) ?? -1);
    expect(made?.text).toContain("keepalived.sh loads packages before KubeOne tells the machines of the proxy");
  });

  test("where people run it, it lies in a folder of its own", () => {
    const commands = step("api-front", { [`infrastructure.clusters.${cluster}.provider`]: "bare-metal" })?.commands ?? [];
    expect(commands[0]).toMatch(/^sed -i .* [\w-]+\/keepalived\/keepalived\.sh$/);
  });

  test("kube-vip loads no packages, and a place with a way to the internet needs none of it", () => {
    expect(step("terraform", { [API]: "kube-vip" })?.text).not.toContain("loads packages");
    expect(step("terraform", { [`network.places.${place}.internet`]: "direct" })?.text).not.toContain("loads packages");
  });

  test("a proxy that nobody has named is asked for in the command", () => {
    const made = step("terraform", { [`network.places.${place}.proxyAddress`]: undefined });
    expect(made?.text).toContain("What stands as <fill-in: what> in the command is put in before it is run.");
  });
});

test("Nutanix: gobetween.sh asks GitHub", () => {
  const answers = installationAnswers("nutanix-hospital");
  const seed = answers.subjects.cluster[0] ?? "";
  const at = answers.subjects.place[0] ?? "";
  const plan = planFrom(changed(answers, { ...fresh, [`loadBalancer.clusters.${seed}.apiEndpoint`]: "gobetween", [`network.places.${at}.internet`]: "proxy", [`network.places.${at}.proxyAddress`]: "10.1.0.5", [`network.places.${at}.proxyPort`]: 3128 }));
  expect(plan.runbook.find(({ id }) => id === `step.terraform[${seed}]`)?.commands.join("\n")).toContain("/gobetween.sh");
});
