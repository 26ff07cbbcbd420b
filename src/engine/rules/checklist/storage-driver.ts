import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ownStore } from "../../facts/storage.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { placeOfCluster } from "../firewall/subjects.ts";
import { reachesInternet } from "../firewall/way-out.ts";
import { ownDriverOf } from "../storage/own-driver.ts";
import { itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { REPOSITORY } from "./uses.ts";

/** The storage driver that the storage team brings: what can exist before its cluster does, or the driver itself where the cluster is there. */
const storageDriver = rule<readonly Draft[]>({
  id: "checklist.storage-driver",
  title: "Checklist: storage driver",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  derive: (read, cluster) => {
    onlyForNew(read);
    const driver = ownDriverOf(read, cluster);
    if (!driver) return read.notApplicable("The driver of the infrastructure serves the classes.");
    const name = clusterName(read, cluster);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    // Nodes take no image but from the private registry, and no tool of KKP or KubeOne knows those of this driver.
    const offline = !reachesInternet(read, placeOfCluster(read, cluster));
    const row = `storage-driver[${cluster}]`;
    const common = { team: "storage", chapter: "storage", blockedBy: openIn(driver.name) } as const;
    return [
      built
        ? itemOf(read, row, {
            ...common,
            title: `Release of ${driver.words} chosen for ${name}, with its chart or manifests${offline ? ", a list of their images" : ""} and the parameters of its classes`,
            verify: `They lie in the folder storage of ${name} in the repository, with the values for ${name}${offline ? "; whoever fills the private registry has the list, and a place for each image there" : ", and the nodes may pull their images"}; ${name}/storageclass.yaml has no placeholder`,
            uses: [REPOSITORY, ...(offline ? ["mirror-registry", "mirror-host"] : [])],
            how: offline ? "The storage team carries chart or manifests into the folder, so that nothing is loaded when they are installed; the images are copied by the step that fills the private registry." : "",
            why: `The driver is installed right after KubeOne has built ${name}, and nothing of KKP before it runs. ${read.fact(ownStore)}`,
          })
        : itemOf(read, row, {
            ...common,
            title: `Storage driver in ${name}${driver.name.kind === "known" ? `: ${driver.name.value}` : ""}, with the parameters of its classes`,
            verify: `\`kubectl get csidrivers\` names ${driver.name.kind === "known" ? driver.name.value : "it"}, and a test volume that it makes is bound to a pod and deleted again`,
            why: `KKP brings no driver into ${name}, and every claim for a volume there waits for ever without one. ${read.fact(ownStore)}`,
            after: [`existing-cluster[${cluster}]`, ...(offline ? ["mirror-registry"] : [])],
            uses: offline ? ["mirror-host", "account.registry-push"] : [],
            how: offline ? "Its images come from the private registry: whoever fills it copies them there before, and chart or manifests are carried to where they are installed." : "",
          }),
    ];
  },
});

export const storageDriverItems: readonly Rule<readonly Draft[]>[] = [storageDriver];
