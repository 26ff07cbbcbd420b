import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { entryAddress } from "../../rules/addresses/assignments.ts";
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
  sources: ["letsencrypt.challenges", "cert-manager.http01", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge !== "http01" || read.rule(servedHosts, cluster).length === 0) return;
    if (read.outcome(dialledNodePorts, cluster).kind === "not-applicable") return;
    const { http } = read.rule(dialledNodePorts, cluster);
    // A stated public address leads TCP 80 on to the port of the nodes: a row and a line of the checklist say so.
    const led = onInternet ? read.optionalRule(forwarding, cluster) : undefined;
    const forwarded = led?.forAuthority && led.address.kind === "known" ? led.address.value : undefined;
    const path = read.path(certificates.plan.issuance);
    const kindPath = read.path(loadBalancer.cluster.kind, cluster);
    const others = [
      { title: "Let your PKI supply the certificate", set: [{ path, value: "supplied" }] },
      { title: "Use Let's Encrypt by DNS-01", set: [{ path, value: "dns01" }] },
    ];
    if (forwarded !== undefined) {
      // Names with one view lead cert-manager to the public address as well.
      if (read.answer(dns.plan.zone) !== "split") return;
      const { address } = read.rule(entryAddress, cluster);
      const front = address.kind === "known" ? address.value : `the entry of ${clusterName(read, cluster)}`;
      const [zonePath, portsPath] = [read.path(dns.plan.zone), read.path(fronts.cluster.nodeFrontPorts, cluster)];
      report({
        key: "self-check",
        title: `cert-manager finds nothing on TCP 80 of ${front}`,
        message: `${forwarded} leads TCP 80 on to ${http} of the nodes for the internet alone. Inside, the split zone shows ${front}, where the entry answers on ${http} and not on 80; cert-manager asks there for each challenge first, on TCP 80, and tells Let's Encrypt of none that it does not find.`,
        remedy: `Lead TCP 443 and 80 of ${front} on to the ports of the nodes, or take DNS-01 or another issuer.`,
        fixes: [{ title: `Lead 443 and 80 of ${front} on to the nodes`, set: [{ path: portsPath, value: "usual" }] }, ...others],
        answers: [path, zonePath, portsPath, kindPath],
      });
      return;
    }
    report({
      title: `Nothing on ${clusterName(read, cluster)} answers on TCP 80`,
      message: `Challenges of HTTP-01 come to TCP 80 and to no other port. Without a load balancer the entry answers on ${http} of each node.`,
      remedy: "State the public address from which TCP 80 is led on to the port of the nodes, or take DNS-01 or another issuer.",
      fixes: others,
      answers: [path, kindPath],
    });
  },
});
