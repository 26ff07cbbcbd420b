import { keptAddresses } from "../../answers/chapters/kept-addresses.ts";
import { check } from "../../kernel/check.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf, installedRelease } from "../../rules/basics/platform.ts";
import { reachedBy, strategyPaths } from "../../rules/basics/strategy-fix.ts";

/** An annotation that pins the shared address is copied to every user cluster's Service. */
export const pinnedAnnotations = check({
  id: "exposure.pinned-annotations",
  title: "A pinned address is asked for once",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  examine: (read, cluster, report) => {
    const pinned = read.optional(keptAddresses.cluster.keepNodeportProxy, cluster);
    // On an upgrade it is what the Service holds: nothing asks for it.
    if (pinned === undefined || read.outcome(installedRelease).kind === "known" || !read.rule(strategiesOf, cluster).includes("LoadBalancer")) return;
    const name = clusterName(read, cluster);
    report({
      title: `Annotations of ${name} reach every user cluster`,
      message: `Annotations of the nodeport-proxy's Service are copied to the Service of each user cluster with LoadBalancer. One that asks for ${pinned} would make all of them ask for the same address.`,
      remedy: "Keep the address by a pool of one address for the namespace kubermatic, not by an annotation on the Seed.",
      answers: [read.path(keptAddresses.cluster.keepNodeportProxy, cluster), ...strategyPaths(read, reachedBy(read, read.rule(datacentersOf, cluster), ["LoadBalancer"]))],
    });
  },
});
