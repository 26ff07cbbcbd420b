import { certificates } from "../../../answers/chapters/certificates.ts";
import { dns } from "../../../answers/chapters/dns.ts";
import { project } from "../../../answers/chapters/project.ts";
import { zoneApiHosts } from "../../../facts/external-hosts.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { entryAddress } from "../../addresses/assignments.ts";
import { clusterName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { isSeparateSeed, placeOfCluster } from "../subjects.ts";
import { wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** How certificates of a cluster's entry are issued. Ends the rule where the cluster has no entry or the PKI supplies them. */
function issuanceAt(read: Reader, cluster: string): "http01" | "dns01" {
  const issuance = read.answer(certificates.plan.issuance);
  if (issuance === "supplied") return read.notApplicable("The certificate is supplied.");
  if (isSeparateSeed(read, cluster) && !read.optionalRule(entryAddress, cluster)) return read.notApplicable("This Seed has no entry of its own.");
  return issuance;
}

/** From Let's Encrypt to the entry. */
export const challengeToEntry = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-to-entry",
  title: "Let's Encrypt to the entry",
  per: "cluster",
  sources: ["letsencrypt.challenges", "cert-manager.http01"],
  derive: (read, cluster) => {
    if (issuanceAt(read, cluster) !== "http01") return read.notApplicable("DNS-01 needs no inbound port.");
    return [flow(read, { refs: ["E1"], of: cluster, source: ends.internet, destination: ends.entry(cluster), ports: ports.acmeChallenge, reason: "Let's Encrypt validates each name by HTTP-01", lifetime: "installation and operation", why: `Each name served by ${clusterName(read, cluster)} is checked on this port at every issue and renewal, from addresses that change.` })];
  },
});

/** From cert-manager to the ACME directory. */
export const clusterToAcme = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-acme",
  title: "Let's Encrypt for cert-manager",
  per: "cluster",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, cluster) => {
    issuanceAt(read, cluster);
    const out = read.rule(wayOut, placeOfCluster(read, cluster));
    const viaProxy = out.kind === "proxy";
    return [flow(read, { refs: ["E21"], of: cluster, source: ends.nodes(cluster), destination: viaProxy ? out.end : ends.acme, ports: viaProxy ? out.ports : ports.acmeDirectory, reason: "cert-manager orders and renews certificates", lifetime: "installation and operation", why: `cert-manager in ${clusterName(read, cluster)} begins every renewal itself, so this way stays open for good.` })];
  },
});

/** From cert-manager to the zone that proves names by DNS-01. */
export const clusterToZone = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-zone",
  title: "Zone for cert-manager",
  per: "cluster",
  sources: ["cert-manager.dns01"],
  derive: (read, cluster) => {
    if (issuanceAt(read, cluster) !== "dns01") return read.notApplicable("HTTP-01 does not touch the zone.");
    const [domain, name] = [read.answer(project.plan.domain), clusterName(read, cluster)];
    const row = { source: ends.nodes(cluster), destination: ends.zone, refs: ["E21"], lifetime: "installation and operation" } as const;
    const asks = flow(read, { ...row, of: `${cluster}.zone`, protocol: "TCP and UDP", ports: ports.dns, reason: "cert-manager waits until the zone shows the challenge", why: `cert-manager in ${name} asks the servers of ${domain} themselves before it calls Let's Encrypt.` });
    const automation = read.answer(dns.plan.automation);
    if (read.fact(zoneApiHosts)[automation] === undefined) return [asks];
    const out = read.rule(wayOut, placeOfCluster(read, cluster));
    const proxy = out.kind === "proxy" ? { destination: out.end, ports: out.ports } : { ports: ports.zoneApi };
    return [asks, flow(read, { ...row, ...proxy, of: `${cluster}.zone-api`, reason: "cert-manager writes the challenge into the zone", why: `Each renewal in ${name} writes one TXT record below ${domain} and removes it again.` })];
  },
});
