import { certificates } from "../../answers/chapters/certificates.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { issuerOf } from "../../issuers/registry.ts";
import { check } from "../../kernel/check.ts";
import { masterCluster, release } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";

/** An entry on ports of the nodes: what then carries a port, and what fails. */
export const nodePortEntry = check({
  id: "entry.node-port-entry",
  title: "The entry answers on the usual ports",
  severity: "warning",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.mla-user-cluster", "letsencrypt.challenges"],
  examine: (read, _plan, report) => {
    const master = read.rule(masterCluster);
    if (kindRecord(read.answer(loadBalancer.cluster.kind, master)).addressesFrom !== "nodes") return;
    const { nodePorts } = read.rule(release).entry;
    const kind = read.path(loadBalancer.cluster.kind, master);
    report({
      key: "urls",
      title: `Every URL of the platform carries port ${nodePorts.https}`,
      message: `Without a load balancer the entry answers on ${nodePorts.https} and ${nodePorts.http} of the nodes. Token issuer and redirect URIs of this plan carry it, and every bookmark and script needs it too.`,
      remedy: `Keep the port in all of them. Where something forwards TCP 443 and 80 to ${nodePorts.https} and ${nodePorts.http} instead, name it as the load balancer of this cluster, an appliance, and the port is gone.`,
      answers: [kind],
    });
    if (issuerOf(read.answer(certificates.plan.issuance)).challenge === "http01") {
      report({
        key: "http01",
        severity: "blocker",
        title: "HTTP-01 cannot reach an entry on node ports",
        message: `The challenge comes to TCP 80, and the entry answers on ${nodePorts.http}.`,
        remedy: "Prove the names by DNS-01, supply the certificate, or forward TCP 80.",
        fixes: (["dns01", "supplied"] as const).map((value) => ({ title: value === "dns01" ? "Prove by DNS-01" : "Supply the certificate", set: [{ path: read.path(certificates.plan.issuance), value }] })),
        answers: [kind, read.path(certificates.plan.issuance)],
      });
    }
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
