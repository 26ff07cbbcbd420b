import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import type { Plan } from "../../plan/plan.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan } from "../../testing/reference.ts";

const own = (pods: number) => ({ "infrastructure.planningValues": "own", "infrastructure.podsPerNode": pods });
const step = (plan: Plan, id: string) => plan.runbook.find((one) => one.id === `step.${id}[seed]`);
const todo = (plan: Plan) => plan.checklist.find(({ id }) => id === "todo.node-pods[seed]");
const SEEN = "kubectl get nodes -o custom-columns=NAME:.metadata.name,PODS:.status.allocatable.pods";
const ANNOTATION = "v1.kubelet-config.machine-controller.kubermatic.io/MaxPods";

test("workers of MachineDeployments get it by an annotation, and nodes show it", () => {
  const plan = referencePlan(own(200));
  expect(step(plan, "terraform")?.text).toContain(`Each MachineDeployment of kubeone_workers in outputs.tf has ${ANNOTATION} = "200" among the annotations of its providerSpec: kubelets run 110 pods unasked, and the plan counts on 200.`);
  expect(step(plan, "kubeone")?.commands).toContain(SEEN);
  expect(step(plan, "kubeone")?.text).toContain("Under PODS each worker shows 200.");
  expect(todo(plan)).toBeUndefined();
});

test.each<[string, Plan]>([
  ["values of Groundplan", referencePlan()],
  ["own values with what Kubernetes runs unasked", referencePlan(own(110))],
])("%s change nothing", (_case, plan) => {
  for (const id of ["terraform", "kubeone"]) expect(step(plan, id)?.text).not.toContain("MaxPods");
  expect(step(plan, "kubeone")?.commands).not.toContain(SEEN);
});

test("fewer pods are told to the kubelet as well", () => expect(step(referencePlan(own(60)), "terraform")?.text).toContain(`${ANNOTATION} = "60"`));

test("listed hosts carry it themselves", () => {
  const plan = planFrom(changed(installationAnswers("cloud-director-hoster"), own(200)));
  expect(step(plan, "kubeone")?.text).toContain("Each of these workers has kubelet.maxPods: 200: kubelets run 110 pods unasked, and the plan counts on 200.");
  expect(step(plan, "kubeone")?.text).not.toContain(ANNOTATION);
  expect(step(plan, "kubeone")?.commands).toContain(SEEN);
});

test("where Terraform makes no machine, dynamicWorkers carry the annotation", () => {
  const plan = planFrom(changed(installationAnswers("kubevirt-in-kubevirt"), own(200)));
  const all = plan.runbook.filter(({ id }) => id.startsWith("step.kubeone["));
  expect(all.length).toBeGreaterThan(0);
  for (const { text } of all) expect(text).toContain(`Each entry of dynamicWorkers in kubeone.yaml has ${ANNOTATION}: "200" among the annotations of its providerSpec`);
});

test("a platform that runs is looked at before the upgrade", () => {
  const upgrade = { "project.upgradeFrom": "2.29", "project.release": "2.30" };
  const plan = referencePlan({ ...own(200), ...upgrade });
  expect(todo(plan)).toMatchObject({ title: "200 pods for each worker of seed", team: "infrastructure" });
  expect(todo(plan)?.verify).toContain(`\`${SEEN}\` prints 200 for each worker`);
  expect(todo(plan)?.verify).toContain(`annotation ${ANNOTATION} of its MachineDeployment`);
  expect(todo(referencePlan({ ...own(200), ...upgrade, "infrastructure.clusters.seed.workerAddressing": "fixed" }))?.verify).toContain("kubelet.maxPods of its host in kubeone.yaml");
  expect(todo(referencePlan(upgrade))).toBeUndefined();
  expect(todo(referencePlan({ ...own(200), ...upgrade, "infrastructure.clusters.seed.provisioning": "existing" }))).toBeUndefined();
});
