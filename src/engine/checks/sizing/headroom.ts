import { sizing } from "../../answers/chapters/sizing.ts";
import { soundPlanning } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";

/** Own planning values that leave nothing for updates and failures. */
export const headroom = check({
  id: "sizing.headroom",
  title: "Workers keep room for updates and failures",
  severity: "warning",
  also: ["blocker"],
  per: "plan",
  sources: ["kkp.cluster-requirements"],
  examine: (read, _plan, report) => {
    const { plan } = sizing;
    if (read.answer(plan.planningValues) !== "own") return;
    const sound = read.fact(soundPlanning);
    const share = read.answer(plan.usablePercent);
    const spare = read.answer(plan.spareWorkers);
    const pods = read.answer(plan.podsPerNode);
    if (share > sound.usablePercent) {
      const path = read.path(plan.usablePercent);
      report({
        key: "share",
        title: "Workers are planned nearly full",
        message: `${share} % of each worker are planned for; a rolling update and the pods on every node need the rest, and ${100 - share} % are not enough.`,
        remedy: `Plan for ${sound.usablePercent} % at most.`,
        fixes: [{ title: `Plan for ${sound.usablePercent} %`, set: [{ path, value: sound.usablePercent }] }],
        answers: [path],
      });
    }
    if (spare === 0) {
      const path = read.path(plan.spareWorkers);
      report({
        key: "spare",
        title: "No worker is kept to spare",
        message: "With 0 workers to spare, a lost machine leaves control planes of user clusters without a place until another one is there.",
        remedy: "Keep at least 1 worker to spare.",
        fixes: [{ title: "Keep 1 worker to spare", set: [{ path, value: 1 }] }],
        answers: [path],
      });
    }
    if (pods > sound.podsPerNode) {
      const path = read.path(plan.podsPerNode);
      report({
        key: "pods",
        severity: "blocker",
        title: "More pods on a worker than its addresses allow",
        message: `${pods} pods are planned on a worker; each node gets a pod range of /24, in which ${sound.podsPerNode} addresses are free.`,
        remedy: `Plan with ${sound.podsPerNode} pods at most, or give nodes a larger pod range when the cluster is built.`,
        fixes: [{ title: `Plan with ${sound.podsPerNode} pods`, set: [{ path, value: sound.podsPerNode }] }],
        answers: [path],
      });
    }
  },
});
