import { certificates } from "../../answers/chapters/certificates.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { dialledNodePorts } from "../../rules/addresses/url-port.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { forwarding } from "../../rules/firewall/forwarding.ts";
import { issuer } from "../../rules/certificates/issuer.ts";
import { servedHosts } from "../../rules/certificates/hosts.ts";

/** HTTP-01 for an entry that answers on ports of the nodes. */
export const http01NodePorts = check({
  id: "certificates.http01-node-ports",
  title: "HTTP-01 finds the entry on TCP 80",
  severity: "blocker",
  per: "cluster",
  sources: ["letsencrypt.challenges", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge !== "http01" || read.rule(servedHosts, cluster).length === 0) return;
    if (read.outcome(dialledNodePorts, cluster).kind === "not-applicable") return;
    const { http } = read.rule(dialledNodePorts, cluster);
    // A stated public address leads TCP 80 on to the port of the nodes: a row and a line of the checklist say so.
    const led = onInternet ? read.optionalRule(forwarding, cluster) : undefined;
    if (led?.dialledBy === "authority" && led.address.kind === "known") return;
    const path = read.path(certificates.plan.issuance);
    report({
      title: `Nothing on ${clusterName(read, cluster)} answers on TCP 80`,
      message: `Challenges of HTTP-01 come to TCP 80 and to no other port. Without a load balancer the entry answers on ${http} of each node.`,
      remedy: "State the public address from which TCP 80 is led on to the port of the nodes, or take DNS-01 or another issuer.",
      fixes: [
        { title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] },
        { title: "Use Let's Encrypt by DNS-01", set: [{ path, value: "dns01" }] },
      ],
      answers: [path, read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
