import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { lengthOf } from "../../rules/addresses/kept-runs.ts";
import { KEPT_RUN, pinsOf, RUNS } from "../../rules/addresses/pins.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { RUN_SERVICE } from "../../rules/addresses/run-pools.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";
import { WORDS } from "./kept-words.ts";

/** Addresses that user clusters hold before an upgrade, of which the plan knows nothing. */
export const heldByUserClusters = check({
  id: "addresses.held-by-user-clusters",
  title: "Addresses that user clusters hold are kept through an upgrade",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.front-loadbalancer", "metallb.pools"],
  examine: (read, cluster, report) => {
    const from = read.optional(project.plan.upgradeFrom);
    if (from === undefined || from === "none") return;
    const space = read.optionalRule(poolSpace, cluster);
    if (!space) return;
    const { runs } = read.rule(pinsOf, cluster);
    const unknown = RUNS.filter((run) => lengthOf(read, cluster, run) > 0 && runs[run].length === 0);
    if (unknown.length === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `${listed(unknown.map((run) => WORDS[run]))} of ${name} hold addresses that this plan does not know`.replace(/^./, (first) => first.toUpperCase()),
      message: `Services that are there keep what they got, anywhere in ${formatBlock(space.block)}. The plan counts on the highest addresses for them and takes low ones for entry and nodeport-proxy, so a new entry could ask for one that is taken, and a pool could leave out one that is in use.`,
      remedy: `Let kubectl get services --all-namespaces show the addresses of ${listed(unknown.map((run) => RUN_SERVICE[run]))} on ${name}, and keep them by hand before fields of pools and entry are changed.`,
      answers: [...unknown.map((run) => read.path(KEPT_RUN[run], cluster)), read.path(loadBalancer.cluster.pool, cluster)],
    });
  },
});
