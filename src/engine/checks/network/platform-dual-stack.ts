import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { platformDualStack } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { platformDual, refusesBothFamilies } from "../../rules/basics/families.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** A platform in two address families that KubeOne refuses to build, whose load balancer has one, or that nobody has described. */
export const platformDualStackCheck = check({
  id: "network.platform-dual-stack",
  title: "Clusters and load balancers of the platform carry both families",
  severity: "warning",
  also: ["blocker"],
  per: "cluster",
  sources: ["kkp.dual-stack", "kkp.code.nodeport-proxy", "kkp.code.envoy-values", "kubeone.validation"],
  examine: (read, cluster, report) => {
    if (!platformDual(read)) return;
    const kind = balancerOf(read, cluster);
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const name = clusterName(read, cluster);
    const path = read.path(families.plan.platformFamily);
    const answers = [path, read.path(loadBalancer.cluster.kind, cluster)];
    const missing =
      kind.addressesFrom === "provider" && provider.dualStack?.loadBalancer !== "both"
        ? `Load balancers of ${provider.title} give a Service ${provider.dualStack?.loadBalancer === "first" ? "its first family only" : "no IPv6 address"}`
        : kind.addressesFrom === "hub" || kind.addressesFrom === "nodes"
          ? `With “${kind.title}” no source names a second address`
          : undefined;
    const fixes = [{ title: "Keep IPv4 for the platform", set: [{ path, value: "ipv4" }] }];
    const refused = refusesBothFamilies(read, cluster);
    if (refused) {
      report({
        key: "kubeone",
        severity: "blocker",
        title: `KubeOne builds ${name} in no second family`,
        message: `KubeOne takes ipFamily IPv4+IPv6 on AWS, vSphere and machines that are listed; for ${provider.title} it refuses the manifest before it makes anything.`,
        remedy: `Keep IPv4 for the platform, or have ${name} built with both families by somebody else than KubeOne.`,
        fixes,
        answers: [path, read.path(infrastructure.cluster.provider, cluster), read.path(infrastructure.cluster.provisioning, cluster)],
      });
    }
    if (missing !== undefined) {
      report({
        key: "one-family",
        severity: "blocker",
        title: `${name} gets no IPv6 addresses`,
        message: `${missing}, so entry and nodeport-proxy of ${name} would wait for one for ever.`,
        remedy: "Keep IPv4 for the platform, or announce addresses of both families yourself.",
        fixes,
        answers,
      });
    }
    if (refused || missing !== undefined) return;
    const terms = kind.addressesFrom === "provider" ? provider.dualStack?.terms : undefined;
    // Recorded, so that the reader sees how far it is confirmed.
    read.fact(platformDualStack);
    report({
      title: `Nobody has described ${name} in both families`,
      message: `KKP has fields for it, and its documentation shows user clusters alone; whether their API servers answer over IPv6 behind the nodeport-proxy is not confirmed.${kind.secondFamily === undefined ? "" : ` ${kind.secondFamily}`}${terms ? ` ${read.fact(terms.ofPlatform)}` : ""}`,
      remedy: `${read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone" ? "Build the cluster with both families (ipFamily IPv4+IPv6 in KubeOne's clusterNetwork, and ipv6Addresses of each host)" : "Have the cluster made with both families"}, and prove it with a test Service and one user cluster before names get their AAAA records.`,
      answers,
    });
  },
});
