import { fronts } from "../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { check } from "../../kernel/check.ts";
import { dialledNodePorts } from "../../rules/addresses/url-port.ts";
import { masterCluster } from "../../rules/basics/platform.ts";

/** An entry on ports of the nodes: what then carries a port, and what fails. */
export const nodePortEntry = check({
  id: "entry.node-port-entry",
  title: "The entry answers on the usual ports",
  severity: "warning",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.mla-user-cluster"],
  examine: (read, _plan, report) => {
    const master = read.rule(masterCluster);
    if (read.outcome(dialledNodePorts, master).kind === "not-applicable") return;
    const nodePorts = read.rule(dialledNodePorts, master);
    const lead = { title: "Lead 443 and 80 on to the nodes", set: [{ path: read.path(fronts.cluster.nodeFrontPorts, master), value: "usual" }] };
    const kind = read.path(loadBalancer.cluster.kind, master);
    report({
      key: "urls",
      title: `Every URL of the platform carries port ${nodePorts.https}`,
      message: `Without a load balancer the entry answers on ${nodePorts.https} and ${nodePorts.http} of the nodes. Redirect URIs of this plan carry ${nodePorts.https}, and so does the token issuer where Dex is it; whoever leaves it out reaches nothing.`,
      remedy: `Have something in front lead TCP 443 and 80 on to ${nodePorts.https} and ${nodePorts.http}.`,
      fixes: [lead],
      answers: [kind],
    });
    if (read.answer(monitoring.plan.userClusterMla) && read.answer(monitoring.plan.seedUis).length > 0) {
      report({
        key: "links",
        title: "Links to Grafana and Alertmanager of user clusters fail",
        message: `The dashboard writes these links without a port, so they lead to TCP 443 and not to ${nodePorts.https}.`,
        remedy: "Have TCP 443 led on to the nodes, or tell users to add the port.",
        fixes: [lead],
        answers: [kind, read.path(monitoring.plan.seedUis)],
      });
    }
  },
});
