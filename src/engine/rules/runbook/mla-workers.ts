import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, runsAlready } from "../basics/platform.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { atCluster, type StepRule } from "./step.ts";
import { dedicatedCount, dedicatedSeen, mlaMark } from "./worker-pools.ts";

/** What gives the marks to machines that follow, since those of a node go with it. */
function keptMarks(read: Reader, cluster: string): string {
  const { label, taint } = mlaMark(read);
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return `Whoever runs ${clusterName(read, cluster)} gives both to the pool of these nodes, so that nodes that follow carry them.`;
  if (read.rule(platformWorkers, cluster) === "static") {
    read.cite("kubeone.types");
    return `KubeOne gives labels and taints to a host when it sets it up and not afterwards: kubeone.yaml names ${label} in labels and ${taint} in taints of these hosts for the day on which one is set up anew.`;
  }
  read.cite("kubeone.additional-workers");
  return `Marks of a node go with its machine, so these workers come best from MachineDeployments of their own, with ${label} in spec.template.spec.metadata.labels and the taint in spec.template.spec.taints: \`kubeone config machinedeployments\` prints a manifest to begin with, which kubectl applies.`;
}

/** Label and taint of workers that carry the MLA stacks alone, on a platform that runs: its workers were made without. */
export const mlaWorkersStep: StepRule = rule({
  id: "runbook.mla-workers",
  title: "Step: workers of the MLA stacks",
  per: "cluster",
  sources: ["kubernetes.taints", "kkp.code.monitoring-values"],
  derive: (read, cluster) => {
    if (!runsAlready(read)) return read.notApplicable("Workers get label and taint when they are made.");
    if (!read.answer(monitoring.plan.mla) && !read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("No MLA stack is installed.");
    if (read.answer(observability.plan.nodes) === "shared") return read.notApplicable("The MLA stacks run on the workers that carry everything.");
    const count = dedicatedCount(read, cluster);
    if (count === 0) return read.notApplicable("The MLA stacks have no workers of their own.");
    const name = clusterName(read, cluster);
    const { key, label, taint } = mlaMark(read);
    const workers = formatCount(count, "worker");
    return [
      {
        id: `step.mla-workers[${cluster}]`,
        title: `Mark the workers of the MLA stacks on ${name}`,
        text: `The first command shows in a column of its own which nodes carry the label ${label}. Where ${workers} of ${name} do and show the taint as well, the step ends there. Otherwise their names stand in place of the placeholder; a volume that belongs to one zone needs one of them there. The taint keeps further pods off and moves none that are there: they leave when they start anew, or at once by \`kubectl drain\`. ${keptMarks(read, cluster)}`,
        commands: [
          atCluster(read, cluster),
          `kubectl get nodes -L ${key}`,
          `MLA_WORKERS='<fill-in: names of the ${workers} of ${name} for the MLA stacks, with blanks between them>'`,
          `kubectl label nodes $MLA_WORKERS ${label.replace(": ", "=")} --overwrite`,
          `kubectl taint nodes $MLA_WORKERS ${taint} --overwrite`,
          ...dedicatedSeen(read, cluster),
        ],
        from: read.cell,
        why: `The values of the stacks lead their pods to nodes with ${label} alone, and on ${name} pods without such a node stay pending.`,
      },
    ];
  },
});
