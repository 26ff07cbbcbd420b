import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** A Seed on Cilium needs a policy before it is added. */
export const seedOnCilium = check({
  id: "balancers.seed-on-cilium",
  title: "A Seed on Cilium lets its API servers be reached",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.add-seed"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    if (read.optional(fronts.cluster.cni, cluster) !== "cilium") return;
    const name = clusterName(read, cluster);
    report({
      title: `${name} needs a cluster-wide network policy before it is added`,
      message: `Cilium does not match the Kubernetes API by address in ordinary network policies, so pods of user clusters' control planes on ${name} would be cut off from it.`,
      remedy: `Apply the CiliumClusterwideNetworkPolicy of the documentation to ${name} before its Seed object is created.`,
      answers: [read.path(fronts.cluster.cni, cluster)],
    });
  },
});
