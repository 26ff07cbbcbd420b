import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ownStore } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { ownDriverOf } from "../storage/own-driver.ts";
import { atCluster, onlyInstalling, type StepRule } from "./step.ts";

/** The storage driver of a cluster that KubeOne has just built, where none comes with its infrastructure or another one is wanted. */
export const storageDriver: StepRule = rule({
  id: "runbook.storage-driver",
  title: "Step: storage driver",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("Whoever has built the cluster hands it over with its driver.");
    const driver = ownDriverOf(read, cluster);
    if (!driver) return read.notApplicable("KubeOne installs the driver of the infrastructure.");
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.storage-driver[${cluster}]`,
        title: `Install ${driver.words} on ${name}`,
        text: `The storage team installs it from the chart or the manifests in the folder storage of ${name}, in the release that it has chosen. ${read.fact(ownStore)} Go on when the last command names the driver and the one before lists no pod of it.`,
        commands: [atCluster(read, cluster), "kubectl get pods --all-namespaces --field-selector=status.phase!=Running,status.phase!=Succeeded", "kubectl get csidrivers"],
        from: read.cell,
        why: `KubeOne brings no driver but that of an infrastructure, and a class of ${driver.words} makes no volume on ${name} before it runs.`,
      },
    ];
  },
});
