import { exposure } from "../../answers/chapters/exposure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { apiServersBalanced, withoutApiBalancers } from "../../rules/addresses/api-servers.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";
import { formatCount } from "../../values/figures.ts";

/** Services that KKP makes without the annotation by which a controller gives addresses. */
export const unlabelledApiServers = check({
  id: "balancers.unlabelled-api-servers",
  title: "API servers with a load balancer each ask for an address",
  severity: "warning",
  per: "cluster",
  sources: ["f5.service", "kkp.code.apiserver-service"],
  examine: (read, cluster, report) => {
    const { label } = kindRecord(read.answer(loadBalancer.cluster.kind, cluster));
    if (!label) return;
    const servers = read.rule(apiServersBalanced, cluster);
    if (servers === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `API servers of ${name} get no address by themselves`,
      message: `KKP makes a Service apiserver-external for ${formatCount(servers, "API server")} and has no field for its annotations, while ${label.controller} gives no address to a Service without ${label.annotation} or ${label.annotation.replace(/\/.*/, "/ip")}: each waits for ever. Another maker's controller may give them one unasked.`,
      remedy: `Leave the API servers to the expose strategy, or add ${label.annotation}: ${label.value} to apiserver-external in the namespace of each user cluster once it is there; KKP leaves an annotation that it does not know as it is.`,
      fixes: [withoutApiBalancers(read, cluster)],
      answers: [read.path(exposure.plan.departures), read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
