import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { apiServersBalanced, withoutApiBalancers } from "../../rules/addresses/api-servers.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { annotationAt, annotationOf } from "../../rules/settings/cloud-annotations.ts";
import { formatCount } from "../../values/figures.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** What a controller asks a Service for, as parts of sentences. */
interface Asked {
  readonly controller: string;
  readonly annotation: string;
  /** Annotations any of which will do. */
  readonly any: string;
  readonly value: string;
  /** Added to the message, as a sentence after a space. */
  readonly unless: string;
}

/** What gives addresses to Services of a cluster asks for; undefined where it asks for nothing. */
function asked(read: Reader, cluster: string): Asked | undefined {
  const { label, addressesFrom } = balancerOf(read, cluster);
  if (label) return { ...label, any: `${label.annotation} or ${label.annotation.replace(/\/.*/, "/ip")}`, unless: " Another maker's controller may give them one unasked." };
  const needed = addressesFrom === "provider" ? annotationOf(read.answer(infrastructure.cluster.provider, cluster)) : undefined;
  if (!needed) return undefined;
  const value = annotationAt(read, needed, read.answer(infrastructure.cluster.place, cluster));
  return value?.kind === "known" ? { ...needed, any: needed.annotation, value: value.value, unless: "" } : undefined;
}

/** Services that KKP makes without the annotation by which a controller gives addresses. */
export const unlabelledApiServers = check({
  id: "balancers.unlabelled-api-servers",
  title: "API servers with a load balancer each ask for an address",
  severity: "warning",
  per: "cluster",
  sources: ["f5.service", "hetzner.balancer-annotations", "kkp.code.apiserver-service"],
  examine: (read, cluster, report) => {
    const needed = asked(read, cluster);
    if (!needed) return;
    const servers = read.rule(apiServersBalanced, cluster);
    if (servers === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `API servers of ${name} get no address by themselves`,
      message: `KKP makes a Service apiserver-external for ${formatCount(servers, "API server")} and has no field for its annotations, while ${needed.controller} gives no address to a Service without ${needed.any}: each waits for ever.${needed.unless}`,
      remedy: `Leave the API servers to the expose strategy, or add ${needed.annotation}: ${needed.value} to apiserver-external in the namespace of each user cluster once it is there; KKP leaves an annotation that it does not know as it is.`,
      fixes: [withoutApiBalancers(read, cluster)],
      answers: [read.path(exposure.plan.departures), read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
