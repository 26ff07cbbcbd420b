import { diskSpeeds, etcdLatency, fioRecipe, toolingImage } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { KubeOneSupport } from "../../providers/contract/kubeone/support.ts";
import { formatFigure } from "../../values/figures.ts";
import { filled } from "../../values/filled.ts";
import { folded } from "../../values/folded.ts";
import { clusterName } from "../basics/platform.ts";
import { controlPlaneSizing } from "../sizing/control-planes.ts";
import { AS_ROOT, imageAt } from "./image.ts";
import { atCluster, onlyInstalling, type Step, type StepRule } from "./step.ts";

/** What the files of the example get so that the disks of control planes are as fast as planned; a sentence or more with a blank before it. */
export function disksInFiles(read: Reader, { controlPlaneDisk: disk }: KubeOneSupport, cluster: string): string {
  if (!disk) return "";
  const [planned] = read.rule(controlPlaneSizing, cluster);
  if (!planned) return "";
  read.cite(...disk.sources);
  const known = disk.speedOf === undefined ? undefined : diskSpeeds[disk.speedOf];
  // Which size serves how much is told where the machines are sized.
  const speed = known && read.aside(() => read.fact(known));
  const included = speed?.order ? (speed.steps[0]?.[1] ?? 0) : 0;
  const words = {
    iops: formatFigure(planned.iops),
    iopsOrdered: String(Math.max(planned.iops, included)),
    bandwidth: String(planned.bandwidth),
    disk: String(planned.disk),
  };
  return ` ${filled(disk.change, words)}`;
}

/** Runs the recipe on the disk of every control plane; everything in it is ours, no answer enters. */
const onEach = (recipe: string, image: string): readonly string[] => [
  "for node in $(kubectl get nodes -l node-role.kubernetes.io/control-plane -o jsonpath='{.items[*].metadata.name}'); do",
  "kubectl apply -f - <<EOF",
  "apiVersion: v1",
  "kind: Pod",
  "metadata: { name: fio-control-plane, namespace: kube-system }",
  "spec:",
  "  restartPolicy: Never",
  "  nodeName: $node",
  "  tolerations: [{ operator: Exists }]",
  "  volumes:",
  "    - { name: test, hostPath: { path: /var/lib/fio-test, type: DirectoryOrCreate } }",
  "  containers:",
  "    - name: fio",
  `      image: ${image}`,
  AS_ROOT,
  "      command:",
  "        - sh",
  "        - -c",
  ...folded("- ", `${recipe} && rm -f /mnt/test/etcd.*`, 10),
  "      volumeMounts: [{ name: test, mountPath: /mnt/test }]",
  "EOF",
  "kubectl -n kube-system wait pod/fio-control-plane --for=jsonpath='{.status.phase}'=Succeeded --timeout=10m",
  "kubectl -n kube-system logs fio-control-plane",
  "kubectl -n kube-system delete pod/fio-control-plane",
  "done",
];

/** The proof that the etcd of the cluster itself can live on the disks of its control planes. */
export const controlPlaneDisks: StepRule = rule({
  id: "runbook.control-plane-disks",
  title: "Step: disks of control planes",
  per: "cluster",
  sources: ["ibm.fio-etcd"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    return [measured(read, cluster)];
  },
});

function measured(read: Reader, cluster: string): Step {
  const name = clusterName(read, cluster);
  const [planned] = read.rule(controlPlaneSizing, cluster);
  const { fsync } = read.fact(etcdLatency);
  const asked = planned ? ` They are planned for ${formatFigure(planned.iops)} IOPS and ${planned.bandwidth} MB/s.` : "";
  return {
    id: `step.control-plane-fio[${cluster}]`,
    title: `Measure the control-plane disks of ${name}`,
    text: `fio runs on the disk of each control plane, below /var/lib as etcd does. Passed when the 99th percentile of fdatasync stays below ${fsync} ms on each.${asked} Otherwise stop here: machines with other disks are made while nothing stands on them.`,
    commands: [atCluster(read, cluster), ...onEach(read.fact(fioRecipe), imageAt(read, cluster, read.fact(toolingImage)))],
    from: read.cell,
    why: `The etcd of ${name} itself lives on these disks, and a slow one shows as a Kubernetes API that loses its leader.`,
  };
}
