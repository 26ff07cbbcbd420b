import { rule } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { KKP_PROFILES, ownProfiles } from "../basics/own-profiles.ts";
import { clusterName, datacenterName, datacentersOf } from "../basics/platform.ts";
import { atCluster, folderOf, onlyInstalling, type StepRule } from "./step.ts";

/** The customer's profiles on a Seed, from which KKP copies them into user clusters. */
export const ownProfilesStep: StepRule = rule({
  id: "runbook.own-profiles",
  title: "Step: profiles of operating systems",
  per: "cluster",
  sources: ["kkp.osm-usage"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    const served = read.rule(datacentersOf, cluster).filter((id) => ownProfiles(read, id).length > 0);
    if (served.length === 0) return read.notApplicable(KKP_PROFILES);
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.profiles[${cluster}]`,
        title: `Enter your profiles of operating systems on ${name}`,
        text: "operating-system-profiles.yaml holds each as CustomOperatingSystemProfile of the namespace kubermatic, under the name that the Seed object gives for its system. KKP copies them into every user cluster.",
        commands: [atCluster(read, cluster), `kubectl apply -f ${folderOf(read, cluster)}/operating-system-profiles.yaml`, "kubectl -n kubermatic get customoperatingsystemprofiles"],
        from: read.cell,
        why: `Machines of ${listed(served.map((id) => datacenterName(read, id)))} name them, and none is made while its profile is not there.`,
      },
    ];
  },
});
