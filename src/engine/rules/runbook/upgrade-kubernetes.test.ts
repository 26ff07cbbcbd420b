import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed } from "../../testing/reference.ts";

const step = (name: string) => planFrom(installationAnswers(name)).runbook.find(({ id }) => id === "step.upgrade-kubernetes[seed]");

test("KubeOne goes one minor release after the other, to versions on which both releases of KKP run", () => {
  const own = step("gateway-of-their-own");
  expect(own?.text).toMatch(/^KKP 2\.30 and KKP 2\.31 both run on Kubernetes 1\.33 to 1\.35; .* names a patch of the next minor release, and the commands run once for each/);
  expect(own?.text).toContain("KubeOne 1.13 for 1.33 to 1.35 and KubeOne 1.14 for 1.34 to 1.36");
  expect(own?.commands.find((line) => line.startsWith("kubeone apply"))).toMatch(/^kubeone apply -m seed\/kubeone\.yaml/);
});

test("workers of machine-controller go with the flag, listed ones without", () => {
  const apply = (name: string) => step(name)?.commands.find((line) => line.includes("kubeone apply"));
  expect(apply("openstack-keystone")).toContain(" -t seed/tf.json -c seed/credentials.yaml --upgrade-machine-deployments");
  const listed = planFrom(changed(starterAnswers("kubevirt-on-bare-metal"), { "project.release": "2.31", "project.upgradeFrom": "2.30" })).runbook.find(({ id }) => id === "step.upgrade-kubernetes[seed]");
  expect(listed?.commands).toContain("if grep -nE '<[A-Za-z][^<>]*>' seed/kubeone.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else");
  expect(listed?.commands.join("\n")).not.toContain("--upgrade-machine-deployments");
});

test("a cluster that somebody has built is theirs, and a first installation has none", () => {
  expect(step("existing-clusters")).toBeUndefined();
  expect(step("web-shop-on-aws")).toBeUndefined();
});

test("the state of Terraform comes back before its output is read, and KubeOne starts only where it names machines", () => {
  const { commands = [], text = "" } = step("openstack-keystone") ?? {};
  const at = (what: string) => commands.findIndex((line) => line.includes(what));
  expect(text).toContain("before the commands seed/terraform.tfstate comes from the secret store, unless a block backend in the files leads to a shared one");
  expect(at("terraform -chdir=seed init")).toBeGreaterThan(-1);
  expect(at("terraform -chdir=seed output -json > seed/tf.json")).toBeGreaterThan(at("terraform -chdir=seed init"));
  expect(at("if ! grep -q '\"kubeone_hosts\"' seed/tf.json; then ")).toBeGreaterThan(at("terraform -chdir=seed output"));
  expect(at("kubeone apply")).toBeGreaterThan(at("if ! grep -q"));
  const byHand = planFrom(changed(starterAnswers("kubevirt-on-bare-metal"), { "project.release": "2.31", "project.upgradeFrom": "2.30" })).runbook.find(({ id }) => id === "step.upgrade-kubernetes[seed]");
  expect(byHand?.commands.join("\n")).not.toMatch(/terraform|kubeone_hosts/);
});

test("credentials are deleted only where they were used: neither without the state of Terraform nor beside a placeholder", () => {
  const { commands = [] } = step("openstack-keystone") ?? {};
  const at = commands.indexOf("rm seed/credentials.yaml");
  const block = commands.slice(commands.findIndex((line) => line.startsWith("if ! grep -q '\"kubeone_hosts\"'")), at + 3);
  expect(block.map((line) => line.replace(/^(if ! grep -q|if grep -nE|.*kubeone apply).*$/, "$1"))).toEqual(["if ! grep -q", "if grep -nE", expect.stringContaining("kubeone apply"), "fi", "if grep -nE", "rm seed/credentials.yaml", "fi", "fi"]);
  expect(commands[at - 1]).toContain(" seed/kubeone.yaml seed/credentials.yaml; ");
});
