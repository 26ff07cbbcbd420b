import { versions } from "../../answers/chapters/versions.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, releaseIn } from "../../rules/basics/platform.ts";
import { offers } from "../../rules/basics/kubernetes.ts";

/** A cluster that is there, with a Kubernetes that the release does not offer. */
export const kubernetesVersion = check({
  id: "versions.platform-kubernetes",
  title: "Clusters that are there run a Kubernetes of the release",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.supported-versions"],
  examine: (read, cluster, report) => {
    const version = read.optional(versions.cluster.kubernetes, cluster);
    if (version === undefined) return;
    const { id, kubernetes } = releaseIn(read);
    if (offers(kubernetes, version)) return;
    read.fact(platformKubernetes);
    const name = clusterName(read, cluster);
    report({
      title: `${name} runs a Kubernetes that KKP ${id} does not offer`,
      message: `${name} runs ${version === "older" || version === "newer" ? `a ${version} Kubernetes` : `Kubernetes ${version}`}; KKP ${id} offers ${kubernetes.oldest} to ${kubernetes.newest}. That list is made for user clusters; none is published for master and Seeds.`,
      remedy: `Have ${name} brought to ${kubernetes.oldest}–${kubernetes.newest} before the installation, or ask Kubermatic whether it may stay.`,
      answers: [read.path(versions.cluster.kubernetes, cluster)],
    });
  },
});
