import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, release } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";

/** An entry on ports of the nodes: what then carries a port, and what fails. */
export const nodePortEntry = check({
  id: "entry.node-port-entry",
  title: "The entry answers on the usual ports",
  severity: "warning",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.mla-user-cluster"],
  examine: (read, _plan, report) => {
    const master = read.rule(masterCluster);
    if (kindRecord(read.answer(loadBalancer.cluster.kind, master)).addressesFrom !== "nodes") return;
    const { nodePorts } = read.rule(release).entry;
    const kind = read.path(loadBalancer.cluster.kind, master);
    report({
      key: "urls",
      title: `Every URL of the platform carries port ${nodePorts.https}`,
      message: `Without a load balancer the entry answers on ${nodePorts.https} and ${nodePorts.http} of the nodes. Token issuer, redirect URIs and every bookmark need ${nodePorts.https}; the addresses in this plan are written without it.`,
      remedy: `Write the port into token issuer and redirect URIs, or forward TCP 443 and 80 to ${nodePorts.https} and ${nodePorts.http}.`,
      answers: [kind],
    });
    if (read.answer(monitoring.plan.userClusterMla) && read.answer(monitoring.plan.seedUis).length > 0) {
      report({
        key: "links",
        title: "Links to Grafana and Alertmanager of user clusters fail",
        message: `The dashboard writes these links without a port, so they lead to TCP 443 and not to ${nodePorts.https}.`,
        remedy: "Forward TCP 443, or tell users to add the port.",
        answers: [kind, read.path(monitoring.plan.seedUis)],
      });
    }
  },
});
