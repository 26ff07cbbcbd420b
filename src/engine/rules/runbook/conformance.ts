import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { conformanceHours, conformanceOffline, conformanceTest, smokeTest } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { formatCount } from "../../values/figures.ts";
import { quote } from "../../values/shell.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { registryInWords } from "../internet/offline.ts";
import { atCluster, folderOf, onlyInstalling, type StepRule } from "./step.ts";
import { pastTaints } from "./worker-pools.ts";

/** Proof that a cluster behaves as Kubernetes does, before KKP stands on it. */
export const conformance: StepRule = rule({
  id: "runbook.conformance",
  title: "Step: conformance",
  per: "cluster",
  sources: ["cncf.conformance", "kkp.setup-checklist", "sonobuoy.docs"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const name = clusterName(read, cluster);
    const production = read.answer(project.plan.purpose) === "production";
    const run = `${production ? read.fact(conformanceTest) : read.fact(smokeTest)}${pastTaints(read, cluster)}`;
    const offline = !reachesInternet(read, placeOfCluster(read, cluster));
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    return [
      {
        id: `step.conformance[${cluster}]`,
        title: `Test Kubernetes on ${name}`,
        text: production
          ? `The whole test takes about ${formatCount(read.fact(conformanceHours), "hour")} and must end without a failed test; keep its report for the acceptance.`
          : "The quick mode is enough for a trial; a platform for production passes the whole conformance test.",
        commands: [atCluster(read, cluster), ...(offline ? offlineRun(read, cluster, run) : [run]), 'sonobuoy results "$(sonobuoy retrieve)"', "sonobuoy delete --wait"],
        from: read.cell,
        why: `Nodes of ${name} that cannot reach each other, and a cluster network that drops packets, show here and not in the first user cluster${built ? "" : "; it also tells whoever built the cluster from whoever installs KKP"}.`,
      },
    ];
  },
});

/** The same run with every image from the private registry, in the version that the cluster has. */
function offlineRun(read: Reader, cluster: string, run: string): readonly string[] {
  const { image, conformance: tests, plugin } = read.fact(conformanceOffline);
  const registry = registryInWords(read);
  const places = `${folderOf(read, cluster)}/sonobuoy-images.yaml`;
  return [
    `KUBERNETES="$(kubectl get nodes -o jsonpath='{.items[0].status.nodeInfo.kubeletVersion}')"`,
    `sonobuoy gen default-image-config | sed ${quote(`s#: .*#: ${registry}#`)} > ${places}`,
    `${run} --plugin ${plugin} --sonobuoy-image ${quote(`${registry}/${image}`)}:"$(sonobuoy version --short)" --kube-conformance-image ${quote(`${registry}/${tests}`)}:"$KUBERNETES" --e2e-repo-config ${places}`,
  ];
}
