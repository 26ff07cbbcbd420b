import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { check } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { clusterName, datacenterName } from "../../rules/basics/platform.ts";
import { workloadRoutes } from "../../rules/workloads/routes.ts";
import { balancerSoFar } from "../../rules/basics/balancer.ts";

/** One statement about the AS number of a router. */
interface Stated {
  readonly asn: number;
  readonly who: string;
  readonly path: AnswerPath;
}

/** A router that clusters of one place would enter with another AS number than those of another. */
export const routerAsn = check({
  id: "workloads.router-asn",
  title: "Each router has one AS number",
  severity: "warning",
  per: "plan",
  sources: ["metallb.bgp-config"],
  examine: (read, _plan, report) => {
    const byRouter = new Map<string, Stated[]>();
    const state = (router: string, stated: Stated): void => void byRouter.set(router, [...(byRouter.get(router) ?? []), stated]);
    for (const datacenter of read.subjects("datacenter")) {
      const routes = read.outcome(workloadRoutes, datacenter);
      if (routes.kind !== "known" || routes.value.routers.kind !== "known" || routes.value.routerAsn.kind !== "known") continue;
      for (const router of routes.value.routers.value) state(router, { asn: routes.value.routerAsn.value, who: `user clusters of ${datacenterName(read, datacenter)}`, path: read.path(workloadAddresses.datacenter.workloadRouterAsn, datacenter) });
    }
    if (byRouter.size === 0) return;
    for (const cluster of read.subjects("cluster")) {
      if (!balancerSoFar(read, cluster)?.peers) continue;
      for (const { address, asn } of read.optional(loadBalancer.cluster.peers, cluster) ?? []) state(address, { asn, who: clusterName(read, cluster), path: read.path(loadBalancer.cluster.peers, cluster) });
    }
    for (const [router, stated] of byRouter) {
      if (new Set(stated.map(({ asn }) => asn)).size < 2) continue;
      report({
        key: router,
        title: `${router} is entered with different AS numbers`,
        message: `${stated.map(({ who, asn }) => `${who}: AS ${asn}`).join("; ")}. A session with another number than the router's own is refused, and what it would announce is reached by nobody.`,
        remedy: "Ask the network team for the router's number, and state it in both places. Where the router answers with a number of its own to each of them, leave it.",
        answers: [...new Set(stated.map(({ path }) => path))],
      });
    }
  },
});
