import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { controlPlaneMachine } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";

/** Control-plane machines below the class of etcd that master and Seeds want. */
export const controlPlaneSmall = check({
  id: "sizing.control-plane-small",
  title: "Control-plane machines carry a medium etcd",
  severity: "warning",
  per: "plan",
  sources: ["kkp.setup-checklist", "etcd.hardware"],
  examine: (read, _plan, report) => {
    const { plan } = sizing;
    if (read.answer(plan.planningValues) !== "own" || read.optional(project.plan.purpose) !== "production") return;
    const cpu = read.answer(plan.controlPlaneCpu);
    const memory = read.answer(plan.controlPlaneMemory);
    const least = read.fact(controlPlaneMachine);
    if (cpu >= least.cpu && memory >= least.memory) return;
    const [cpuPath, memoryPath] = [read.path(plan.controlPlaneCpu), read.path(plan.controlPlaneMemory)];
    report({
      title: "Control-plane machines are below the medium class of etcd",
      message: `They have ${cpu} vCPU and ${memory} GiB; etcd of master and Seeds is planned as medium, with ${least.cpu} vCPU and ${least.memory} GiB.`,
      remedy: `Use ${least.cpu} vCPU and ${least.memory} GiB, or measure etcd under the load you expect.`,
      fixes: [
        {
          title: `Use ${Math.max(cpu, least.cpu)} vCPU and ${Math.max(memory, least.memory)} GiB`,
          set: [
            { path: cpuPath, value: Math.max(cpu, least.cpu) },
            { path: memoryPath, value: Math.max(memory, least.memory) },
          ],
        },
      ],
      answers: [cpuPath, memoryPath, read.path(project.plan.purpose)],
    });
  },
});
