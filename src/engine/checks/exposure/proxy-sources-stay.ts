import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { departs, proxyRuns } from "../../rules/basics/exposure.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { listed } from "../../values/sentence.ts";

/** A list that KKP adds to at every look and never shortens. */
export const proxySourcesStay = check({
  id: "exposure.proxy-sources-stay",
  title: "Allowed networks of the nodeport-proxy can be taken back",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.reconciler"],
  examine: (read, cluster, report) => {
    if (!departs(read, "proxy-sources") || read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(proxyRuns, cluster)) return;
    const given = read.answer(exposure.cluster.proxySources, cluster);
    if (given.length === 0) return;
    const name = clusterName(read, cluster);
    report({
      title: `Networks that leave the list of ${name} still reach its nodeport-proxy`,
      message: `Whenever KKP looks after ${name}, it adds ${listed(given)} to what spec.loadBalancerSourceRanges of the Service kubermatic/nodeport-proxy holds already, and takes nothing out: the list grows by ${given.length === 1 ? "one entry" : `${given.length} entries`} each time, and a network that is struck from the Seed object stays admitted.`,
      remedy: `Filter in front of the load balancer of ${name}, by rules of its own. Or, after each change of the Seed object, and where the list has grown long, write spec.loadBalancerSourceRanges of the Service by hand; the Seed object comes first, since KKP adds what it names again.`,
      answers: [read.path(exposure.plan.departures), read.path(exposure.cluster.proxySources, cluster)],
    });
  },
});
