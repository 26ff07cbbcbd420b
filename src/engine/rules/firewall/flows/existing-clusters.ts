import { access } from "../../../answers/chapters/access.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { rule } from "../../../kernel/rule.ts";
import { apiPortOf } from "../../basics/provisioning.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { isSeparateSeed, placeOfCluster } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From the machine that runs the installer to a cluster that somebody else runs or has built. */
export const installerToExistingCluster = rule<readonly FlowDraft[]>({
  id: "firewall.installer-to-existing-cluster",
  title: "Installation on a cluster that is there",
  per: "cluster",
  sources: ["kkp.install-ce"],
  derive: (read, cluster) => {
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return read.notApplicable("KubeOne builds this cluster.");
    const bastion = read.answer(access.plan.bastion);
    const place = placeOfCluster(read, cluster);
    if (bastion && isSeparateSeed(read, cluster) && placeOfCluster(read, read.rule(masterCluster)) !== place) return read.notApplicable("The bastion at the master calls its Kubernetes API.");
    const name = clusterName(read, cluster);
    return [
      flow(read, {
        refs: ["E12"],
        of: cluster,
        source: bastion ? ends.bastion(place) : ends.engineers,
        destination: ends.api(cluster),
        ports: apiPortOf(read, cluster),
        reason: "The KKP installer calls the Kubernetes API",
        lifetime: "installation and operation",
        why: `Charts, Seeds and upgrades are applied through the Kubernetes API of ${name}, which ${provisioning === "managed" ? "the provider runs" : "is there already"}; nobody needs SSH to its machines.`,
      }),
    ];
  },
});
