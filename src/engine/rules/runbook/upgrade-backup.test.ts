import { describe, expect, test } from "vitest";
import { asUpgrade } from "../../../../tests/support/as-upgrade.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { referencePlan } from "../../testing/reference.ts";

const upgrade = referencePlan({ "project.release": "2.31", "project.upgradeFrom": "2.30" }).runbook;
const ids = upgrade.map(({ id }) => id);
const step = (id: string) => upgrade.find((one) => one.id === id);

describe("an upgrade", () => {
  test("begins with a backup, before the patch that it wants first", () => {
    expect(ids.slice(0, 3)).toEqual(["step.workplace", "step.upgrade-backup", "step.upgrade-kubernetes[seed]"]);
    expect(step("step.upgrade-backup")?.commands.slice(0, 3)).toEqual([
      "(umask 077; mkdir -p ../kkp-2.30-objects)",
      'export KUBECONFIG="$PWD"/seed/kubeconfig',
      '(umask 077; for kind in $(kubectl get crd -o name | grep -F kubermatic | cut -d/ -f2); do kubectl get "$kind" --all-namespaces -o yaml > ../kkp-2.30-objects/seed-"$kind".yaml; done)',
    ]);
  });

  test("saves the master and every Seed", () => {
    const telco = planFrom(asUpgrade(starterAnswers("telco-cilium-bgp"), { "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.34" })).runbook;
    const lines = telco.find(({ id }) => id === "step.upgrade-backup")?.commands.filter((line) => line.startsWith("export KUBECONFIG"));
    expect(lines).toEqual(["master", "seed-north", "seed-middle", "seed-south"].map((name) => `export KUBECONFIG="$PWD"/${name}/kubeconfig`));
  });

  test("lowers the number of user clusters that KKP reconciles at a time, and ends with the value of before", () => {
    expect(step("step.upgrade-files")?.text).toContain("spec.seedController.maximumParallelReconciles goes down from its value, 10 where none is set");
    expect(ids.filter((id) => id !== "step.kept-files").at(-1)).toBe("step.upgrade-pace");
    expect(step("step.upgrade-pace")?.commands.slice(-3)).toEqual(["if grep -nE '<[A-Za-z][^<>]*>' kubermatic.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else", "kubectl apply -f kubermatic.yaml", "fi"]);
  });
});

test("a new platform has nothing to save and no pace to keep", () => {
  expect(referencePlan({ "project.upgradeFrom": "none" }).runbook.filter(({ id }) => /^step\.upgrade/.test(id))).toEqual([]);
});
