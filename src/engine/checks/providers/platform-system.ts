import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { check } from "../../kernel/check.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** Operating system of a platform cluster that machine-controller does not set up on its infrastructure. */
export const platformSystem = check({
  id: "providers.platform-system",
  title: "Operating system of the platform's machines",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.os-support", "kubeone.os-support"],
  examine: (read, cluster, report) => {
    const chosen = read.optional(versions.cluster.operatingSystem, cluster);
    if (chosen === undefined || read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const offered = provider.operatingSystems.filter((id) => (operatingSystemOf(id) as OperatingSystem).withKubeOne);
    if (offered.length === 0 || offered.includes(chosen)) return;
    const path = read.path(versions.cluster.operatingSystem, cluster);
    const words = listed(offered.map((id) => operatingSystemOf(id).title));
    const { title } = operatingSystemOf(chosen);
    report({
      title: `${provider.title} has no workers of ${clusterName(read, cluster)} with ${title}`,
      message: `Machines of ${clusterName(read, cluster)} are to run ${title}; KubeOne makes workers by machine-controller, with which KKP supports ${words} on ${provider.title}.`,
      remedy: `Choose among ${words}.`,
      fixes: offered.map((id) => ({ title: `Take ${operatingSystemOf(id).title}`, set: [{ path, value: id }] })),
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
