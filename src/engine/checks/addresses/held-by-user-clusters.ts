import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { lengthOf } from "../../rules/addresses/kept-runs.ts";
import { KEPT_RUN, RUNS } from "../../rules/addresses/pins.ts";
import { poolGround } from "../../rules/addresses/pool-space.ts";
import { RUN_SERVICE } from "../../rules/addresses/run-pools.ts";
import { cutsPools } from "../../rules/addresses/runs.ts";
import { slotsOf } from "../../rules/addresses/slots.ts";
import { clusterName, installedRelease } from "../../rules/basics/platform.ts";
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
    if (read.outcome(installedRelease).kind !== "known") return;
    const space = read.optionalRule(poolGround, cluster);
    if (!space) return;
    const cuts = cutsPools(read, cluster);
    const comes = read.rule(slotsOf, cluster).includes("former-entry");
    const unknown = RUNS.filter((run) => lengthOf(read, cluster, run) > 0 && read.optional(KEPT_RUN[run], cluster) === undefined);
    if (unknown.length === 0 || (!cuts && !comes)) return;
    const withheld = [...(comes ? ["gives no new entry an address, which could be taken"] : []), ...(cuts ? ["cuts no pool, which could leave out one that is in use"] : [])];
    const name = clusterName(read, cluster);
    report({
      title: `${listed(unknown.map((run) => WORDS[run]))} of ${name} hold addresses that this plan does not know`.replace(/^./, (first) => first.toUpperCase()),
      message: `Services that are there keep what they got, anywhere in ${formatBlock(space.block)}. Until they are told, the plan ${listed(withheld)}.`,
      remedy: `Let kubectl get services --all-namespaces show the addresses of ${listed(unknown.map((run) => RUN_SERVICE[run]))} on ${name}, and state them, or that there is none, before fields of pools and entry are changed.`,
      answers: [...unknown.map((run) => read.path(KEPT_RUN[run], cluster)), read.path(loadBalancer.cluster.pool, cluster)],
    });
  },
});
