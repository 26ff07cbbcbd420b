import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { nodesAreDialled } from "../../rules/addresses/front-sources.ts";
import { proxyRuns, strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** NodePort without nodeport-proxy: names lead to nodes, and someone must follow them. */
export const namesOfNodes = check({
  id: "exposure.names-of-nodes",
  title: "Names of user clusters follow the nodes",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || read.rule(proxyRuns, cluster)) return;
    if (!read.rule(strategiesOf, cluster).includes("NodePort") || !nodesAreDialled(read, cluster)) return;
    const name = clusterName(read, cluster);
    report({
      title: `Names of user clusters of ${name} change by hand`,
      message: `Without nodeport-proxy the wildcard of ${name} leads to its nodes. Each node that is replaced takes user clusters out of reach until somebody changes the record.`,
      remedy: "Keep the nodeport-proxy and give it an address, or agree who changes the record at every replacement of a node.",
      answers: [read.path(fronts.cluster.nodeFront, cluster), read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
